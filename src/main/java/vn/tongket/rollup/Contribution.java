package vn.tongket.rollup;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a report adds to the totals, arrays over the cells in {@link CellOrder}; see the table of that name.
 *
 * @param counts null where the report stands for one unit, and its states say the rest
 */
record Contribution(
        UUID report,
        UUID campaign,
        int version,
        int block,
        @Nullable BigDecimal[] amounts,
        @Nullable BigDecimal[] weights,
        String states,
        @Nullable UnitCounts counts) {

    /** So many reports are added up again when one of them changes; totals read one row for as many. */
    private static final int BLOCK = 25;

    /** The block of the participant at that position. */
    static int blockOf(int position) {
        return Math.floorDiv(position, BLOCK);
    }
}
