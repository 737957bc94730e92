package vn.tongket.statistics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Indicator.Formula;
import vn.tongket.statistics.Indicator.LeafValue;
import vn.tongket.statistics.Indicator.Measure;
import vn.tongket.statistics.Indicator.PeriodAgg;
import vn.tongket.statistics.Indicator.Type;
import vn.tongket.statistics.Indicator.UnitAgg;

/** A small definition for tests: one appendix “A” with the years 2014 to 2017, the last one counted to 30/09. */
final class Definition {

    static final LocalDate CUTOFF = LocalDate.of(2017, 9, 30);

    private final List<Indicator> rows = new ArrayList<>();

    static Indicator row(String code, Type type, int decimals) {
        return row(code, type, decimals, Measure.STOCK, "last");
    }

    static Indicator row(String code, Type type, int decimals, Measure measure, String period) {
        return new Indicator(
                code,
                "1",
                "Dòng " + code,
                "người",
                type,
                measure,
                false,
                true,
                decimals,
                null,
                null,
                null,
                null,
                null,
                new UnitAgg("sum", null, null, null, null),
                new PeriodAgg(period, null, null, null));
    }

    static Indicator from(int year, Indicator row) {
        return new Indicator(
                row.code(),
                row.no(),
                row.name(),
                row.unit(),
                row.type(),
                row.measure(),
                row.computed(),
                row.required(),
                row.decimals(),
                row.breakdownOf(),
                year,
                row.formula(),
                row.leafValue(),
                row.ownValue(),
                row.unitAgg(),
                row.periodAgg());
    }

    static Indicator partOf(String whole, Indicator row) {
        return new Indicator(
                row.code(),
                row.no(),
                row.name(),
                row.unit(),
                row.type(),
                row.measure(),
                row.computed(),
                row.required(),
                row.decimals(),
                whole,
                row.validFromYear(),
                row.formula(),
                row.leafValue(),
                row.ownValue(),
                row.unitAgg(),
                row.periodAgg());
    }

    static Indicator leaf(LeafValue value, Indicator row) {
        return new Indicator(
                row.code(),
                row.no(),
                row.name(),
                row.unit(),
                row.type(),
                row.measure(),
                row.computed(),
                row.required(),
                row.decimals(),
                row.breakdownOf(),
                row.validFromYear(),
                row.formula(),
                value,
                row.ownValue(),
                row.unitAgg(),
                row.periodAgg());
    }

    static Indicator mean(String code, String weight) {
        return new Indicator(
                code,
                "1",
                "Dòng " + code,
                "đồng",
                Type.MONEY,
                Measure.STOCK,
                false,
                true,
                0,
                null,
                null,
                null,
                null,
                null,
                new UnitAgg("weighted_mean", weight, null, null, null),
                new PeriodAgg("none", null, null, null));
    }

    static Indicator sumOf(String code, String... arguments) {
        return new Indicator(
                code,
                "1",
                "Dòng " + code,
                "người",
                Type.INT,
                Measure.STOCK,
                true,
                false,
                0,
                null,
                null,
                new Formula("add", List.of(arguments)),
                null,
                null,
                new UnitAgg("sum", null, null, null, null),
                new PeriodAgg("last", null, null, null));
    }

    static Indicator ratio(String code, String above, String below, int scale, String period) {
        return new Indicator(
                code,
                "1",
                "Dòng " + code,
                "%",
                Type.PERCENT,
                Measure.RATIO,
                true,
                false,
                1,
                null,
                null,
                null,
                null,
                null,
                new UnitAgg("ratio", null, above, below, BigDecimal.valueOf(scale)),
                new PeriodAgg(period, null, null, null));
    }

    static Definition with(Indicator... rows) {
        Definition definition = new Definition();
        definition.rows.addAll(Arrays.asList(rows));
        return definition;
    }

    FigureForm form() {
        return form(new Respondent("CDTCT", null, false));
    }

    FigureForm form(Respondent respondent) {
        List<Column> columns = IntStream.rangeClosed(2014, 2017)
                .mapToObj(year -> new Column("y" + year, "" + year, year, year == 2017, false, null))
                .toList();
        Appendix appendix = new Appendix("A", "A", null, null, AppliesTo.ALL, null, columns, rows);
        return FigureForm.of(List.of(appendix), respondent, CUTOFF);
    }

    /** The sheet with each row's four years; {@code null} leaves a cell blank. */
    FigureSheet sheet(Object... rowsAndYears) {
        return form().sheet(figures(rowsAndYears));
    }

    static Figures figures(Object... rowsAndYears) {
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        for (int index = 0; index < rowsAndYears.length; index += 5) {
            Map<String, String> years = new LinkedHashMap<>();
            for (int year = 0; year < 4; year++) {
                Object value = rowsAndYears[index + 1 + year];
                if (value != null) {
                    years.put(String.valueOf(2014 + year), value.toString());
                }
            }
            cells.put(rowsAndYears[index].toString(), years);
        }
        return Figures.of(cells);
    }
}
