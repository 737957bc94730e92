package vn.tongket.notification;

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
import vn.tongket.campaign.CampaignService;

/**
 * Hands queued notices to the mail server, on every node; a row is locked while it is under way, so that no two nodes
 * send it. A dead mail server delays mail and nothing else.
 */
@Service
public class NoticeDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
    private static final int BATCH = 10;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private final Outbox outbox;
    private final Mailer mailer;
    private final CampaignService campaigns;
    private final TransactionTemplate transaction;

    NoticeDelivery(Outbox outbox, Mailer mailer, CampaignService campaigns, TransactionTemplate transaction) {
        this.outbox = outbox;
        this.mailer = mailer;
        this.campaigns = campaigns;
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
        return outbox.queue();
    }

    /** Notices that are due and not handed over. */
    public int pending() {
        return outbox.due();
    }

    private int deliverBatch() {
        List<Notice> notices = outbox.claim(BATCH);
        notices.forEach(this::deliver);
        return notices.size();
    }

    private void deliver(Notice notice) {
        try (var context = MDC.putCloseable("businessKey", about(notice))) {
            hand(notice);
        }
    }

    private void hand(Notice notice) {
        try {
            NoticeText.Words words = mailer.send(notice);
            outbox.markSent(notice.id(), words.subject(), words.text());
        } catch (MailException e) {
            String reason = String.valueOf(e.getMessage());
            // The row keeps what the server said; the log needs no person's address.
            LOG.warn(
                    "Mail for notice {} was not taken: {}",
                    notice.id(),
                    ADDRESS.matcher(reason).replaceAll("…"));
            outbox.markRefused(notice.id(), reason);
        }
    }

    /** The business key that the engine's lines carry too. */
    private String about(Notice notice) {
        String campaign = campaigns.campaign(notice.campaign()).code();
        return notice.unitCode() == null ? campaign : campaign + "/" + notice.unitCode();
    }
}
