package vn.tongket.rollup.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;

/** Numbers as people read them, {@code 1.234,5}. */
final class Shown {

    /** Digits of a compared value. */
    private static final int DIGITS = 2;

    private Shown() {}

    /** With the digits that it has. */
    static String number(BigDecimal number) {
        return Cell.of(Fraction.of(number))
                .show(Math.max(0, number.stripTrailingZeros().scale()));
    }

    /** Rounded to so many digits, at least as many as the row has itself. */
    static String rounded(BigDecimal number, int digits) {
        int most = Math.max(DIGITS, digits);
        return number(number.setScale(most, RoundingMode.HALF_UP));
    }
}
