package vn.tongket.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/**
 * What a mail system reports about one of our mails (RFC 3464).
 *
 * @param mail the mail's id
 * @param failed it is given up for good; otherwise it is late, or has arrived
 * @param reason what the mail system says, in its words
 */
record DeliveryReport(UUID mail, boolean failed, StatusCode status, String reason) {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_RECIPIENTS = 20;
    private static final Pattern OURS =
            Pattern.compile("<([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@tongket>");

    /** Empty when the message is no report, cannot be read, or is about none of our mails. */
    static Optional<DeliveryReport> in(MimeMessage message) throws MessagingException, IOException {
        if (!isReport(message) || !(message.getContent() instanceof MultipartReport parts)) {
            return Optional.empty();
        }
        if (!(parts.getReport() instanceof DeliveryStatus status)) {
            return Optional.empty();
        }
        UUID mail = mail(parts.getReturnedMessage());
        InternetHeaders recipient = recipient(status);
        return mail == null || recipient == null ? Optional.empty() : Optional.of(of(mail, recipient));
    }

    private static boolean isReport(MimeMessage message) throws MessagingException {
        try {
            ContentType type = new ContentType(String.valueOf(message.getContentType()));
            return type.match("multipart/report")
                    && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
        } catch (ParseException e) {
            return false;
        }
    }

    private static @Nullable UUID mail(@Nullable MimeMessage returned) throws MessagingException {
        String id = returned == null ? null : returned.getHeader("Message-ID", null);
        Matcher ours = OURS.matcher(id == null ? "" : id);
        return ours.find() ? UUID.fromString(ours.group(1)) : null;
    }

    /** Each of our mails has one; of several the one that failed. */
    private static @Nullable InternetHeaders recipient(DeliveryStatus status) {
        InternetHeaders found = null;
        for (int i = 0; i < Math.min(status.getRecipientDSNCount(), MOST_RECIPIENTS); i++) {
            InternetHeaders recipient = status.getRecipientDSN(i);
            if (found == null || isFailed(recipient)) {
                found = recipient;
            }
        }
        return found;
    }

    private static DeliveryReport of(UUID mail, InternetHeaders recipient) {
        String said = field(recipient, "Diagnostic-Code");
        String status = field(recipient, "Status");
        String reason = said.isEmpty() ? status : said;
        return new DeliveryReport(
                mail,
                isFailed(recipient),
                StatusCode.in(status),
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
    }

    private static boolean isFailed(InternetHeaders recipient) {
        return field(recipient, "Action").toLowerCase(Locale.ROOT).startsWith("failed");
    }

    private static String field(InternetHeaders headers, String name) {
        String value = headers.getHeader(name, null);
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }
}
