package vn.tongket.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a union's own campaign that lie in the draft of its report upward.
 *
 * @param campaign the union's own
 * @param amounts and {@code weights}, unrounded, and {@code counts}: over the cells of the superior's campaign
 * @param cells the rounded figures as they were put into the draft: indicator → year → canonical value
 */
record CarriedTotals(
        UUID report,
        UUID campaign,
        Instant takenAt,
        String takenBy,
        @Nullable BigDecimal[] amounts,
        @Nullable BigDecimal[] weights,
        UnitCounts counts,
        Map<String, Map<String, String>> cells) {

    /** The figure that was put there, null when none was. */
    @Nullable
    String cell(String indicator, int year) {
        return cells.getOrDefault(indicator, Map.of()).get(String.valueOf(year));
    }
}
