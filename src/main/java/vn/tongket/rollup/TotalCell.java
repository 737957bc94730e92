package vn.tongket.rollup;

import org.jspecify.annotations.Nullable;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Cell;

/**
 * One total and what it rests on (formats.md, Coverage).
 *
 * @param cell the exact value, or why there is none
 * @param expected units of which a number is expected; the issuer's own office is not counted
 * @param reporting those that gave one
 * @param noData those that said {@code ...}
 * @param notApplicable those that said {@code x}
 * @param differentSides whether the two sides of a quotient rest on different units
 * @param earlierYear in the period's column, the year of a last value that is not the last year's
 */
public record TotalCell(
        Cell cell,
        int expected,
        int reporting,
        int noData,
        int notApplicable,
        boolean differentSides,
        @Nullable Integer earlierYear) {

    /** {@code 46/52}; empty where nobody is expected to have a number. */
    public String coverage() {
        return expected == 0 ? "" : Vietnamese.count(reporting) + "/" + Vietnamese.count(expected);
    }

    /** Whether a unit's number lacks, or the two sides do not fit. */
    public boolean isIncomplete() {
        return reporting < expected || differentSides;
    }
}
