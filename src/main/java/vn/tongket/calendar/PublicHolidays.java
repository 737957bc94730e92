package vn.tongket.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.tongket.shared.Vietnamese;

/**
 * The days off that the law gives in a year, as a proposal: which days of Tết are taken, which day beside 02/9, and what
 * is swapped with a Saturday, is decided anew each year.
 *
 * <ul>
 *   <li>up to 2013: nine days, four of them Tết, the last of the old year and three of the new (Labour Code of 1994,
 *       Article 73, with the Hùng Kings' day since 2007; that of 2012 is in force from 01/05/2013, after that year's Tết)
 *   <li>from 2014: five days of Tết, here two of the old year and three of the new (Labour Code of 2012, Article 115)
 *   <li>from 2021: one day more beside 02/9 (Labour Code of 2019, Article 112)
 *   <li>always: for a holiday at a weekend, the next day that is not off anyway
 * </ul>
 */
final class PublicHolidays {

    private static final int FIVE_DAYS_OF_TET = 2014;
    private static final int TWO_DAYS_OF_SEPTEMBER = 2021;
    private static final String TET = "Tết Nguyên đán";

    private final int year;
    private final TreeMap<LocalDate, String> names = new TreeMap<>();

    private PublicHolidays(int year) {
        this.year = year;
    }

    /** The year's days off in order, holidays at a weekend included. */
    static List<CalendarDay> of(int year) {
        PublicHolidays holidays = new PublicHolidays(year);
        holidays.add(LocalDate.of(year, Month.JANUARY, 1), "Tết Dương lịch");
        holidays.tet();
        holidays.add(LunarCalendar.day(year, 3, 10), "Giỗ Tổ Hùng Vương");
        holidays.add(LocalDate.of(year, Month.APRIL, 30), "Ngày Chiến thắng 30/4");
        holidays.add(LocalDate.of(year, Month.MAY, 1), "Ngày Quốc tế Lao động");
        holidays.nationalDay();
        holidays.compensate();
        return holidays.names.entrySet().stream()
                .map(day -> new CalendarDay(day.getKey(), false, day.getValue(), true))
                .toList();
    }

    private void tet() {
        LocalDate first = LunarCalendar.day(year, 1, 1);
        int before = year < FIVE_DAYS_OF_TET ? 1 : 2;
        first.minusDays(before).datesUntil(first.plusDays(3)).forEach(day -> add(day, TET));
    }

    /** The day beside it that makes the longer rest with a weekend; 01/9 when neither does. */
    private void nationalDay() {
        LocalDate day = LocalDate.of(year, Month.SEPTEMBER, 2);
        add(day, "Quốc khánh");
        if (year >= TWO_DAYS_OF_SEPTEMBER) {
            boolean after = switch (day.getDayOfWeek()) {
                case SUNDAY, MONDAY, THURSDAY -> true;
                default -> false;
            };
            add(after ? day.plusDays(1) : day.minusDays(1), "Nghỉ liền kề Quốc khánh");
        }
    }

    private void compensate() {
        for (var holiday : new ArrayList<>(names.entrySet())) {
            if (isWeekend(holiday.getKey())) {
                LocalDate day = holiday.getKey();
                while (isWeekend(day) || names.containsKey(day)) {
                    day = day.plusDays(1);
                }
                String name = holiday.getValue();
                add(day, "Nghỉ bù " + (name.startsWith("Ngày ") ? Vietnamese.midSentence(name) : name));
            }
        }
    }

    private void add(LocalDate day, String name) {
        names.putIfAbsent(day, name);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
