package vn.tongket.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participants;
import vn.tongket.organization.Organization;

/** The units on whose data a text can be tried: those of the campaign, of today's tree while the plan is a draft. */
@Component
class TextUnits {

    /** By code, with its name. */
    public record Choice(String code, String name) {}

    /** More than anybody scrolls through. */
    private static final int LIMIT = 500;

    private final CampaignService campaigns;
    private final Participants participants;
    private final Organization organization;

    TextUnits(CampaignService campaigns, Participants participants, Organization organization) {
        this.campaigns = campaigns;
        this.participants = participants;
        this.organization = organization;
    }

    List<Choice> of(String campaign) {
        List<Choice> frozen = participants.of(campaigns.campaign(campaign).id()).stream()
                .limit(LIMIT)
                .map(participant -> new Choice(participant.unitCode(), participant.unitName()))
                .toList();
        return frozen.isEmpty()
                ? organization.members(campaigns.issuer(campaign)).stream()
                        .limit(LIMIT)
                        .map(member ->
                                new Choice(member.unit().code(), member.unit().name()))
                        .toList()
                : frozen;
    }

    /** The one of that code if there is such a one, else the first; null when there are none. */
    @Nullable
    String chosen(String campaign, @Nullable String unit) {
        List<String> codes = of(campaign).stream().map(Choice::code).toList();
        if (unit != null && codes.contains(unit)) {
            return unit;
        }
        return codes.isEmpty() ? null : codes.get(0);
    }
}
