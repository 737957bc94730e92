package vn.tongket.statistics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of an appendix: what is counted, how it is typed and how it is added up (formats.md, Figures). */
public record Indicator(
        String code,
        String no,
        String name,
        String unit,
        Type type,
        @Nullable Measure measure,
        boolean computed,
        boolean required,
        @Nullable Integer decimals,
        @Nullable String breakdownOf,
        @Nullable Integer validFromYear,
        @Nullable Formula formula,
        @Nullable LeafValue leafValue,
        @Nullable OwnValue ownValue,
        UnitAgg unitAgg,
        PeriodAgg periodAgg) {

    /** What may be typed. */
    public enum Type {
        INT,
        DECIMAL,
        PERCENT,
        MONEY,
        TEXT
    }

    /** Counted on a day, during a year, or a quotient of two others. */
    public enum Measure {
        STOCK,
        FLOW,
        RATIO
    }

    /** A computed cell of one unit; {@code op} is {@code add}. */
    public record Formula(String op, List<String> args) {}

    /** The default of a blank cell at a unit without units below it. */
    public record LeafValue(
            @JsonProperty("const") @Nullable BigDecimal constant,
            @Nullable String copy,
            @Nullable List<String> categories) {}

    /** The default of the issuer's own office entry. */
    public record OwnValue(CountChildren countChildren) {

        /** Its participants of that tier. */
        public record CountChildren(String tier) {}
    }

    /** How children become a parent's figure. */
    public record UnitAgg(
            String op,
            @Nullable String weight,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable BigDecimal scale) {}

    /** How the years become the period's column. */
    public record PeriodAgg(
            String op,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable BigDecimal scale) {}

    /** The same row where nobody has to fill it in. */
    Indicator optional() {
        return new Indicator(
                code,
                no,
                name,
                unit,
                type,
                measure,
                computed,
                false,
                decimals,
                breakdownOf,
                validFromYear,
                formula,
                leafValue,
                ownValue,
                unitAgg,
                periodAgg);
    }

    /** Digits taken after the decimal comma. */
    public int fractionDigits() {
        return decimals == null ? 0 : decimals;
    }

    @JsonIgnore
    public boolean isText() {
        return type == Type.TEXT;
    }

    /** Whether the year lies before the indicator existed; such a cell is {@code x} by itself. */
    public boolean isBefore(int year) {
        return validFromYear != null && year < validFromYear;
    }
}
