package vn.tongket.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.Documents;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Listed;
import vn.tongket.mail.Mail;
import vn.tongket.mail.MailContent;
import vn.tongket.mail.MailWriter;
import vn.tongket.notification.text.MailLayout.Rendered;
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
        Rendered words = texts.of(notices);
        UUID campaign = notices.get(0).campaign();
        List<MailContent.Attachment> attachments = notices.stream()
                .flatMap(this::attached)
                .distinct()
                .map(document -> documents.document(campaign, document))
                .map(stored -> new MailContent.Attachment(
                        stored.listed().fileName(), stored.listed().contentType(), stored.content()))
                .toList();
        return new MailContent(words.subject(), words.text(), words.html(), attachments, businessKey(notices.get(0)));
    }

    /** A test mail carries no row of a notice: it is about an address, and goes to all that a unit has. */
    private Notice test(Mail mail, String unit) {
        Map<String, Object> details = Map.of("confirmLink", confirmations.link(mail));
        return Notice.of(mail.campaign(), unit, NoticeKind.ADDRESS_CONFIRMATION, mail.bundle(), details);
    }

    /** The documents that go with a notice. */
    private Stream<UUID> attached(Notice notice) {
        UUID letter = FactsOfLetter.documentOf(notice);
        if (letter != null) {
            return Stream.of(letter);
        }
        Stream<Kind> kinds = switch (notice.kind()) {
            case PLAN_ISSUED -> Stream.of(Kind.PLAN, Kind.OUTLINE, Kind.APPENDICES);
            case INVITATION -> Stream.of(Kind.INVITATION);
            case REPORT_UPWARD -> Stream.of(Kind.REPORT);
            default -> Stream.empty();
        };
        return kinds.flatMap(kind -> documents.latest(notice.campaign(), kind).stream())
                .map(Listed::id);
    }

    /** As the engine's lines of the log carry it. */
    private String businessKey(Notice notice) {
        String campaign = campaigns.campaign(notice.campaign()).code();
        return notice.unitCode() == null ? campaign : campaign + "/" + notice.unitCode();
    }
}
