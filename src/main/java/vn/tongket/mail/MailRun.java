package vn.tongket.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One run over the queue: all its mails go through one connection, until the server as a whole is in trouble. */
final class MailRun implements AutoCloseable {

    /** A chunk is held for so long at most, and for the mail that is under way then. */
    private static final Duration LONGEST_CHUNK = Duration.ofMinutes(1);

    /** So many mails in a row in doubt: it is not they. */
    private static final int DOUBTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private final SmtpConnection connection;
    private final MailMessages messages;
    private int doubts;
    private @Nullable String trouble;

    MailRun(SmtpConnection connection, MailMessages messages) {
        this.connection = connection;
        this.messages = messages;
    }

    /** What became of these; those that were not tried are left out. */
    List<Attempt> hand(List<Prepared> mails) {
        List<Attempt> attempts = new ArrayList<>(mails.size());
        long end = System.nanoTime() + LONGEST_CHUNK.toNanos();
        for (Prepared mail : mails) {
            if (trouble != null || System.nanoTime() - end > 0) {
                break;
            }
            Attempt attempt = hand(mail);
            look(attempt.answer());
            if (attempt.answer().kind() != Answer.Kind.NO_SERVER) {
                attempts.add(attempt);
            }
        }
        return attempts;
    }

    /** Why the server takes no mail; null while it does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void look(Answer answer) {
        doubts = answer.kind() == Answer.Kind.IN_DOUBT ? doubts + 1 : 0;
        if (answer.kind() == Answer.Kind.NO_SERVER || doubts == DOUBTS) {
            trouble = String.valueOf(answer.words());
        }
    }

    Attempt hand(Prepared mail) {
        MailContent content = mail.content();
        if (content == null) {
            return new Attempt(mail.claimed(), null, new Answer(Answer.Kind.UNWRITABLE, mail.fault()));
        }
        try (var context = MDC.putCloseable("businessKey", content.businessKey())) {
            Answer answer = answer(mail.claimed().mail(), content);
            if (answer.words() != null) {
                // The row keeps what the server said; the log needs no person's address.
                LOG.warn(
                        "Mail {} was not taken: {}",
                        mail.claimed().mail().id(),
                        ADDRESS.matcher(answer.words()).replaceAll("…"));
            }
            return new Attempt(mail.claimed(), content, answer);
        }
    }

    private Answer answer(Mail mail, MailContent content) {
        OutgoingMessage message;
        try {
            message = messages.message(connection.session(), mail, content);
        } catch (AddressException e) {
            return new Answer(Answer.Kind.NO_SUCH_ADDRESS, String.valueOf(e.getMessage()));
        } catch (MessagingException e) {
            return new Answer(Answer.Kind.UNWRITABLE, String.valueOf(e.getMessage()));
        }
        return connection.hand(message);
    }

    @Override
    public void close() {
        connection.close();
    }
}
