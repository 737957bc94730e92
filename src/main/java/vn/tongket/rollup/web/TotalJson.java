package vn.tongket.rollup.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;

/**
 * A total as the API gives it.
 *
 * @param value rounded to the indicator's digits, null when there is none
 * @param exact where rounding lost something
 * @param reason in Vietnamese, why there is no value
 * @param incomplete a number lacks, or the sides of a quotient rest on different units
 * @param year of a period's last value that is not the last year's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TotalJson(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String value,
        @Nullable Exact exact,
        @Nullable String reason,
        int reporting,
        int expected,
        int noData,
        int notApplicable,
        boolean incomplete,
        @Nullable Integer year) {

    /** A fraction in lowest terms. */
    record Exact(String numerator, String denominator) {

        static @Nullable Exact of(@Nullable Fraction number, int digits) {
            return number == null || number.isExactAt(digits)
                    ? null
                    : new Exact(
                            number.numerator().toString(), number.denominator().toString());
        }
    }

    /** Indicator → {@code "2008"}, …, {@code "total"} → total, in the order of the appendices. */
    static Map<String, Map<String, TotalJson>> of(Totals totals) {
        Map<String, Map<String, TotalJson>> all = new LinkedHashMap<>();
        for (Indicator row : totals.sheet().form().indicators()) {
            if (!row.isText()) {
                Map<String, TotalJson> years = new LinkedHashMap<>();
                totals.sheet()
                        .form()
                        .years(row.code())
                        .forEach(year -> years.put(String.valueOf(year), of(totals.year(row.code(), year), row)));
                TotalCell period = totals.period(row.code());
                if (period != null) {
                    years.put("total", of(period, row));
                }
                all.put(row.code(), years);
            }
        }
        return all;
    }

    private static TotalJson of(TotalCell total, Indicator row) {
        Cell cell = total.cell();
        Fraction number = cell.amount();
        int digits = row.fractionDigits();
        return new TotalJson(
                number == null ? null : Cell.of(number).canonical(digits),
                Exact.of(number, digits),
                number == null ? cell.lack() : null,
                total.reporting(),
                total.expected(),
                total.noData(),
                total.notApplicable(),
                total.isIncomplete(),
                total.earlierYear());
    }
}
