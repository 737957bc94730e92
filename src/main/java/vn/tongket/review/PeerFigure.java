package vn.tongket.review;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a unit beside those of the other unions of its category that have sent a report in the same campaign.
 *
 * @param year null: the sum over all years
 * @param own the unit's compared value in its last version, null when it has none
 * @param units how many others have a value
 * @param median with {@code lower} and {@code upper} quartile, by linear interpolation between the ranks (type 7 of
 *     Hyndman and Fan); null when no other unit has a value
 * @param basis what the value is compared by, empty for the figure itself
 */
public record PeerFigure(
        String indicator,
        @Nullable Integer year,
        @Nullable BigDecimal own,
        int units,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal median,
        @Nullable BigDecimal upper,
        String basis,
        boolean comparable) {

    /** Of fewer units nothing is said. */
    static final int ENOUGH = 5;

    private static final BigDecimal FENCE = new BigDecimal("1.5");

    /** Whether the value lies more than 1.5 quartile distances outside the quartiles (Tukey's fences). */
    public boolean unusual() {
        if (!comparable || own == null || lower == null || upper == null || units < ENOUGH) {
            return false;
        }
        BigDecimal reach = upper.subtract(lower).multiply(FENCE);
        return own.compareTo(lower.subtract(reach)) < 0 || own.compareTo(upper.add(reach)) > 0;
    }
}
