package vn.tongket.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.calendar.LunarCalendar.Month;

/** Against the dates that Vietnam keeps or has announced (domain notes, 6.2), and what holds in every year. */
class LunarCalendarTests {

    /** Tết and the Hùng Kings' day, 10/3; in 2007 and 2030 Tết, in 2009, 2037 and 2038 the other differ from China's. */
    @ParameterizedTest
    @CsvSource({
        "2007-02-17, 2007-04-26", "2008-02-07, 2008-04-15", "2009-01-26, 2009-04-04", "2010-02-14, 2010-04-23",
        "2011-02-03, 2011-04-12", "2012-01-23, 2012-03-31", "2013-02-10, 2013-04-19", "2014-01-31, 2014-04-09",
        "2015-02-19, 2015-04-28", "2016-02-08, 2016-04-16", "2017-01-28, 2017-04-06", "2018-02-16, 2018-04-25",
        "2019-02-05, 2019-04-14", "2020-01-25, 2020-04-02", "2021-02-12, 2021-04-21", "2022-02-01, 2022-04-10",
        "2023-01-22, 2023-04-29", "2024-02-10, 2024-04-18", "2025-01-29, 2025-04-07", "2026-02-17, 2026-04-26",
        "2027-02-06, 2027-04-16", "2028-01-26, 2028-04-04", "2029-02-13, 2029-04-23", "2030-02-02, 2030-04-12",
        "2031-01-23, 2031-04-01", "2032-02-11, 2032-04-19", "2033-01-31, 2033-04-09", "2034-02-19, 2034-04-28",
        "2035-02-08, 2035-04-17", "2036-01-28, 2036-04-06", "2037-02-15, 2037-04-24", "2038-02-04, 2038-04-13",
        "2039-01-24, 2039-04-03", "2040-02-12, 2040-04-20"
    })
    void knowsTetAndTheHungKingsDay(LocalDate tet, LocalDate hungKings) {
        assertThat(LunarCalendar.day(tet.getYear(), 1, 1)).isEqualTo(tet);
        assertThat(LunarCalendar.day(tet.getYear(), 3, 10)).isEqualTo(hungKings);
    }

    @ParameterizedTest
    @CsvSource({"2006, 7", "2009, 5", "2012, 4", "2014, 9", "2017, 6", "2020, 4", "2023, 2", "2025, 6", "2028, 5"})
    void repeatsTheRightMonth(int year, int leap) {
        assertThat(LunarCalendar.monthsOf(year).stream().filter(Month::leap))
                .singleElement()
                .extracting(Month::number)
                .isEqualTo(leap);
    }

    @ParameterizedTest
    @ValueSource(ints = {2007, 2008, 2010, 2011, 2013, 2015, 2016, 2018, 2019, 2021, 2022, 2024, 2026})
    void repeatsNoMonthInTheOtherYears(int year) {
        assertThat(LunarCalendar.monthsOf(year)).noneMatch(Month::leap);
    }

    @ParameterizedTest
    @MethodSource("years")
    void countsTheMonthsOfEachYearFromOneToTwelve(int year) {
        List<Month> months = LunarCalendar.monthsOf(year);

        assertThat(months.stream().filter(month -> !month.leap()).map(Month::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
        IntStream.range(0, months.size())
                .filter(i -> months.get(i).leap())
                .forEach(i -> assertThat(months.get(i).number())
                        .isEqualTo(months.get(i - 1).number()));
    }

    /** Months of 29 or 30 days, without a gap, also from year to year. */
    @Test
    void leavesNoDayWithoutAMonth() {
        List<LocalDate> firsts = new ArrayList<>();
        years().forEach(year -> LunarCalendar.monthsOf(year).forEach(month -> firsts.add(month.first())));

        for (int i = 1; i < firsts.size(); i++) {
            assertThat(ChronoUnit.DAYS.between(firsts.get(i - 1), firsts.get(i)))
                    .as("month from " + firsts.get(i - 1))
                    .isBetween(29L, 30L);
        }
    }

    /** New moons as almanacs give them, in UTC: the day in Vietnam is seven hours ahead. */
    @ParameterizedTest
    @CsvSource({
        "2017-01-28, 2017-01-28", // 00:07 UTC
        "2024-02-10, 2024-02-10", // 09/02, 22:59 UTC
        "2025-01-29, 2025-01-29", // 12:36 UTC
        "2026-02-17, 2026-02-17" // 12:01 UTC
    })
    void beginsAMonthOnTheDayOfTheNewMoon(LocalDate near, LocalDate expected) {
        assertThat(IntStream.range(0, 14).mapToObj(i -> Sky.dayOfNewMoon(Sky.newMoonBefore(near.getYear()) + i)))
                .contains(expected);
    }

    /** Equinoxes and solstices, between the two midnights in Vietnam (almanacs, UTC: 20/03, 21/06, 22/09, 21/12). */
    @ParameterizedTest
    @CsvSource({"2017-03-20, 0", "2017-06-21, 90", "2017-09-23, 180", "2017-12-21, 270", "2024-12-21, 270"})
    void knowsTheDaysOfEquinoxesAndSolstices(LocalDate day, int degrees) {
        double from = (Sky.sunAtStartOf(day) - degrees + 540) % 360 - 180;
        double to = (Sky.sunAtStartOf(day.plusDays(1)) - degrees + 540) % 360 - 180;

        assertThat(from).isNegative();
        assertThat(to).isPositive();
    }

    /** The rule itself: the month in which the winter solstice falls is the eleventh. */
    @ParameterizedTest
    @MethodSource("years")
    void callsTheMonthOfTheWinterSolsticeTheEleventh(int year) {
        List<Month> months = LunarCalendar.monthsOf(year);
        int eleventh = IntStream.range(0, months.size())
                .filter(i -> months.get(i).number() == 11 && !months.get(i).leap())
                .findFirst()
                .orElseThrow();

        assertThat(Sky.sunAtStartOf(months.get(eleventh).first())).isLessThan(270);
        assertThat(Sky.sunAtStartOf(months.get(eleventh + 1).first())).isGreaterThanOrEqualTo(270);
    }

    @ParameterizedTest
    @ValueSource(ints = {2005, 2050})
    void reckonsNoYearThatItsTermsAreNotGoodFor(int year) {
        assertThatThrownBy(() -> LunarCalendar.monthsOf(year)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<Integer> years() {
        return IntStream.rangeClosed(LunarCalendar.FIRST_YEAR, LunarCalendar.LAST_YEAR)
                .boxed();
    }
}
