package vn.tongket.calendar.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.tongket.calendar.CalendarDay;

/** A year at a glance: twelve months of weeks from Monday to Sunday. */
final class YearSheet {

    private static final List<String> WEEK =
            List.of("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật");
    private static final int DAYS_A_WEEK = 7;

    /** One month; a week has seven cells. */
    public record Month(int number, List<List<Cell>> weeks) {}

    /**
     * One place in a week.
     *
     * @param number the day of the month, null outside of it
     * @param kind {@code off}, {@code worked}, {@code weekend}, or empty for a plain working day
     * @param title what the day is, for whoever points at it; empty for a plain day
     */
    public record Cell(@Nullable Integer number, String kind, String title) {}

    /** A day of the list below the months, with what it is called in the week. */
    public record Line(CalendarDay day, String weekday) {}

    private YearSheet() {}

    static List<Month> monthsOf(int year, List<CalendarDay> days) {
        Map<LocalDate, CalendarDay> entered =
                days.stream().collect(Collectors.toMap(CalendarDay::day, Function.identity()));
        return IntStream.rangeClosed(1, 12)
                .mapToObj(number -> new Month(number, weeksOf(YearMonth.of(year, number), entered)))
                .toList();
    }

    static List<Line> linesOf(List<CalendarDay> days) {
        return days.stream()
                .map(day -> new Line(day, WEEK.get(day.day().getDayOfWeek().getValue() - 1)))
                .toList();
    }

    private static List<List<Cell>> weeksOf(YearMonth month, Map<LocalDate, CalendarDay> entered) {
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<List<Cell>> weeks = new ArrayList<>();
        while (!monday.isAfter(month.atEndOfMonth())) {
            weeks.add(monday.datesUntil(monday.plusDays(DAYS_A_WEEK))
                    .map(day ->
                            YearMonth.from(day).equals(month) ? cell(day, entered.get(day)) : new Cell(null, "", ""))
                    .toList());
            monday = monday.plusDays(DAYS_A_WEEK);
        }
        return weeks;
    }

    private static Cell cell(LocalDate day, @Nullable CalendarDay entered) {
        if (entered != null) {
            return new Cell(day.getDayOfMonth(), entered.working() ? "worked" : "off", entered.name());
        }
        return new Cell(day.getDayOfMonth(), day.getDayOfWeek().getValue() > 5 ? "weekend" : "", "");
    }
}
