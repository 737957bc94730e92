package vn.tongket.document;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignDocuments;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Listed;
import vn.tongket.security.CurrentUser;

/** Which of a campaign's documents a person may download, and where. */
@Component
public class CampaignDownloads implements CampaignDocuments {

    private final Documents documents;
    private final CampaignService campaigns;
    private final CampaignAccess access;

    CampaignDownloads(Documents documents, CampaignService campaigns, CampaignAccess access) {
        this.documents = documents;
        this.campaigns = campaigns;
        this.access = access;
    }

    @Override
    public List<Download> of(String campaign, CurrentUser user) {
        return visible(campaign, user).stream()
                .map(document -> new Download(
                        document.symbol() == null
                                ? document.kind().label() + " (" + document.fileName() + ")"
                                : document.kind().label() + " " + document.symbol(),
                        "/campaigns/" + campaign + "/documents/" + document.id(),
                        document.issuedOn()))
                .toList();
    }

    /** Participants get what was sent to them; the rest is for the issuer's people. */
    public List<Listed> visible(String campaign, CurrentUser user) {
        boolean all = access.seesAllUnits(campaign, user);
        return documents.of(campaigns.campaign(campaign).id()).stream()
                .filter(document -> all || wasSentOut(document.kind()))
                .toList();
    }

    private static boolean wasSentOut(Kind kind) {
        return switch (kind) {
            case PLAN, OUTLINE, APPENDICES, INVITATION -> true;
            case URGING_LETTER, MINUTES, REPORT, DOSSIER -> false;
        };
    }
}
