package vn.tongket.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import vn.tongket.shared.TimeConfiguration;

/** A clock that stands where a test puts it. */
public final class TestClock extends Clock {

    private Instant now = Instant.EPOCH;

    /** Puts the clock on that time in Vietnam, {@code 2017-10-06T08:00}. */
    public void set(String time) {
        now = LocalDateTime.parse(time).atZone(TimeConfiguration.ZONE).toInstant();
    }

    /** Puts it forward. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return TimeConfiguration.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
