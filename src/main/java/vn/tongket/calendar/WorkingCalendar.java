package vn.tongket.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Working days in Vietnam: weekends, holidays and days swapped with a Saturday, from the table of days. */
@Service
public class WorkingCalendar {

    private final JdbcClient jdbc;

    WorkingCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isWorkingDay(LocalDate day) {
        return isWorking(day, exceptions(day, day));
    }

    /** That day, or the last working day before it. */
    public LocalDate lastOnOrBefore(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, -1);
    }

    /** That day, or the next working day after it. */
    public LocalDate nextOnOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : plus(day, 1);
    }

    /** {@code days} working days after the day, or before it when negative; the day itself is not counted. */
    public LocalDate plus(LocalDate day, int days) {
        int step = Integer.signum(days);
        // Two weeks of holidays on top of the weekends is more than any year has in one stretch.
        int reach = Math.abs(days) * 2 + 30;
        LocalDate farthest = day.plusDays((long) step * reach);
        Map<LocalDate, Boolean> exceptions = step >= 0 ? exceptions(day, farthest) : exceptions(farthest, day);
        LocalDate result = day;
        int left = Math.abs(days);
        while (left > 0) {
            result = result.plusDays(step);
            if (isWorking(result, exceptions)) {
                left--;
            }
        }
        return result;
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        Map<LocalDate, Boolean> exceptions = exceptions(from, to);
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorking(day, exceptions)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isWorking(LocalDate day, Map<LocalDate, Boolean> exceptions) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, weekday);
    }

    private Map<LocalDate, Boolean> exceptions(LocalDate from, LocalDate to) {
        return jdbc
                .sql("select day, working from calendar_day where day between ? and ?")
                .params(from, to)
                .query((row, i) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("working")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
