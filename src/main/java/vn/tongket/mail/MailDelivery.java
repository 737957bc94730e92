package vn.tongket.mail;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands queued mails to the mail server, on every node; a row is locked while it is under way, so that no two nodes send
 * it. A dead mail server delays mail and nothing else.
 */
@Service
public class MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int BATCH = 10;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private final MailQueue queue;
    private final MailWriter writer;
    private final Mailer mailer;
    private final TransactionTemplate transaction;

    MailDelivery(MailQueue queue, MailWriter writer, Mailer mailer, TransactionTemplate transaction) {
        this.queue = queue;
        this.writer = writer;
        this.mailer = mailer;
        this.transaction = transaction;
    }

    /** Sends what is due, batch by batch, until nothing is. */
    @Scheduled(fixedDelayString = "${tongket.mail.poll-millis:1000}")
    public void deliver() {
        int handled;
        do {
            Integer batch = transaction.execute(status -> deliverBatch());
            handled = batch == null ? 0 : batch;
        } while (handled == BATCH);
    }

    /**
     * What waits for the mail server and what was given up.
     *
     * @param oldest how long the oldest one has waited; zero when none does
     */
    public record Queue(int waiting, int failed, Duration oldest) {}

    public Queue queue() {
        return queue.queue();
    }

    /** Mails that are due and not handed over. */
    public int pending() {
        return queue.due();
    }

    /**
     * Hands a queued mail over now; throws {@code MailException} when that fails. Answers false, and does nothing, when
     * it was sent before.
     */
    public boolean handOver(Mail mail) {
        if (queue.isSent(mail.id())) {
            return false;
        }
        MailContent content = writer.write(mail);
        mailer.send(mail, content);
        queue.markSent(mail.id(), content);
        return true;
    }

    private int deliverBatch() {
        List<Mail> mails = queue.claim(BATCH);
        mails.forEach(this::deliver);
        return mails.size();
    }

    private void deliver(Mail mail) {
        MailContent content = writer.write(mail);
        try (var context = MDC.putCloseable("businessKey", content.businessKey())) {
            hand(mail, content);
        }
    }

    private void hand(Mail mail, MailContent content) {
        try {
            mailer.send(mail, content);
            queue.markSent(mail.id(), content);
        } catch (MailException e) {
            String reason = String.valueOf(e.getMessage());
            // The row keeps what the server said; the log needs no person's address.
            LOG.warn(
                    "Mail {} was not taken: {}",
                    mail.id(),
                    ADDRESS.matcher(reason).replaceAll("…"));
            queue.markRefused(mail.id(), reason);
        }
    }
}
