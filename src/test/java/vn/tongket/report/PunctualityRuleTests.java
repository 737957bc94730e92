package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.shared.TimeConfiguration;

/** The deadline of the shipped plan: 04/11/2017 is the last day, T is 03/11, T − 5 is 27/10 (domain notes, 6.1). */
class PunctualityRuleTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2017, 11, 4);

    /** 31/12/2018 was swapped with Saturday 05/01/2019. */
    private static final WorkingDays CALENDAR = new WorkingDays(Map.of(
            LocalDate.of(2018, 12, 31), false,
            LocalDate.of(2019, 1, 1), false,
            LocalDate.of(2019, 1, 5), true));

    @ParameterizedTest
    @CsvSource({
        "2017-10-27T23:59:59, EARLY",
        "2017-10-28T00:00:00, ON_TIME",
        "2017-11-04T23:59:59, ON_TIME",
        "2017-11-05T00:00:00, LATE",
        "2017-11-06T12:00:00, LATE"
    })
    void comparesTheReceiptWithTheDeadline(LocalDateTime received, Punctuality expected) {
        assertThat(rule(null).of(SubmissionState.UNDER_REVIEW, at(received))).isEqualTo(expected);
    }

    @Test
    void callsAReportMissingThatWasReturnedAndNotSentAgain() {
        assertThat(rule(null).of(SubmissionState.NOT_SUBMITTED, at(LocalDateTime.of(2017, 10, 1, 8, 0))))
                .isEqualTo(Punctuality.MISSING);
    }

    @Test
    void saysNothingWhileAReportMayStillCome() {
        assertThat(rule(null).of(SubmissionState.DRAFTING, null)).isNull();
    }

    @Test
    void tellsLateFromLateAfterTheLock() {
        Instant lock = at(LocalDateTime.of(2017, 11, 7, 9, 0));

        assertThat(rule(lock).of(SubmissionState.ACCEPTED, at(LocalDateTime.of(2017, 11, 8, 9, 0))))
                .isEqualTo(Punctuality.LATE_AFTER_LOCK);
    }

    /** By 29/12/2018, rolled over three days off to 02/01/2019; the grace until 04/01 makes nothing less late. */
    @ParameterizedTest
    @CsvSource({
        "2018-12-24T23:59:59, EARLY, 0",
        "2018-12-25T00:00:00, ON_TIME, 0",
        "2018-12-29T00:00:00, ON_TIME, 0",
        "2019-01-02T23:59:59, ON_TIME, 0",
        "2019-01-03T00:00:00, LATE, 1",
        "2019-01-04T23:59:59, LATE, 2"
    })
    void measuresFromTheDayThatTheDeadlineWasRolledTo(LocalDateTime received, Punctuality expected, int daysLate) {
        var rule = new PunctualityRule(LocalDate.of(2019, 1, 2), null, CALENDAR);

        assertThat(rule.of(SubmissionState.UNDER_REVIEW, at(received))).isEqualTo(expected);
        assertThat(rule.workingDaysLate(at(received))).isEqualTo(daysLate);
    }

    private static PunctualityRule rule(Instant lockedAt) {
        return new PunctualityRule(LAST_DAY, lockedAt, CALENDAR);
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(TimeConfiguration.ZONE).toInstant();
    }
}
