package vn.tongket.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Deadline;
import vn.tongket.document.Documents.Draft;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Number;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;

/** The plan with its outline and appendices as Word files. */
@Component
class PlanDocuments {

    private final CampaignService campaigns;
    private final Organization organization;
    private final LetterHeads heads;
    private final Documents documents;

    PlanDocuments(CampaignService campaigns, Organization organization, LetterHeads heads, Documents documents) {
        this.campaigns = campaigns;
        this.organization = organization;
        this.heads = heads;
        this.documents = documents;
    }

    /** The plan as it stands, with a gap for its number. */
    byte[] draft(Campaign campaign) {
        return plan(campaign, head(campaign, campaign.plan().numberPattern(), null));
    }

    /** Stores the three files of an issued plan. */
    void store(Campaign campaign, Number number, LocalDate date) {
        CampaignFile file = campaigns.definition(campaign.code());
        LetterHead head = head(campaign, number.symbol(), date);
        keep(campaign, Kind.PLAN, number, date, number.symbol(), plan(campaign, head));
        keep(campaign, Kind.OUTLINE, null, date, number.symbol(), OutlineWriter.write(file, head));
        keep(
                campaign,
                Kind.APPENDICES,
                null,
                date,
                number.symbol(),
                AppendixWriter.write(
                        head,
                        campaign.plan().documentTitle(),
                        null,
                        AppendixWriter.Content.blank(file.appendices(), file.listForms())));
    }

    private void keep(
            Campaign campaign, Kind kind, @Nullable Number number, LocalDate date, String symbol, byte[] content) {
        documents.store(new Draft(
                campaign.id(),
                campaign.issuerId(),
                kind,
                number,
                date,
                kind.label() + ". " + campaign.title(),
                DocumentText.fileName(kind.label(), symbol, "docx"),
                Documents.WORD,
                content));
    }

    private byte[] plan(Campaign campaign, LetterHead head) {
        Deadline deadline = campaign.deadline();
        return PlanWriter.write(new PlanWriter.Plan(
                head,
                campaign.title(),
                campaign.plan(),
                campaigns.definition(campaign.code()).campaign().basisDocuments(),
                new PlanWriter.Due(
                        deadline.nominalDeadline(),
                        deadline.semantics() == Deadline.Semantics.BEFORE,
                        campaigns.dates(campaign).lastAcceptableDay())));
    }

    private LetterHead head(Campaign campaign, String number, @Nullable LocalDate date) {
        UnionUnit issuer = organization.unit(campaign.issuerId());
        return heads.of(issuer, number, date);
    }
}
