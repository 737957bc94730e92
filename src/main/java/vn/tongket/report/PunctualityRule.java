package vn.tongket.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.shared.TimeConfiguration;

/**
 * The one place that says early, on time or late (formats.md, Dates): early up to the end of T − 5 working days, on
 * time up to the end of the last acceptable day, late after it, grace or not.
 */
final class PunctualityRule {

    private static final int EARLY_WORKING_DAYS = 5;

    private final LocalDate lastDay;
    private final LocalDate earlyUntil;
    private final @Nullable Instant lockedAt;
    private final WorkingDays days;

    PunctualityRule(LocalDate lastDay, @Nullable Instant lockedAt, WorkingDays days) {
        this.lastDay = lastDay;
        this.earlyUntil = days.plus(days.lastOnOrBefore(lastDay), -EARLY_WORKING_DAYS);
        this.lockedAt = lockedAt;
        this.days = days;
    }

    /** Null while nothing was received and the report may still come. */
    @Nullable
    Punctuality of(SubmissionState state, @Nullable Instant receivedAt) {
        if (state == SubmissionState.NOT_SUBMITTED) {
            return Punctuality.MISSING;
        }
        if (receivedAt == null) {
            return null;
        }
        if (lockedAt != null && receivedAt.isAfter(lockedAt)) {
            return Punctuality.LATE_AFTER_LOCK;
        }
        LocalDate day = LocalDate.ofInstant(receivedAt, TimeConfiguration.ZONE);
        if (day.isAfter(lastDay)) {
            return Punctuality.LATE;
        }
        return day.isAfter(earlyUntil) ? Punctuality.ON_TIME : Punctuality.EARLY;
    }

    /** Working days after the deadline, at least 1 when it was late. */
    int workingDaysLate(Instant receivedAt) {
        LocalDate day = LocalDate.ofInstant(receivedAt, TimeConfiguration.ZONE);
        return day.isAfter(lastDay) ? Math.max(1, days.between(lastDay, day)) : 0;
    }
}
