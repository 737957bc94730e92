package vn.tongket.notification;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.Documents;
import vn.tongket.document.Documents.Kind;
import vn.tongket.mail.Mail;
import vn.tongket.mail.MailContent;
import vn.tongket.mail.MailWriter;
import vn.tongket.reachability.Confirmations;

/** The words and files of the notices that a mail carries. */
@Component
class NoticeMails implements MailWriter {

    private final Outbox outbox;
    private final NoticeText texts;
    private final Documents documents;
    private final CampaignService campaigns;
    private final Confirmations confirmations;

    NoticeMails(
            Outbox outbox,
            NoticeText texts,
            Documents documents,
            CampaignService campaigns,
            Confirmations confirmations) {
        this.outbox = outbox;
        this.texts = texts;
        this.documents = documents;
        this.campaigns = campaigns;
        this.confirmations = confirmations;
    }

    @Override
    public MailContent write(Mail mail) {
        List<Notice> notices = confirmations
                .unitOf(mail)
                .map(unit -> List.of(test(mail, unit)))
                .orElseGet(() -> outbox.carriedBy(mail.id()));
        NoticeText.Words words = texts.of(notices);
        List<MailContent.Attachment> attachments =
                notices.stream().flatMap(notice -> attachments(notice).stream()).toList();
        return new MailContent(words.subject(), words.text(), words.html(), attachments, businessKey(notices.get(0)));
    }

    /** A test mail carries no row of a notice: it is about an address, and goes to all that a unit has. */
    private Notice test(Mail mail, String unit) {
        Map<String, Object> details = Map.of("confirmLink", confirmations.link(mail));
        return Notice.of(mail.campaign(), unit, NoticeKind.ADDRESS_CONFIRMATION, mail.bundle(), details);
    }

    private List<MailContent.Attachment> attachments(Notice notice) {
        List<Kind> kinds = switch (notice.kind()) {
            case PLAN_ISSUED -> List.of(Kind.PLAN, Kind.OUTLINE, Kind.APPENDICES);
            case INVITATION -> List.of(Kind.INVITATION);
            case REPORT_UPWARD -> List.of(Kind.REPORT);
            default -> List.of();
        };
        return kinds.stream()
                .flatMap(kind -> documents.latest(notice.campaign(), kind).stream())
                .map(listed -> documents.document(notice.campaign(), listed.id()))
                .map(stored -> new MailContent.Attachment(
                        stored.listed().fileName(), stored.listed().contentType(), stored.content()))
                .toList();
    }

    /** As the engine's lines of the log carry it. */
    private String businessKey(Notice notice) {
        String campaign = campaigns.campaign(notice.campaign()).code();
        return notice.unitCode() == null ? campaign : campaign + "/" + notice.unitCode();
    }
}
