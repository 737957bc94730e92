package vn.tongket.rollup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What was added up for one cell; {@code amount} and {@code weight} are null when no unit had any. */
record TotalRow(
        @Nullable BigDecimal amount,
        @Nullable BigDecimal weight,
        int expected,
        int reporting,
        int noData,
        int notApplicable) {

    static final TotalRow NONE = new TotalRow(null, null, 0, 0, 0, 0);

    TotalRow expectedToo(int more) {
        return new TotalRow(amount, weight, expected + more, reporting, noData, notApplicable);
    }
}
