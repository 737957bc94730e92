package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a row is made comparable between unions of different size (ADR 22): (sum of {@code above}) × {@code scale} / (sum
 * of {@code below}), or the sum alone where {@code below} is empty. A part is compared as its share of the whole, any
 * other additive row by 100 of the row that most rows are parts of (the workers), everything else as it is.
 *
 * @param whole the row below the fraction line, null where there is none
 * @param marked whether a value far from the others says something; the size of a union says nothing
 */
public record SizeBasis(
        Indicator row,
        List<String> above,
        List<String> below,
        BigDecimal scale,
        @Nullable Indicator whole,
        boolean marked) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** One for each row with numbers. */
    public static List<SizeBasis> of(FigureForm form) {
        Indicator size = size(form);
        return form.indicators().stream()
                .filter(row -> !row.isText())
                .map(row -> of(form, row, size))
                .toList();
    }

    private static SizeBasis of(FigureForm form, Indicator row, @Nullable Indicator size) {
        Indicator.UnitAgg agg = row.unitAgg();
        if (row.computed() && agg.op().equals("ratio")) {
            return new SizeBasis(
                    row,
                    terms(form, Objects.requireNonNull(agg.numerator())),
                    terms(form, Objects.requireNonNull(agg.denominator())),
                    agg.scale() == null ? BigDecimal.ONE : agg.scale(),
                    null,
                    true);
        }
        List<String> above = terms(form, row.code());
        if (!agg.op().equals("sum")) {
            return new SizeBasis(row, above, List.of(), BigDecimal.ONE, null, true);
        }
        Indicator part = row.breakdownOf() == null ? null : form.indicator(row.breakdownOf());
        Indicator whole = part == null ? size : part;
        return whole == null || whole.equals(row)
                ? new SizeBasis(row, above, List.of(), BigDecimal.ONE, null, false)
                : new SizeBasis(row, above, terms(form, whole.code()), HUNDRED, whole, true);
    }

    /** The row that most rows are parts of; the first of several. */
    private static @Nullable Indicator size(FigureForm form) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        form.indicators().stream()
                .map(Indicator::breakdownOf)
                .filter(Objects::nonNull)
                .forEach(whole -> parts.merge(whole, 1, Integer::sum));
        // A stable sort: of equals the first one stays first.
        return parts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .findFirst()
                .map(entry -> form.indicator(entry.getKey()))
                .orElse(null);
    }

    /** The typed rows that a row is the sum of: itself, or what its formula adds. */
    private static List<String> terms(FigureForm form, String code) {
        Indicator row = form.indicator(code);
        if (row == null || !row.computed() || row.formula() == null) {
            return List.of(code);
        }
        List<String> terms = new ArrayList<>();
        row.formula().args().forEach(arg -> terms.addAll(terms(form, arg)));
        return terms;
    }

    /** What the compared value is, for people: {@code trên 100 “Tổng số lao động”}; empty where it is the figure itself. */
    public String words() {
        if (whole == null) {
            return "";
        }
        return (row.breakdownOf() != null && row.breakdownOf().equals(whole.code()) ? "% của “" : "trên 100 “")
                + whole.name() + "”";
    }
}
