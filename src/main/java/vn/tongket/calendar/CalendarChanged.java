package vn.tongket.calendar;

import java.time.LocalDate;

/**
 * Days of that year became working days or days off; the first of them is {@code from}. What was computed from {@code
 * from} on, or counted across it, may have moved. Published in the changing transaction.
 */
public record CalendarChanged(int year, LocalDate from) {}
