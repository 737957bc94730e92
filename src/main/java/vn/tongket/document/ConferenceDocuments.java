package vn.tongket.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.conference.Amendment;
import vn.tongket.conference.Conference;
import vn.tongket.conference.ConferenceConvened;
import vn.tongket.conference.ConferenceService;
import vn.tongket.document.Documents.Draft;
import vn.tongket.document.Documents.Kind;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.shared.Vietnamese;

/** The conference's invitation and minutes as Word files. */
@Component
class ConferenceDocuments {

    private final CampaignService campaigns;
    private final ConferenceService conferences;
    private final Organization organization;
    private final LetterHeads heads;
    private final Documents documents;
    private final Clock clock;

    ConferenceDocuments(
            CampaignService campaigns,
            ConferenceService conferences,
            Organization organization,
            LetterHeads heads,
            Documents documents,
            Clock clock) {
        this.campaigns = campaigns;
        this.conferences = conferences;
        this.organization = organization;
        this.heads = heads;
        this.documents = documents;
        this.clock = clock;
    }

    /** Stores the invitation, before the notices that carry it. */
    @EventListener
    @org.springframework.core.annotation.Order(0)
    void on(ConferenceConvened event) {
        Campaign campaign = campaigns.campaign(event.campaign());
        UnionUnit issuer = organization.unit(campaign.issuerId());
        LocalDate today = LocalDate.now(clock);
        byte[] invitation = InvitationWriter.write(new InvitationWriter.Invitation(
                heads.of(issuer, "/GM-" + issuer.abbr().orElse(issuer.code()), today),
                name(issuer),
                null,
                event.at(),
                event.place(),
                event.agenda(),
                campaign.plan().signature(),
                List.of("Như trên", "Lưu: VT")));
        documents.store(new Draft(
                campaign.id(),
                issuer.id(),
                Kind.INVITATION,
                null,
                today,
                "Giấy mời họp lần " + event.round(),
                DocumentText.fileName("Giấy mời", campaign.code() + " lần " + event.round(), "docx"),
                Documents.WORD,
                invitation));
    }

    /** The minutes of a session whose outcome is recorded. */
    byte[] minutes(Campaign campaign, Conference conference) {
        UnionUnit issuer = organization.unit(campaign.issuerId());
        Signature chair = new Signature("CHỦ TỌA", "", null);
        return MinutesWriter.write(new MinutesWriter.Minutes(
                heads.of(
                        issuer,
                        "/BB-" + issuer.abbr().orElse(issuer.code()),
                        conference.convenedFor().toLocalDate()),
                name(issuer),
                "Thông qua báo cáo " + Vietnamese.midSentence(campaign.title()),
                conference.convenedFor(),
                conference.place(),
                conference.present().orElse(0),
                conference.total().orElse(0),
                conference.outcome().map(ConferenceService.Outcome::label).orElse(""),
                conference.minutes().orElse(""),
                conferences.amendments(conference).stream().map(Amendment::text).toList(),
                new Signature("THƯ KÝ", "", null),
                chair));
    }

    private static String name(UnionUnit issuer) {
        return "Hội nghị Ban Chấp hành " + issuer.name();
    }
}
