package vn.tongket.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of notices. */
@Component
class Outbox {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Adds it unless it is there already. */
    void add(Notice notice) {
        jdbc.sql("""
                        insert into notice (id, campaign_id, unit_code, kind, occasion, address, details, state, attempts,
                            next_attempt_at, created_at, message_id)
                        values (:id, :campaign, :unit, :kind, :occasion, :address, cast(:details as jsonb), 'QUEUED', 0,
                            :now, :now, :messageId)
                        on conflict do nothing""")
                .param("id", notice.id())
                .param("campaign", notice.campaign())
                .param("unit", notice.unitCode())
                .param("kind", notice.kind().name())
                .param("occasion", notice.occasion())
                .param("address", notice.address())
                .param("details", write(notice.details()))
                .param("now", Timestamp.from(clock.instant()))
                .param("messageId", notice.messageId())
                .update();
    }

    /** Up to so many that are due, locked for this transaction; other nodes pass them over. */
    List<Notice> claim(int limit) {
        return jdbc.sql("""
                        select * from notice where state = 'QUEUED' and next_attempt_at <= :now
                        order by next_attempt_at, created_at limit :limit for update skip locked""")
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query((row, i) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("unit_code"),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("occasion"),
                        row.getString("address"),
                        read(row.getString("details"))))
                .list();
    }

    void markSent(UUID notice, String subject, String body) {
        jdbc.sql("""
                        update notice set state = 'SENT', attempts = attempts + 1, sent_at = :now, subject = :subject,
                            body = :body, error = null where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("subject", subject)
                .param("body", body)
                .param("id", notice)
                .update();
    }

    /** Tried again after a pause that doubles up to an hour; given up three days after it was written. */
    void markRefused(UUID notice, String error) {
        jdbc.sql("""
                        update notice set attempts = attempts + 1, error = :error,
                            state = case when created_at < cast(:now as timestamptz) - interval '3 days'
                                then 'FAILED' else 'QUEUED' end,
                            next_attempt_at = cast(:now as timestamptz)
                                + least(60, power(2, least(attempts, 6))) * interval '1 minute'
                        where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("error", error)
                .param("id", notice)
                .update();
    }

    boolean isSent(UUID notice) {
        return jdbc.sql("select exists(select 1 from notice where id = ? and state = 'SENT')")
                .param(notice)
                .query(Boolean.class)
                .single();
    }

    /** How many are due now. */
    int due() {
        return jdbc.sql("select count(*) from notice where state = 'QUEUED' and next_attempt_at <= ?")
                .param(Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    NoticeDelivery.Queue queue() {
        return jdbc.sql("""
                        select count(*) as waiting, (select count(*) from notice where state = 'FAILED') as failed,
                            coalesce(extract(epoch from cast(:now as timestamptz) - min(created_at)), 0) as oldest
                        from notice where state = 'QUEUED'""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> new NoticeDelivery.Queue(
                        row.getInt("waiting"), row.getInt("failed"), Duration.ofSeconds(row.getLong("oldest"))))
                .single();
    }

    /** All notices of a campaign, oldest first. */
    List<Notice.Logged> of(UUID campaign) {
        return jdbc.sql("select * from notice where campaign_id = ? order by created_at, unit_code")
                .param(campaign)
                .query((row, i) -> new Notice.Logged(
                        row.getString("unit_code"),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("address"),
                        Notice.State.valueOf(row.getString("state")),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row.getTimestamp("sent_at")),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("error")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private String write(Map<String, Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String details) {
        try {
            return json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
