package vn.tongket.rollup;

import org.jspecify.annotations.Nullable;
import vn.tongket.report.SubmissionState;

/**
 * One participant and whether its report is in the totals.
 *
 * @param state where its report stands, null when it was not opened
 * @param version of its report that counts, null when none does
 */
public record CountedUnit(
        String unit,
        String name,
        String shortName,
        boolean required,
        @Nullable SubmissionState state,
        @Nullable Integer version) {

    public boolean isCounted() {
        return version != null;
    }

    public boolean isExempt() {
        return state == SubmissionState.EXEMPT;
    }

    /** Its figures are expected and not there. */
    public boolean isMissing() {
        return !isCounted() && !isExempt();
    }

    /** Where its report stands, as people read it. */
    public String standing() {
        return state == null ? "Chưa mở báo cáo" : state.label();
    }
}
