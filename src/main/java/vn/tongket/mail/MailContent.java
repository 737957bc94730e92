package vn.tongket.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a mail says.
 *
 * @param text the plain-text alternative to {@code html}
 * @param businessKey the campaign, or one unit in it, for the log
 */
public record MailContent(String subject, String text, String html, List<Attachment> attachments, String businessKey) {

    private static final Pattern CONFIRMING = Pattern.compile("(/mail/confirm/)[\\w-]+");

    public MailContent {
        attachments = List.copyOf(attachments);
    }

    /** The text as it is kept: a link that confirms an address is for the eyes of its addressee only. */
    String kept() {
        return CONFIRMING.matcher(text).replaceAll("$1…");
    }

    /** A file that goes with it. */
    public record Attachment(String fileName, String contentType, byte[] content) {}
}
