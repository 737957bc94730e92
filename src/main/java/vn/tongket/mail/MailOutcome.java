package vn.tongket.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what became of mails, and what that tells about their addresses. */
@Component
class MailOutcome {

    private final MailQueue queue;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MailOutcome(MailQueue queue, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.queue = queue;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    void note(List<Attempt> attempts) {
        Instant now = clock.instant();
        List<MailQueue.Mark> marks = new ArrayList<>(attempts.size());
        List<UUID> lost = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Mail mail = attempt.claimed().mail();
            MailState state = attempt.state(now, serverTookOthers(attempt, now));
            marks.add(new MailQueue.Mark(
                    mail.id(),
                    state,
                    attempt.nextAttempt(now),
                    attempt.refusedSince(now),
                    attempt.content(),
                    attempt.answer().words()));
            if (attempt.answer().kind() == Answer.Kind.NO_SUCH_ADDRESS) {
                addressIsBad(mail.address(), String.valueOf(attempt.answer().words()));
            }
            if (attempt.isLost(state)) {
                lost.add(mail.id());
            }
        }
        queue.mark(marks);
        if (!lost.isEmpty()) {
            events.publishEvent(new MailLost(lost));
        }
    }

    /** A mail system gave it back for good; repeatable. Does nothing when that was known, or it is none of ours. */
    void bounced(UUID mail, StatusCode status, String reason) {
        queue.markBounced(mail, reason).ifPresent(address -> {
            if (status.blamesAddress()) {
                addressIsBad(address, reason);
            }
            events.publishEvent(new MailLost(List.of(mail)));
        });
    }

    private boolean serverTookOthers(Attempt attempt, Instant now) {
        Instant since = attempt.claimed().refusedSince();
        return since != null && attempt.isPatienceOver(now) && queue.takenSince(since) > 0;
    }

    private void addressIsBad(String address, String reason) {
        jdbc.sql("""
                        insert into mail_address (address, bad_since, bad_reason) values (lower(:address), :now, :reason)
                        on conflict (address) do update set bad_since = excluded.bad_since, bad_reason = excluded.bad_reason
                        where mail_address.bad_since is null""")
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason.replace("\0", ""))
                .update();
    }
}
