package vn.tongket.rollup;

import java.math.BigDecimal;
import vn.tongket.statistics.Indicator;

/**
 * A figure that lies far from those of the other unions of its category (ADR 36).
 *
 * @param figure what the unit reported
 * @param value what is compared: the figure itself, or its share of what {@code basis} names
 * @param basis for people, {@code trên 100 “Tổng số lao động”}; empty for the figure itself
 * @param median of the compared values
 * @param spread how far a value usually lies from the median: the deviation of a normal distribution with the same
 *     spread
 * @param units whose values were compared, this one among them
 */
public record Outlier(
        Indicator indicator,
        int year,
        String unit,
        String name,
        String shortName,
        int version,
        BigDecimal figure,
        BigDecimal value,
        String basis,
        BigDecimal median,
        BigDecimal spread,
        int units) {

    /** The modified z-score from which a value is said to be far (Iglewicz and Hoaglin). */
    static final BigDecimal FAR = new BigDecimal("3.5");

    /** The smallest value that is not far. */
    public BigDecimal low() {
        return median.subtract(FAR.multiply(spread));
    }

    /** The largest value that is not far. */
    public BigDecimal high() {
        return median.add(FAR.multiply(spread));
    }

    /** Above what is usual, or below. */
    public boolean isHigh() {
        return value.compareTo(median) > 0;
    }
}
