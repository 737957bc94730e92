package vn.tongket.calendar.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.CalendarYears;

/** What a page must say beside days that it shows; the template {@code calendar-note} asks it. */
@Component("calendarNotes")
class CalendarNotes {

    private final CalendarYears years;

    CalendarNotes(CalendarYears years) {
        this.years = years;
    }

    /** The years of these days that nobody has confirmed, ascending. */
    public List<Integer> unconfirmed(Collection<LocalDate> days) {
        return years.unconfirmed(days);
    }
}
