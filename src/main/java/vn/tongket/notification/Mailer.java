package vn.tongket.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.tongket.document.Documents;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Stored;

/** Makes a notice a mail with its attachments and hands it to the mail server. */
@Component
class Mailer {

    private final JavaMailSender sender;
    private final NoticeText texts;
    private final Documents documents;
    private final MailSettings settings;
    private final Clock clock;

    Mailer(JavaMailSender sender, NoticeText texts, Documents documents, MailSettings settings, Clock clock) {
        this.sender = sender;
        this.texts = texts;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers the words that were sent; throws {@code MailException} when the server does not take it. */
    NoticeText.Words send(Notice notice) {
        NoticeText.Words words = texts.of(notice);
        sender.send(message(notice, words));
        return words;
    }

    private MimeMessage message(Notice notice, NoticeText.Words words) {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
            mail.setFrom(settings.from());
            mail.setTo(notice.address());
            mail.setSubject(words.subject());
            mail.setSentDate(Date.from(clock.instant()));
            mail.setText(words.text(), words.html());
            message.setHeader("Message-ID", notice.messageId());
            for (Stored attachment : attachments(notice)) {
                mail.addAttachment(
                        attachment.listed().fileName(),
                        new ByteArrayResource(attachment.content()),
                        attachment.listed().contentType());
            }
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Stored> attachments(Notice notice) {
        List<Kind> kinds = switch (notice.kind()) {
            case PLAN_ISSUED -> List.of(Kind.PLAN, Kind.OUTLINE, Kind.APPENDICES);
            case INVITATION -> List.of(Kind.INVITATION);
            case REPORT_UPWARD -> List.of(Kind.REPORT);
            default -> List.of();
        };
        return kinds.stream()
                .flatMap(kind -> documents.latest(notice.campaign(), kind).stream())
                .map(listed -> documents.document(notice.campaign(), listed.id()))
                .toList();
    }
}
