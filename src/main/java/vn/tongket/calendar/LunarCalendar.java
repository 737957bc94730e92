package vn.tongket.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lunar calendar of Vietnam, from its rules: a month begins on the day of a new moon; the month with the winter
 * solstice is the eleventh; where thirteen months lie between two of these, the first in which the sun enters no new
 * twelfth of its way is a leap month. Reckoned at UTC+7, it now and then differs from the Chinese one (2007, 2030).
 */
final class LunarCalendar {

    static final int FIRST_YEAR = 2006;
    static final int LAST_YEAR = 2049;

    private static final int SOLSTICE_MONTH = 11;
    private static final int SOLSTICE = 270;
    private static final int TWELFTH = 30;
    /** New moons enough for three winter solstices. */
    private static final int MONTHS_READ = 40;

    /** A month: its first day, its number from 1 to 12, and whether it repeats the number before it. */
    record Month(LocalDate first, int number, boolean leap) {}

    private LunarCalendar() {}

    /** That day of the month, not the leap one, of the lunar year that begins in {@code year}. */
    static LocalDate day(int year, int month, int day) {
        return monthsOf(year).stream()
                .filter(each -> each.number() == month && !each.leap())
                .findFirst()
                .orElseThrow()
                .first()
                .plusDays(day - 1L);
    }

    /** The twelve or thirteen months of the lunar year that begins in {@code year}. */
    static List<Month> monthsOf(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("No lunar year is reckoned for " + year);
        }
        int before = Sky.newMoonBefore(year - 1);
        List<LocalDate> newMoons = IntStream.range(before, before + MONTHS_READ)
                .mapToObj(Sky::dayOfNewMoon)
                .toList();
        List<Month> months = numbered(newMoons);
        int tet = IntStream.range(0, months.size())
                .filter(i -> begins(months.get(i)) && months.get(i).first().getYear() == year)
                .findFirst()
                .orElseThrow();
        int next = IntStream.range(tet + 1, months.size())
                .filter(i -> begins(months.get(i)))
                .findFirst()
                .orElseThrow();
        return months.subList(tet, next);
    }

    private static boolean begins(Month month) {
        return month.number() == 1 && !month.leap();
    }

    /** The months from the first eleventh to the last one. */
    private static List<Month> numbered(List<LocalDate> newMoons) {
        int[] solstices = IntStream.range(0, newMoons.size() - 1)
                .filter(i -> enters(SOLSTICE, newMoons.get(i), newMoons.get(i + 1)))
                .toArray();
        List<Month> months = new ArrayList<>();
        for (int i = 1; i < solstices.length; i++) {
            months.addAll(betweenSolstices(newMoons.subList(solstices[i - 1], solstices[i] + 1)));
        }
        return months;
    }

    /** {@code newMoons} begins and ends with an eleventh month; the last one is not answered. */
    private static List<Month> betweenSolstices(List<LocalDate> newMoons) {
        boolean thirteen = newMoons.size() == 14;
        List<Month> months = new ArrayList<>();
        boolean leapPassed = false;
        for (int i = 0; i < newMoons.size() - 1; i++) {
            boolean leap = thirteen && !leapPassed && entersNothing(newMoons.get(i), newMoons.get(i + 1));
            leapPassed |= leap;
            int number = (SOLSTICE_MONTH - 1 + i - (leapPassed ? 1 : 0)) % 12 + 1;
            months.add(new Month(newMoons.get(i), number, leap));
        }
        return months;
    }

    private static boolean entersNothing(LocalDate first, LocalDate next) {
        return twelfth(first) == twelfth(next);
    }

    private static boolean enters(int degrees, LocalDate first, LocalDate next) {
        return Sky.sunAtStartOf(first) < degrees && Sky.sunAtStartOf(next) >= degrees;
    }

    private static int twelfth(LocalDate day) {
        return (int) (Sky.sunAtStartOf(day) / TWELFTH);
    }
}
