package vn.tongket.calendar;

import java.time.LocalDate;

/**
 * A day that differs from the plain week, or a holiday at a weekend.
 *
 * @param working false: a day off; true: a Saturday that is worked
 * @param proposed computed, and entered by nobody
 */
public record CalendarDay(LocalDate day, boolean working, String name, boolean proposed) {}
