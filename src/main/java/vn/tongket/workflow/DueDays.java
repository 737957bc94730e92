package vn.tongket.workflow;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.WorkingCalendar;

/** Until when somebody should act who has a number of working days for it, today not counted. */
@Component
public class DueDays {

    private final WorkingCalendar calendar;
    private final Clock clock;

    DueDays(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    public LocalDate in(int workingDays) {
        return calendar.plus(EngineDates.today(clock), workingDays);
    }
}
