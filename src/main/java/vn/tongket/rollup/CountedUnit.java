package vn.tongket.rollup;

import org.jspecify.annotations.Nullable;
import vn.tongket.report.SubmissionState;

/**
 * One participant and whether its report is in the totals.
 *
 * @param state where its report stands, null when it was not opened
 * @param version of its report that counts, null when none does
 * @param countedAt the union in whose campaign it is counted, null: in this one
 */
public record CountedUnit(
        String unit,
        String name,
        String shortName,
        boolean required,
        @Nullable SubmissionState state,
        @Nullable Integer version,
        @Nullable String countedAt) {

    public boolean isCounted() {
        return version != null && countedAt == null;
    }

    public boolean isExempt() {
        return state == SubmissionState.EXEMPT;
    }

    /** Its figures come in with those of another campaign of the tree. */
    public boolean isCountedElsewhere() {
        return countedAt != null;
    }

    /** Its figures are expected and not there. */
    public boolean isMissing() {
        return version == null && countedAt == null && !isExempt();
    }

    /** Where its report stands, as people read it. */
    public String standing() {
        return state == null ? "Chưa mở báo cáo" : state.label();
    }
}
