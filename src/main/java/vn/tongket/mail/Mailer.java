package vn.tongket.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes a mail of its words and hands it to the mail server. */
@Component
class Mailer {

    private final JavaMailSender sender;
    private final MailSettings settings;
    private final Clock clock;

    Mailer(JavaMailSender sender, MailSettings settings, Clock clock) {
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@code MailException} when the server does not take it. */
    void send(Mail mail, MailContent content) {
        sender.send(message(mail, content));
    }

    private MimeMessage message(Mail mail, MailContent content) {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom(settings.from());
            helper.setTo(mail.address());
            helper.setSubject(content.subject());
            helper.setSentDate(Date.from(clock.instant()));
            helper.setText(content.text(), content.html());
            message.setHeader("Message-ID", mail.messageId());
            for (MailContent.Attachment attachment : content.attachments()) {
                helper.addAttachment(
                        attachment.fileName(), new ByteArrayResource(attachment.content()), attachment.contentType());
            }
            return message;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
