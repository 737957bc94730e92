package vn.tongket.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.Vietnamese;

/**
 * A cell as a workbook stores it.
 *
 * @param value the number as Excel writes it, the text, {@code 1} or {@code 0}, or the error; empty when a formula has
 *     no result yet
 * @param formula null where there is none
 */
record RawCell(Type type, String value, @Nullable String formula, Format format) {

    enum Type {
        NUMBER,
        TEXT,
        BOOLEAN,
        ERROR
    }

    /** How a number is shown, as far as it changes what is meant. */
    enum Format {
        PLAIN,
        PERCENT,
        DATE
    }

    /** Excel keeps 15 digits; what it writes beyond them is noise. */
    private static final MathContext DIGITS = new MathContext(15);

    boolean isBlank() {
        return value.isBlank() && formula == null;
    }

    boolean is(Type expected) {
        return type == expected;
    }

    /** The number, or null when what stands there is none after all. */
    @Nullable
    BigDecimal number() {
        try {
            return value.length() > 40 ? null : new BigDecimal(value.strip()).round(DIGITS);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A text, composed and stripped; a number as it stands. */
    String text() {
        return Vietnamese.nfc(value).strip();
    }
}
