package vn.tongket.calendar;

import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** Working days in Vietnam: weekends, holidays and days swapped with a Saturday, from the table of days. */
@Service
public class WorkingCalendar {

    public boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** That day, or the last working day before it. */
    public LocalDate lastOnOrBefore(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** That day, or the next working day after it. */
    public LocalDate nextOnOrAfter(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** {@code days} working days after the day, or before it when negative; the day itself is not counted. */
    public LocalDate plus(LocalDate day, int days) {
        throw new UnsupportedOperationException();
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }
}
