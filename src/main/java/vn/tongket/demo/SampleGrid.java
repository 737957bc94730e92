package vn.tongket.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Indicator;

/** The numbers of a sample while it is made; each put is brought to what the cell takes. */
final class SampleGrid {

    private final FigureForm form;
    private final Map<String, Map<Integer, BigDecimal>> cells = new HashMap<>();

    SampleGrid(FigureForm form) {
        this.form = form;
    }

    FigureForm form() {
        return form;
    }

    /** The row; the caller has it from the form. */
    Indicator row(String code) {
        Indicator row = form.indicator(code);
        if (row == null) {
            throw new IllegalArgumentException(code);
        }
        return row;
    }

    boolean has(String code) {
        return form.indicator(code) != null;
    }

    boolean isOpen(String code, int year) {
        Indicator row = form.indicator(code);
        return row != null && !row.isText() && form.years(code).contains(year) && !form.isClosed(row, year);
    }

    /** The number so far; a computed sum is added up; null when there is none yet. */
    @Nullable
    BigDecimal get(String code, int year) {
        Indicator row = form.indicator(code);
        if (row == null || row.formula() == null) {
            return cells.getOrDefault(code, Map.of()).get(year);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String argument : row.formula().args()) {
            BigDecimal number = argument.equals(code) ? null : get(argument, year);
            if (number == null) {
                return null;
            }
            sum = sum.add(number);
        }
        return sum;
    }

    /** Sets the number, rounded to the cell's digits and never below 0; cells that take none are left alone. */
    void put(String code, int year, BigDecimal number) {
        if (isOpen(code, year) && !row(code).computed()) {
            cells.computeIfAbsent(code, any -> new TreeMap<>())
                    .put(year, number.max(BigDecimal.ZERO).setScale(row(code).fractionDigits(), RoundingMode.HALF_UP));
        }
    }

    /** The smallest difference that the cell can hold. */
    BigDecimal step(String code) {
        return BigDecimal.ONE.movePointLeft(row(code).fractionDigits());
    }

    /** Splits a number among rows by weight so that the parts add up to it exactly. */
    void split(BigDecimal number, Map<String, Double> weights, int year) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        String largest = Collections.max(weights.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        BigDecimal rest = number;
        for (var weight : weights.entrySet()) {
            String code = weight.getKey();
            if (!code.equals(largest)) {
                BigDecimal part = number.multiply(BigDecimal.valueOf(weight.getValue() / sum))
                        .setScale(row(code).fractionDigits(), RoundingMode.DOWN);
                put(code, year, part);
                rest = rest.subtract(part);
            }
        }
        put(largest, year, rest);
    }

    Figures figures() {
        Map<String, Map<String, String>> figures = new LinkedHashMap<>();
        cells.forEach((code, years) -> {
            Map<String, String> strings = new LinkedHashMap<>();
            years.forEach((year, number) -> strings.put(
                    String.valueOf(year),
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()));
            figures.put(code, strings);
        });
        return Figures.of(figures);
    }
}
