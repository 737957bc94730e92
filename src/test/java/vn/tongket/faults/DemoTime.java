package vn.tongket.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock that all nodes follow, set as an administrator of the machines would: without asking any node. */
final class DemoTime {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Faults stay within a day: the next one has notices of its own. */
    private static final LocalTime LATEST = LocalTime.of(22, 0);

    private final JdbcClient sql;

    DemoTime(JdbcClient sql) {
        this.sql = sql;
    }

    LocalDateTime now() {
        long offset = sql.sql("select offset_seconds from demo_clock")
                .query(Long.class)
                .single();
        return LocalDateTime.ofInstant(Instant.now().plusSeconds(offset), VIETNAM);
    }

    void to(LocalDateTime time) {
        long offset = Duration.between(Instant.now(), time.atZone(VIETNAM).toInstant())
                .toSeconds();
        sql.sql("update demo_clock set offset_seconds = greatest(offset_seconds, ?)")
                .param(offset)
                .update();
    }

    /** Answers false, and does nothing, when that would be too late in the day. */
    boolean forward(Duration by) {
        LocalDateTime now = now();
        if (now.plus(by).isAfter(now.toLocalDate().atTime(LATEST))) {
            return false;
        }
        to(now.plus(by));
        return true;
    }
}
