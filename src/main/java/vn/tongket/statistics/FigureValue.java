package vn.tongket.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/**
 * What stands in a cell that is filled in: a number, a mark or a text; a blank cell has none. The canonical string
 * ({@code "18500"}, {@code "12.5"}, {@code "-"}) is what the API shows and the database stores (formats.md, Figures).
 */
public sealed interface FigureValue {

    /** Text cells take so many NFC code points. */
    int MAX_TEXT = 2000;

    String canonical();

    /** An exact number. */
    record Amount(BigDecimal number) implements FigureValue {

        public Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        @Override
        public String canonical() {
            return number.toPlainString();
        }
    }

    /** The content of a text cell. */
    record Words(String text) implements FigureValue {

        @Override
        public String canonical() {
            return text;
        }
    }

    /** What is written where there is no number. */
    enum Mark implements FigureValue {
        /** Nothing arose; counts as 0. */
        NOTHING("-"),
        /** It arose, but there are no data. */
        NO_DATA("..."),
        /** Does not apply. */
        NOT_APPLICABLE("x");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        @Override
        public String canonical() {
            return sign;
        }

        static @Nullable Mark of(String typed) {
            return switch (typed) {
                case "-", "‐", "‑", "‒", "–", "—", "―", "−" -> NOTHING;
                case "...", "…" -> NO_DATA;
                case "x", "X", "×" -> NOT_APPLICABLE;
                default -> null;
            };
        }
    }

    /**
     * Reads the API's and the database's string, decimals with a point; null for a blank.
     *
     * @throws DomainException with a Vietnamese sentence when this indicator takes no such value
     */
    static @Nullable FigureValue parse(Indicator indicator, @Nullable String canonical) {
        return FigureParser.parse(indicator, canonical, FigureParser::canonicalNumber);
    }

    /**
     * Reads what a person types or pastes, {@code 1.234.567,89} or {@code 1,234,567.89}; null for a blank.
     *
     * @throws DomainException as {@link #parse}; also, as a question, when {@code 1.234} may be meant in two ways
     */
    static @Nullable FigureValue parseTyped(Indicator indicator, @Nullable String typed) {
        return FigureParser.parse(indicator, typed, TypedNumber::read);
    }

    /** For people: {@code 1.234.567,8} with the indicator's digits; marks and texts as they are. */
    default String show(Indicator indicator) {
        return this instanceof Amount amount ? show(amount.number(), indicator.fractionDigits()) : canonical();
    }

    /** A number as Vietnamese write it, rounded half away from zero to so many digits. */
    static String show(BigDecimal number, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Vietnamese.LOCALE));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
