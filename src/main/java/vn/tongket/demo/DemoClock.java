package vn.tongket.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.workflow.EngineTime;

/**
 * The demo's clock: system time plus an offset kept in one row for all nodes, which look at it each half second. It
 * begins in the morning of 05/09/2017, the day of the plan.
 */
@Component
@Profile("demo")
class DemoClock extends Clock {

    static final LocalDateTime BEGINNING = LocalDateTime.of(2017, 9, 5, 8, 0);

    private final JdbcClient jdbc;
    private volatile Duration offset;

    DemoClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
        long beginning = Duration.between(
                        Instant.now(), BEGINNING.atZone(TimeConfiguration.ZONE).toInstant())
                .getSeconds();
        jdbc.sql("insert into demo_clock (id, offset_seconds) values (1, ?) on conflict do nothing")
                .param(beginning)
                .update();
        this.offset = read();
        EngineTime.follow(offset);
    }

    /** Now becomes that moment, at the latest within half a second on the other nodes. */
    void set(Instant now) {
        long seconds = Duration.between(Instant.now(), now).getSeconds() + 1;
        // Never backward, whoever moves it at the same time.
        jdbc.sql("update demo_clock set offset_seconds = greatest(offset_seconds, ?)")
                .param(seconds)
                .update();
        follow();
    }

    @Scheduled(fixedDelay = 500)
    void follow() {
        Duration now = read();
        if (!now.equals(offset)) {
            offset = now;
            EngineTime.follow(now);
        }
    }

    private Duration read() {
        return Duration.ofSeconds(jdbc.sql("select offset_seconds from demo_clock")
                .query(Long.class)
                .single());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return TimeConfiguration.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        DemoClock base = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return base.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return base.withZone(other);
            }
        };
    }
}
