package vn.tongket.mail;

import java.util.List;
import java.util.UUID;

/**
 * These mails reach nobody: refused for good, returned, or given up. Published in the transaction that notes it, so that
 * whoever queued them can turn to somebody else in the same one.
 */
public record MailLost(List<UUID> mails) {

    public MailLost {
        mails = List.copyOf(mails);
    }
}
