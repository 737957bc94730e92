package vn.tongket.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mails. */
@Component
class MailQueue {

    /** Of the advisory lock that one node at a time holds while a rate is set. */
    private static final long RATE_LOCK = 8395818260104265L;

    private final JdbcClient jdbc;
    private final Clock clock;

    MailQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Up to so many that are due, locked for this transaction; other nodes pass them over. None while the mail server
     * is in trouble. Not locked against being referred to: whoever adds a notice to one of them does not wait.
     */
    List<Claimed> claim(int limit) {
        return jdbc.sql("""
                        select id, campaign_id, address, bundle, attempts, refused_since from mail
                        where state = 'QUEUED' and next_attempt_at <= :now
                            and not exists (select 1 from mail_server where paused_until > :now)
                        order by next_attempt_at, created_at, id limit :limit
                        for no key update skip locked""")
                .param("now", now())
                .param("limit", limit)
                .query((row, i) -> claimed(row))
                .list();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        Timestamp refused = row.getTimestamp("refused_since");
        return new Claimed(
                new Mail(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("address"),
                        row.getString("bundle")),
                row.getInt("attempts"),
                refused == null ? null : refused.toInstant());
    }

    /**
     * How many more may be handed over now at so many in a minute. Until the transaction ends no other node gets any, so
     * that none counts what another is about to do.
     */
    int allowance(int perMinute) {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(RATE_LOCK)
                .query(Boolean.class)
                .single();
        return first ? Math.max(0, perMinute - takenSince(clock.instant().minus(Duration.ofMinutes(1)))) : 0;
    }

    int takenSince(Instant since) {
        return jdbc.sql("select count(*) from mail where sent_at > ?")
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Notes where these stand now, in one statement. */
    void mark(List<Mark> marks) {
        jdbc.sql("""
                        update mail m set state = x.state, attempts = m.attempts + 1,
                            next_attempt_at = cast(x.next_attempt_at as timestamptz),
                            refused_since = cast(x.refused_since as timestamptz),
                            sent_at = case when x.state = 'HANDED_OVER' then :now else m.sent_at end,
                            subject = coalesce(x.subject, m.subject), body = coalesce(x.body, m.body), error = x.error
                        from unnest(cast(:ids as text[]), cast(:states as text[]), cast(:next as text[]),
                            cast(:refused as text[]), cast(:subjects as text[]), cast(:bodies as text[]),
                            cast(:errors as text[]))
                            as x (id, state, next_attempt_at, refused_since, subject, body, error)
                        where m.id = cast(x.id as uuid) and m.id = any(cast(:ids as uuid[]))""")
                .param("now", now())
                .param("ids", column(marks, Mark::id))
                .param("states", column(marks, Mark::state))
                .param("next", column(marks, Mark::nextAttemptAt))
                .param("refused", column(marks, Mark::refusedSince))
                .param(
                        "subjects",
                        column(
                                marks,
                                mark -> mark.content() == null
                                        ? null
                                        : mark.content().subject()))
                .param(
                        "bodies",
                        column(
                                marks,
                                mark -> mark.content() == null
                                        ? null
                                        : mark.content().kept()))
                .param("errors", column(marks, Mark::error))
                .update();
    }

    /**
     * Where a mail stands after an attempt.
     *
     * @param content what it said; null when it could not be written
     */
    record Mark(
            UUID id,
            MailState state,
            Instant nextAttemptAt,
            @Nullable Instant refusedSince,
            @Nullable MailContent content,
            @Nullable String error) {}

    private static @Nullable String[] column(List<Mark> marks, Function<Mark, @Nullable Object> value) {
        @Nullable String[] column = new String[marks.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = value.apply(marks.get(i));
            // The one character that PostgreSQL cannot keep.
            column[i] = cell == null ? null : cell.toString().replace("\0", "");
        }
        return column;
    }

    void markObsolete(Collection<UUID> mails) {
        jdbc.sql("update mail set state = 'OBSOLETE' where id in (:ids)")
                .param("ids", mails)
                .update();
    }

    /** Answers its address; nothing when it was not handed over, or was known to be returned already. */
    Optional<String> markBounced(UUID mail, String reason) {
        return jdbc.sql("""
                        update mail set state = 'BOUNCED', error = :reason
                        where id = :id and state in ('HANDED_OVER', 'QUEUED') returning address""")
                .param("reason", reason.replace("\0", ""))
                .param("id", mail)
                .query(String.class)
                .optional();
    }

    boolean isSent(UUID mail) {
        return jdbc.sql("select exists(select 1 from mail where id = ? and state in ('HANDED_OVER', 'BOUNCED'))")
                .param(mail)
                .query(Boolean.class)
                .single();
    }

    /** How many could be tried now. */
    int due() {
        return jdbc.sql("""
                        select count(*) from mail where state = 'QUEUED' and next_attempt_at <= :now
                            and not exists (select 1 from mail_server where paused_until > :now)""").param("now", now()).query(Integer.class).single();
    }

    MailDelivery.Queue queue() {
        return jdbc.sql("""
                        select count(*) as waiting,
                            (select count(*) from mail where state in ('REFUSED', 'BOUNCED', 'GIVEN_UP')) as failed,
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
