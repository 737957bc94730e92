package vn.tongket.notification;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands queued notices to the mail server, on every node; a row is locked while it is under way, so that no two nodes
 * send it. A dead mail server delays mail and nothing else.
 */
@Service
public class NoticeDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
    private static final int BATCH = 10;

    private final Outbox outbox;
    private final Mailer mailer;
    private final TransactionTemplate transaction;

    NoticeDelivery(Outbox outbox, Mailer mailer, TransactionTemplate transaction) {
        this.outbox = outbox;
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

    /** Notices that are due and not handed over. */
    public int pending() {
        return outbox.due();
    }

    private int deliverBatch() {
        List<Notice> notices = outbox.claim(BATCH);
        for (Notice notice : notices) {
            try {
                NoticeText.Words words = mailer.send(notice);
                outbox.markSent(notice.id(), words.subject(), words.text());
            } catch (MailException e) {
                LOG.warn("Mail for notice {} was not taken: {}", notice.id(), e.getMessage());
                outbox.markRefused(notice.id(), String.valueOf(e.getMessage()));
            }
        }
        return notices.size();
    }
}
