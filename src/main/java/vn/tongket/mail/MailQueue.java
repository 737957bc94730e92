package vn.tongket.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mails. */
@Component
class MailQueue {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Up to so many that are due, locked for this transaction; other nodes pass them over. */
    List<Mail> claim(int limit) {
        return jdbc.sql("""
                        select id, campaign_id, address, bundle from mail
                        where state = 'QUEUED' and next_attempt_at <= :now
                        order by next_attempt_at, created_at limit :limit for update skip locked""")
                .param("now", now())
                .param("limit", limit)
                .query((row, i) -> new Mail(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("address"),
                        row.getString("bundle")))
                .list();
    }

    void markSent(UUID mail, MailContent content) {
        jdbc.sql("""
                        update mail set state = 'SENT', attempts = attempts + 1, sent_at = :now, subject = :subject,
                            body = :body, error = null where id = :id""")
                .param("now", now())
                .param("subject", content.subject())
                .param("body", content.kept())
                .param("id", mail)
                .update();
    }

    /** Tried again after a pause that doubles up to an hour; given up three days after it was written. */
    void markRefused(UUID mail, String error) {
        jdbc.sql("""
                        update mail set attempts = attempts + 1, error = :error,
                            state = case when created_at < cast(:now as timestamptz) - interval '3 days'
                                then 'FAILED' else 'QUEUED' end,
                            next_attempt_at = cast(:now as timestamptz)
                                + least(60, power(2, least(attempts, 6))) * interval '1 minute'
                        where id = :id""")
                .param("now", now())
                .param("error", error)
                .param("id", mail)
                .update();
    }

    boolean isSent(UUID mail) {
        return jdbc.sql("select exists(select 1 from mail where id = ? and state = 'SENT')")
                .param(mail)
                .query(Boolean.class)
                .single();
    }

    /** How many are due now. */
    int due() {
        return jdbc.sql("select count(*) from mail where state = 'QUEUED' and next_attempt_at <= ?")
                .param(now())
                .query(Integer.class)
                .single();
    }

    MailDelivery.Queue queue() {
        return jdbc.sql("""
                        select count(*) as waiting, (select count(*) from mail where state = 'FAILED') as failed,
                            coalesce(extract(epoch from cast(:now as timestamptz) - min(created_at)), 0) as oldest
                        from mail where state = 'QUEUED'""")
                .param("now", now())
                .query((row, i) -> new MailDelivery.Queue(
                        row.getInt("waiting"), row.getInt("failed"), Duration.ofSeconds(row.getLong("oldest"))))
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
