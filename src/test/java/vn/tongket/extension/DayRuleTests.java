package vn.tongket.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.shared.DomainException.Fault;

/** On 06/11/2017, with a deadline on the 4th that is over, and the lock on the 15th. */
class DayRuleTests {

    private static final LocalDate TODAY = LocalDate.of(2017, 11, 6);
    private static final LocalDate LOCK = LocalDate.of(2017, 11, 15);

    private final DayRule rule = new DayRule(TODAY, LocalDate.of(2017, 11, 4), "của đơn vị", Optional.of(LOCK));

    @ParameterizedTest
    @ValueSource(strings = {"2017-11-06", "2017-11-07", "2017-11-15"})
    void takesADayFromTodayToTheLock(LocalDate day) {
        assertThat(faults(rule, day)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "           | Cần chọn ngày gia hạn.",
                "2017-11-05 | Ngày gia hạn 05/11/2017 đã qua.",
                "2017-11-16 | Ngày gia hạn không được sau ngày khóa số liệu theo kế hoạch (15/11/2017)."
            })
    void saysWhatIsWrongWithAnother(LocalDate day, String sentence) {
        assertThat(faults(rule, day)).containsExactly(new Fault("day", sentence));
    }

    @Test
    void wantsADayAfterThePresentOne() {
        DayRule early = new DayRule(LocalDate.of(2017, 10, 2), LocalDate.of(2017, 11, 4), "chung", Optional.of(LOCK));

        assertThat(faults(early, LocalDate.of(2017, 11, 4)))
                .containsExactly(new Fault("day", "Ngày gia hạn phải sau hạn chung hiện nay (04/11/2017)."));
        assertThat(faults(early, LocalDate.of(2017, 11, 5))).isEmpty();
    }

    @Test
    void knowsNoLastDayWhereThePlanNamesNoLock() {
        DayRule open = new DayRule(TODAY, LocalDate.of(2017, 11, 4), "chung", Optional.empty());

        assertThat(faults(open, LocalDate.of(2019, 1, 1))).isEmpty();
    }

    private static List<Fault> faults(DayRule rule, LocalDate day) {
        List<Fault> faults = new ArrayList<>();
        rule.check("day", day, faults);
        return faults;
    }
}
