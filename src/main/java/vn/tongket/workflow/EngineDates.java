package vn.tongket.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import vn.tongket.shared.TimeConfiguration;

/** Dates as the engine wants them: {@link Date}, days in Vietnam's zone. */
public final class EngineDates {

    /** When a day ends, for due dates. */
    public static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private EngineDates() {}

    public static Date at(LocalDateTime time) {
        return Date.from(time.atZone(TimeConfiguration.ZONE).toInstant());
    }

    /** The last minute of the day, as a due date. */
    public static Date endOf(LocalDate day) {
        return at(day.atTime(LAST_MINUTE));
    }

    /** What the clock says, in Vietnam. */
    public static LocalDateTime now(Clock clock) {
        return LocalDateTime.ofInstant(clock.instant(), TimeConfiguration.ZONE);
    }

    public static LocalDate today(Clock clock) {
        return now(clock).toLocalDate();
    }

    public static LocalDate day(Date date) {
        return time(date).toLocalDate();
    }

    public static LocalDateTime time(Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), TimeConfiguration.ZONE);
    }
}
