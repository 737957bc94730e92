package vn.tongket.report;

import java.util.List;
import java.util.function.Predicate;

/** How many units of one block (required, or coordinated) stand where; who was let in after the lock is late. */
public record Counts(
        int expected,
        int received,
        int accepted,
        int underReview,
        int returned,
        int open,
        int early,
        int onTime,
        int late,
        int missing) {

    static Counts of(List<UnitStatus> units) {
        return new Counts(
                count(units, unit -> unit.state() != SubmissionState.EXEMPT),
                count(units, unit -> unit.receivedAt() != null),
                count(
                        units,
                        unit -> unit.state() == SubmissionState.ACCEPTED
                                || unit.state() == SubmissionState.CONSOLIDATED),
                count(units, unit -> SubmissionState.AWAITING_REVIEW.contains(unit.state())),
                count(units, unit -> unit.state() == SubmissionState.RETURNED),
                count(units, unit -> SubmissionState.OWING.contains(unit.state())),
                count(units, unit -> unit.punctuality() == Punctuality.EARLY),
                count(units, unit -> unit.punctuality() == Punctuality.ON_TIME),
                count(
                        units,
                        unit -> unit.punctuality() == Punctuality.LATE
                                || unit.punctuality() == Punctuality.LATE_AFTER_LOCK),
                count(units, unit -> unit.punctuality() == Punctuality.MISSING));
    }

    private static int count(List<UnitStatus> units, Predicate<UnitStatus> which) {
        return (int) units.stream().filter(which).count();
    }
}
