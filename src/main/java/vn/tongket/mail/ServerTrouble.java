package vn.tongket.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mail server as a whole takes no mail: known to all nodes, which wait ever longer before one tries again. */
@Component
class ServerTrouble {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    ServerTrouble(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Several nodes that find out at once count as one. */
    void found(String reason) {
        jdbc.sql("""
                        update mail_server set troubles = troubles + 1, reason = :reason,
                            paused_until = cast(:now as timestamptz)
                                + least(:longest, :shortest * power(2, least(troubles, 16))) * interval '1 second'
                        where paused_until is null or paused_until <= :now""")
                .param("reason", reason.replace("\0", ""))
                .param("now", Timestamp.from(clock.instant()))
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("shortest", SHORTEST_PAUSE.toSeconds())
                .update();
    }

    /** It took a mail. */
    void over() {
        jdbc.sql("""
                        update mail_server set troubles = 0, reason = null, paused_until = null
                        where troubles > 0 or paused_until is not null""").update();
    }

    /** Until when nobody tries. */
    Optional<Instant> pausedUntil() {
        return jdbc.sql("select paused_until from mail_server where paused_until > ?")
                .param(Timestamp.from(clock.instant()))
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
