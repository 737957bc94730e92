package vn.tongket.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/** The calendar as it stands now, for several questions at once: {@code exceptions} to the plain week, by day. */
public record WorkingDays(Map<LocalDate, Boolean> exceptions) {

    public WorkingDays {
        exceptions = Map.copyOf(exceptions);
    }

    public boolean includes(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, weekday);
    }

    /** That day, or the last working day before it. */
    public LocalDate lastOnOrBefore(LocalDate day) {
        return includes(day) ? day : plus(day, -1);
    }

    /** That day, or the next working day after it. */
    public LocalDate nextOnOrAfter(LocalDate day) {
        return includes(day) ? day : plus(day, 1);
    }

    /** {@code days} working days after the day, or before it when negative; the day itself is not counted. */
    public LocalDate plus(LocalDate day, int days) {
        int step = Integer.signum(days);
        LocalDate result = day;
        int left = Math.abs(days);
        while (left > 0) {
            result = result.plusDays(step);
            if (includes(result)) {
                left--;
            }
        }
        return result;
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (includes(day)) {
                count++;
            }
        }
        return count;
    }
}
