package vn.tongket.mail;

import java.util.List;

/**
 * What a mail says.
 *
 * @param text the plain-text alternative to {@code html}
 * @param businessKey the campaign, or one unit in it, for the log
 */
public record MailContent(String subject, String text, String html, List<Attachment> attachments, String businessKey) {

    public MailContent {
        attachments = List.copyOf(attachments);
    }

    /** A file that goes with it. */
    public record Attachment(String fileName, String contentType, byte[] content) {}
}
