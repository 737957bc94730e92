package vn.tongket.mail;

import jakarta.mail.MessagingException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What the mail server's answer means for a mail.
 *
 * @param words what the server said; null when it took the mail
 */
record Answer(Kind kind, @Nullable String words) {

    enum Kind {
        /** The server has it. */
        TAKEN,
        /** There is no such mailbox. */
        NO_SUCH_ADDRESS,
        /** Never to this address, or never this mail. */
        REFUSED,
        /** Not now. */
        LATER,
        /** The connection was lost on the way: the server may have it or not. */
        IN_DOUBT,
        /** It could not be written. */
        UNWRITABLE,
        /** The server takes no mail at all; no mail is to blame. */
        NO_SERVER
    }

    static final Answer TAKEN = new Answer(Kind.TAKEN, null);

    private static final int CLOSING = 421;
    private static final int TOO_LARGE = 552;

    /** The answer to a mail that was under way when this happened. */
    static Answer to(MessagingException trouble) {
        for (Exception e = trouble; e instanceof MessagingException link; e = link.getNextException()) {
            if (link instanceof SMTPAddressFailedException recipient) {
                return toRecipient(recipient);
            }
            if (link instanceof SMTPSenderFailedException sender) {
                return new Answer(Kind.NO_SERVER, words(sender));
            }
            if (link instanceof SMTPSendFailedException command) {
                return toCommand(command);
            }
        }
        return new Answer(Kind.IN_DOUBT, words(trouble));
    }

    static Answer noServer(MessagingException trouble) {
        return new Answer(Kind.NO_SERVER, words(trouble));
    }

    /** The connection can go on being used. */
    boolean leavesConnection() {
        return switch (kind) {
            case TAKEN, NO_SUCH_ADDRESS, REFUSED, LATER, UNWRITABLE -> true;
            case IN_DOUBT, NO_SERVER -> false;
        };
    }

    private static Answer toRecipient(SMTPAddressFailedException refusal) {
        int code = refusal.getReturnCode();
        String words = words(refusal);
        if (code == CLOSING || code < 0) {
            return new Answer(Kind.NO_SERVER, words);
        }
        if (code < 500) {
            return new Answer(Kind.LATER, words);
        }
        return new Answer(StatusCode.in(words).blamesAddress() ? Kind.NO_SUCH_ADDRESS : Kind.REFUSED, words);
    }

    /** To MAIL the server tells what it thinks of us, to DATA and what follows what it thinks of the mail. */
    private static Answer toCommand(SMTPSendFailedException refusal) {
        int code = refusal.getReturnCode();
        String command = String.valueOf(refusal.getCommand()).toUpperCase(Locale.ROOT);
        boolean early = command.startsWith("MAIL") || command.startsWith("RCPT");
        if (code == CLOSING || (early && code != TOO_LARGE)) {
            return new Answer(Kind.NO_SERVER, words(refusal));
        }
        if (code < 0) {
            return new Answer(Kind.IN_DOUBT, words(refusal));
        }
        return new Answer(code < 500 ? Kind.LATER : Kind.REFUSED, words(refusal));
    }

    private static String words(Exception trouble) {
        return String.valueOf(trouble.getMessage()).strip();
    }
}
