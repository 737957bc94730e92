package vn.tongket.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tongket.support.TongketIT;

/** On the shipped days: 31/12/2018 is off for Saturday 05/01/2019; of 2024 only what the rules propose is known. */
@TongketIT
class WorkingCalendarIT {

    @Autowired
    private WorkingCalendar calendar;

    @ParameterizedTest
    @CsvSource({
        "2018-12-28, 2018-12-28, 2018-12-28",
        "2018-12-29, 2018-12-28, 2019-01-02",
        "2019-01-05, 2019-01-05, 2019-01-05",
        "2019-01-06, 2019-01-05, 2019-01-07",
        "2024-06-30, 2024-06-28, 2024-07-01"
    })
    void findsTheWorkingDayBeforeAndAfter(LocalDate day, LocalDate before, LocalDate after) {
        assertThat(calendar.lastOnOrBefore(day)).isEqualTo(before);
        assertThat(calendar.nextOnOrAfter(day)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-02, -1, 2018-12-28",
        "2019-01-02, -7, 2018-12-20",
        "2019-01-02, -15, 2018-12-10",
        "2019-01-04, 1, 2019-01-05",
        "2019-01-04, 2, 2019-01-07",
        "2024-07-01, -5, 2024-06-24"
    })
    void countsWorkingDaysOverHolidaysAndSwappedDays(LocalDate from, int days, LocalDate expected) {
        assertThat(calendar.plus(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2018-12-28, 2019-01-02, 1", "2019-01-02, 2019-01-05, 3", "2019-01-02, 2019-01-02, 0"})
    void countsTheWorkingDaysBetweenTwoDays(LocalDate from, LocalDate to, int expected) {
        assertThat(calendar.between(from, to)).isEqualTo(expected);
    }
}
