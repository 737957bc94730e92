package vn.tongket.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/**
 * The computed cells as formulas of Excel, so that they live while the unit fills in. The system computes them by
 * itself: what they say there is for the eye only.
 */
final class Formulas {

    private final FigureForm form;
    /** Where each row stands: its sheet and the row from 0. */
    private final Map<String, Place> places;

    record Place(Appendix appendix, int row) {}

    Formulas(FigureForm form) {
        this.form = form;
        this.places = form.appendices().stream()
                .flatMap(appendix -> IntStream.range(0, appendix.indicators().size())
                        .mapToObj(i -> Map.entry(
                                appendix.indicators().get(i).code(), new Place(appendix, Layout.FIRST_ROW + i))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The year cell of a computed row; null when one of its operands is not in this workbook. */
    @Nullable
    String year(Indicator indicator, int year) {
        String sheet = place(indicator).appendix().code();
        if (indicator.formula() != null) {
            List<String> cells = indicator.formula().args().stream()
                    .map(argument -> at(argument, year, sheet))
                    .toList();
            return cells.contains("") ? null : sum(cells);
        }
        Indicator.UnitAgg quotient = indicator.unitAgg();
        if (quotient.numerator() == null || quotient.denominator() == null) {
            return null;
        }
        String above = at(quotient.numerator(), year, sheet);
        String below = at(quotient.denominator(), year, sheet);
        return above.isEmpty() || below.isEmpty() ? null : ratio(above, below, quotient.scale());
    }

    /** The period's column; null where there is none, or none that Excel should compute. */
    @Nullable
    String period(Indicator indicator) {
        Place place = place(indicator);
        int last = Layout.FIRST_YEAR + place.appendix().years().size() - 1;
        String years = CellReference.convertNumToColString(Layout.FIRST_YEAR) + (place.row() + 1) + ":"
                + CellReference.convertNumToColString(last) + (place.row() + 1);
        String ifAny = "IF(COUNT(" + years + ")=0,\"\",";
        return switch (indicator.periodAgg().op()) {
            case "last" -> "IFERROR(LOOKUP(2,1/ISNUMBER(" + years + ")," + years + "),\"\")";
            case "sum" -> ifAny + "SUM(" + years + "))";
            case "max" -> ifAny + "MAX(" + years + "))";
            case "min" -> "IFERROR(SMALL(" + years + ",COUNTIF(" + years + ",0)+1),\"\")";
            case "ratio_of_year_sums" -> ratioOfYearSums(indicator);
            default -> null;
        };
    }

    /** The cell of a row and year, with the sheet's name where it is another; empty where there is none. */
    String at(String code, int year, String fromSheet) {
        Place place = places.get(code);
        int index = place == null ? -1 : place.appendix().yearNumbers().indexOf(year);
        if (place == null || index < 0) {
            return "";
        }
        String cell = CellReference.convertNumToColString(Layout.FIRST_YEAR + index) + (place.row() + 1);
        String sheet = place.appendix().code();
        return sheet.equals(fromSheet) ? cell : "'" + Layout.sheetName(sheet).replace("'", "''") + "'!" + cell;
    }

    /** As the system adds: “...” and a blank are passed on, “x” is left out, “-” is nothing. */
    private static String sum(List<String> cells) {
        return "IF(" + any(cells, "=\"...\"", "=\"…\"") + ",\"...\",IF(" + any(cells, "=\"\"") + ",\"\",IF("
                + all(cells, "=\"x\"") + ",\"x\",IF(COUNT(" + String.join(",", cells) + ")=0,\"-\",SUM("
                + String.join(",", cells) + ")))))";
    }

    private static String ratio(String above, String below, @Nullable BigDecimal scale) {
        String factor = scale == null || scale.compareTo(BigDecimal.ONE) == 0 ? "" : "*" + scale.toPlainString();
        return "IF(AND(" + isAmount(above) + "," + isAmount(below) + ",N(" + below + ")<>0),N(" + above + ")/N(" + below
                + ")" + factor + ",\"\")";
    }

    private @Nullable String ratioOfYearSums(Indicator indicator) {
        Indicator.PeriodAgg own = indicator.periodAgg();
        Indicator.UnitAgg units = indicator.unitAgg();
        String above = own.numerator() == null ? units.numerator() : own.numerator();
        String below = own.denominator() == null ? units.denominator() : own.denominator();
        boolean partial = form.years(indicator.code()).stream()
                .anyMatch(year -> isPartialStock(above, year) || isPartialStock(below, year));
        // A partial year's share is the system's affair: a formula without it would show another number.
        if (above == null || below == null || partial) {
            return null;
        }
        String sheet = place(indicator).appendix().code();
        List<Integer> years = form.years(indicator.code());
        String sumAbove = sumWhereBoth(years, above, below, above, sheet);
        String sumBelow = sumWhereBoth(years, above, below, below, sheet);
        BigDecimal scale = own.scale() == null ? units.scale() : own.scale();
        return "IFERROR(" + sumAbove + "/" + sumBelow + (scale == null ? "" : "*" + scale.toPlainString()) + ",\"\")";
    }

    private String sumWhereBoth(List<Integer> years, String above, String below, String which, String sheet) {
        return years.stream()
                .map(year -> "IF(AND(" + isAmount(at(above, year, sheet)) + "," + isAmount(at(below, year, sheet))
                        + "),N(" + at(which, year, sheet) + "),0)")
                .collect(Collectors.joining("+", "(", ")"));
    }

    private boolean isPartialStock(@Nullable String code, int year) {
        Indicator indicator = code == null ? null : form.indicator(code);
        return indicator != null
                && indicator.measure() == Indicator.Measure.STOCK
                && form.isPartial(indicator.code(), year);
    }

    private Place place(Indicator indicator) {
        return java.util.Objects.requireNonNull(places.get(indicator.code()));
    }

    private static String isAmount(String cell) {
        return "OR(ISNUMBER(" + cell + ")," + cell + "=\"-\")";
    }

    private static String any(List<String> cells, String... tests) {
        return cells.stream()
                .flatMap(cell -> java.util.Arrays.stream(tests).map(test -> cell + test))
                .collect(Collectors.joining(",", "OR(", ")"));
    }

    private static String all(List<String> cells, String test) {
        return cells.stream().map(cell -> cell + test).collect(Collectors.joining(",", "AND(", ")"));
    }
}
