package vn.tongket.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Working days in Vietnam: weekends, holidays and days swapped with a Saturday, from the table of days. Whether somebody
 * answers for a year, {@link CalendarYears} says.
 */
@Service
public class WorkingCalendar {

    private final JdbcClient jdbc;

    WorkingCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole calendar, read once: who asks more than one question asks this. A year has some twenty rows. */
    public WorkingDays days() {
        return new WorkingDays(jdbc
                .sql("select day, working from calendar_day")
                .query((row, i) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("working")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public boolean isWorkingDay(LocalDate day) {
        return days().includes(day);
    }

    /** See {@link WorkingDays#lastOnOrBefore}. */
    public LocalDate lastOnOrBefore(LocalDate day) {
        return days().lastOnOrBefore(day);
    }

    /** See {@link WorkingDays#nextOnOrAfter}. */
    public LocalDate nextOnOrAfter(LocalDate day) {
        return days().nextOnOrAfter(day);
    }

    /** See {@link WorkingDays#plus}. */
    public LocalDate plus(LocalDate day, int days) {
        return days().plus(day, days);
    }

    /** See {@link WorkingDays#between}. */
    public int between(LocalDate from, LocalDate to) {
        return days().between(from, to);
    }
}
