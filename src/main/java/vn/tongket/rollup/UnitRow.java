package vn.tongket.rollup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;

/**
 * One unit's values of one row, over the row's years.
 *
 * @param office whether it is the issuer's own office, which adds to the totals and is counted nowhere
 * @param countedAt the union in whose campaign the unit is counted, null: in this one; elsewhere it adds nothing here
 * @param state where its report stands, {@code ACCEPTED}; null when it was not opened
 * @param version of the report that counts; null when none does
 * @param cells null then as well
 * @param weights of a mean, what each value is weighed with; empty for other rows, and when no report counts
 */
public record UnitRow(
        String unit,
        String name,
        boolean office,
        @Nullable String countedAt,
        @Nullable String state,
        @Nullable Integer version,
        @Nullable List<Cell> cells,
        List<Weight> weights) {

    /**
     * What a mean's value is weighed with.
     *
     * @param number null where the year is no part of the mean
     * @param carried whether it is a sum from the unit's own campaign, not the unit's cell of the weight
     */
    public record Weight(@Nullable Fraction number, boolean carried) {

        public static final Weight NONE = new Weight(null, false);
    }
}
