package vn.tongket.rollup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Indicator.UnitAgg;

/**
 * What a contribution keeps of one cell.
 *
 * @param state one of {@link UnitCells}
 * @param above and {@code below}: the amounts of a quotient's two sides
 * @param typed what stands in the report itself, for means and words
 */
record Said(
        char state,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal above,
        @Nullable BigDecimal below,
        @Nullable String typed) {

    /** The unit's figure as a person reads it. */
    Cell cell(Indicator row) {
        boolean mean = row.unitAgg().op().equals("weighted_mean");
        // Sums that were carried from below count, whatever the report says of the weight.
        if (mean && amount != null && weight != null && weight.signum() != 0) {
            return Cell.of(Fraction.of(amount).dividedBy(Fraction.of(weight)));
        }
        return switch (state) {
            case UnitCells.NOTHING -> Cell.NOTHING;
            case UnitCells.NO_DATA -> Cell.NO_DATA;
            case UnitCells.NOT_APPLICABLE, UnitCells.ABSENT -> Cell.NOT_APPLICABLE;
            case UnitCells.TEXT -> new Cell(Cell.State.TEXT, null, typed);
            case UnitCells.BLANK -> mean ? asTyped() : Cell.BLANK;
            default -> number(row.unitAgg());
        };
    }

    private Cell number(UnitAgg agg) {
        return switch (agg.op()) {
            case "ratio" -> quotient(agg);
            case "weighted_mean", "none" -> asTyped();
            default -> amount == null ? Cell.BLANK : Cell.of(Fraction.of(amount));
        };
    }

    private Cell quotient(UnitAgg agg) {
        if (above == null || below == null) {
            return Cell.BLANK;
        }
        Fraction scale = agg.scale() == null ? Fraction.ONE : Fraction.of(agg.scale());
        return below.signum() == 0
                ? Cell.undefined("mẫu số bằng 0")
                : Cell.of(Fraction.of(above).dividedBy(Fraction.of(below)).times(scale));
    }

    /** A mean that has no weight is still what the unit typed. */
    private Cell asTyped() {
        return typed == null || !typed.matches("-?\\d+(\\.\\d+)?")
                ? Cell.BLANK
                : Cell.of(Fraction.of(new BigDecimal(typed)));
    }
}
