package vn.tongket.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignService;
import vn.tongket.notification.text.Placeholder;
import vn.tongket.organization.Organization;
import vn.tongket.shared.Vietnamese;

/** What every mail of a campaign may say: who writes to whom, about which plan. */
@Component
class FactsOfCampaign implements FactSource {

    private final CampaignService campaigns;
    private final CampaignDefinitions definitions;
    private final Organization organization;

    FactsOfCampaign(CampaignService campaigns, CampaignDefinitions definitions, Organization organization) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.organization = organization;
    }

    @Override
    public @Nullable List<String> of(Placeholder placeholder, Notice notice) {
        Campaign campaign = campaigns.campaign(notice.campaign());
        return switch (placeholder) {
            case UNIT -> List.of(addressee(notice, campaign));
            case ISSUER -> List.of(organization.unit(campaign.issuerId()).name());
            case DEPARTMENT ->
                List.of(definitions
                        .of(campaign.id())
                        .campaign()
                        .focalDepartment()
                        .name());
            case SUPERIOR -> List.of(organization.unit(campaign.reportsToId()).name());
            case REVIEW -> List.of(campaign.type().label());
            case TITLE -> List.of(Vietnamese.midSentence(campaign.title()));
            case SHORT_TITLE -> List.of(Vietnamese.midSentence(campaign.shortTitle()));
            case PLAN_NUMBER -> FactsOfDetails.words(campaign.plan().number());
            case PLAN_DATE ->
                campaign.plan().date() == null
                        ? List.of()
                        : List.of(Vietnamese.day(campaign.plan().date()));
            default -> null;
        };
    }

    private String addressee(Notice notice, Campaign campaign) {
        if (notice.unitCode() != null) {
            return organization.unit(notice.unitCode()).name();
        }
        return notice.kind() == NoticeKind.REPORT_UPWARD
                ? organization.unit(campaign.reportsToId()).name()
                : organization.unit(campaign.issuerId()).name();
    }
}
