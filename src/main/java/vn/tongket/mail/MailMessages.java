package vn.tongket.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes messages of words. */
@Component
class MailMessages {

    private static final String UTF_8 = "UTF-8";

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
        message.setFrom(settings.from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        message.setSubject(content.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        MimeMultipart words = words(content);
        message.setContent(content.attachments().isEmpty() ? words : withFiles(words, content.attachments()));
        // So that no absent person's mailbox answers (RFC 3834); Exchange looks at a header of its own.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        message.saveChanges();
        return message;
    }

    private static MimeMultipart words(MailContent content) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(content.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static MimeMultipart withFiles(MimeMultipart words, List<MailContent.Attachment> attachments)
            throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(words);
        MimeMultipart whole = new MimeMultipart("mixed", body);
        for (MailContent.Attachment attachment : attachments) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
            file.setFileName(encoded(attachment.fileName()));
            file.setDisposition(Part.ATTACHMENT);
            whole.addBodyPart(file);
        }
        return whole;
    }

    private static String encoded(String fileName) {
        try {
            return MimeUtility.encodeText(fileName, UTF_8, null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
