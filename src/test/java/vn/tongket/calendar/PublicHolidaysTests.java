package vn.tongket.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed, beside the days that were off: domain notes, 6.2, and the yearly announcements. */
class PublicHolidaysTests {

    /** Working days lost, as day/month; 31/12/2018 and 29/4/2024 were swapped, which no rule can know. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2012 | 2/1 23/1 24/1 25/1 26/1 2/4 30/4 1/5 3/9
            2013 | 1/1 11/2 12/2 13/2 14/2 19/4 30/4 1/5 2/9
            2017 | 2/1 26/1 27/1 30/1 31/1 1/2 6/4 1/5 2/5 4/9
            2018 | 1/1 14/2 15/2 16/2 19/2 20/2 25/4 30/4 1/5 3/9
            2019 | 1/1 4/2 5/2 6/2 7/2 8/2 15/4 30/4 1/5 2/9
            2020 | 1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9
            2021 | 1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9
            2022 | 3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9
            2023 | 2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9
            2024 | 1/1 8/2 9/2 12/2 13/2 14/2 18/4 30/4 1/5 2/9 3/9
            2025 | 1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 1/9 2/9""")
    void proposesTheWorkingDaysThatWereOff(int year, String expected) {
        assertThat(PublicHolidays.of(year).stream()
                        .map(CalendarDay::day)
                        .filter(day -> !PublicHolidays.isWeekend(day))
                        .map(day -> day.getDayOfMonth() + "/" + day.getMonthValue()))
                .containsExactlyElementsOf(Arrays.asList(expected.split(" ")));
    }

    /** A weekend's holiday moves to the next day that is not off anyway; named after what it stands for. */
    @Test
    void namesEachDay() {
        Map<MonthDay, String> names = PublicHolidays.of(2023).stream()
                .collect(Collectors.toMap(day -> MonthDay.from(day.day()), CalendarDay::name));

        assertThat(names)
                .containsEntry(MonthDay.of(1, 1), "Tết Dương lịch")
                .containsEntry(MonthDay.of(1, 2), "Nghỉ bù Tết Dương lịch")
                .containsEntry(MonthDay.of(1, 22), "Tết Nguyên đán")
                .containsEntry(MonthDay.of(1, 26), "Nghỉ bù Tết Nguyên đán")
                .containsEntry(MonthDay.of(4, 29), "Giỗ Tổ Hùng Vương")
                .containsEntry(MonthDay.of(4, 30), "Ngày Chiến thắng 30/4")
                .containsEntry(MonthDay.of(5, 2), "Nghỉ bù Giỗ Tổ Hùng Vương")
                .containsEntry(MonthDay.of(5, 3), "Nghỉ bù ngày Chiến thắng 30/4")
                .containsEntry(MonthDay.of(9, 1), "Nghỉ liền kề Quốc khánh")
                .containsEntry(MonthDay.of(9, 4), "Nghỉ bù Quốc khánh");
    }

    /** Nine days, ten from 2014, eleven from 2021: no holiday is lost at a weekend, and none is given twice. */
    @Test
    void givesAsManyWorkingDaysAsTheLawHasHolidays() {
        for (int year :
                IntStream.rangeClosed(CalendarYears.FIRST, CalendarYears.LAST).toArray()) {
            int law = year < 2014 ? 9 : year < 2021 ? 10 : 11;
            List<LocalDate> days =
                    PublicHolidays.of(year).stream().map(CalendarDay::day).toList();

            assertThat(days.stream().filter(day -> !PublicHolidays.isWeekend(day)))
                    .as("year " + year)
                    .hasSize(law);
            assertThat(days).isSorted().allMatch(day -> day.getYear() == year);
        }
    }

    @Test
    void marksThemAllAsProposedDaysOff() {
        assertThat(PublicHolidays.of(2026)).allMatch(day -> day.proposed() && !day.working());
    }
}
