package vn.tongket.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.calendar.WorkingDays;

/** The real plan: Saturday 04/11/2017 is the last day, Friday 03/11 its last working day. */
class TimeLeftTests {

    private static final WorkingDays DAYS = new WorkingDays(Map.of());

    @ParameterizedTest
    @CsvSource({
        "2017-10-06, 2017-11-04, còn 20 ngày làm việc",
        "2017-10-27, 2017-11-04, còn 5 ngày làm việc",
        "2017-11-02, 2017-11-04, còn 1 ngày làm việc",
        "2017-11-03, 2017-11-04, hôm nay là ngày làm việc cuối cùng trước hạn",
        "2017-11-04, 2017-11-04, hôm nay là hạn cuối",
        "2017-11-05, 2017-11-04, đã quá hạn",
        "2017-11-06, 2017-11-04, đã quá hạn 1 ngày làm việc",
        "2017-11-08, 2017-11-04, đã quá hạn 3 ngày làm việc",
        "2017-11-03, 2017-11-03, hôm nay là hạn cuối"
    })
    void saysHowFarItIsInWorkingDays(LocalDate today, LocalDate deadline, String words) {
        assertThat(FactsOfUnit.timeLeft(DAYS, today, deadline)).isEqualTo(words);
    }
}
