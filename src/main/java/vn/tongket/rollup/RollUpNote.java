package vn.tongket.rollup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one unit's figure.
 *
 * @param text plain text; empty when nothing is written, or it was cleared
 * @param editedBy a login; null, as the time, while nobody has written
 * @param version counts the writes, 0 when there was none
 */
public record RollUpNote(
        String unit,
        String indicator,
        int year,
        String text,
        @Nullable String editedBy,
        @Nullable Instant editedAt,
        int version) {

    /** The cell of the unit, {@code PL01.LD/2012/SONGDA}. */
    public String place() {
        return indicator + "/" + year + "/" + unit;
    }
}
