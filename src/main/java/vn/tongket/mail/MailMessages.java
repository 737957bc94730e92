package vn.tongket.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Date;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes messages of words. */
@Component
class MailMessages {

    private final MailSettings settings;
    private final DeliverySettings delivery;
    private final Clock clock;

    MailMessages(MailSettings settings, DeliverySettings delivery, Clock clock) {
        this.settings = settings;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Ready to be sent; throws {@code AddressException} when the address is none. */
    OutgoingMessage message(Session session, Mail mail, MailContent content) throws MessagingException {
        var message = new OutgoingMessage(session, mail.messageId(), delivery.returnAddress(settings.from()));
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom(settings.from());
        helper.setTo(new InternetAddress(mail.address(), true));
        helper.setSubject(content.subject());
        helper.setSentDate(Date.from(clock.instant()));
        helper.setText(content.text(), content.html());
        for (MailContent.Attachment attachment : content.attachments()) {
            helper.addAttachment(
                    attachment.fileName(), new ByteArrayResource(attachment.content()), attachment.contentType());
        }
        // So that no absent person's mailbox answers (RFC 3834); Exchange looks at a header of its own.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.saveChanges();
        return message;
    }
}
