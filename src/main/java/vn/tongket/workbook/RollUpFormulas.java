package vn.tongket.workbook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Indicator.UnitAgg;
import vn.tongket.workbook.RollUpPlaces.Block;
import vn.tongket.workbook.RollUpPlaces.Place;

/**
 * The totals as formulas of Excel over the units' cells (formats.md, Roll-up). Only functions that Excel 2007 has, and no
 * array formulas: {@code -} counts as 0, other marks and blanks are texts, which the functions leave out. Each formula
 * ends with what stands in the cell while there is no value.
 */
final class RollUpFormulas {

    private final RollUpPlaces places;
    private final FigureForm form;
    private final int months;

    /** {@code months} of a partial year were counted. */
    RollUpFormulas(RollUpPlaces places, FigureForm form, int months) {
        this.places = places;
        this.form = form;
        this.months = months;
    }

    /** The total of a year; null when the row is never added, or a side of its quotient has no such year. */
    @Nullable
    String total(Indicator row, int year, String instead) {
        Place place = places.place(row);
        String units = range(place.units(), place, year, place.sheet());
        String any = "COUNT(" + units + ")+COUNTIF(" + units + ",\"-\")>0";
        return switch (row.unitAgg().op()) {
            case "none" -> null;
            case "weighted_mean" -> mean(place, units, year, instead);
            case "ratio" -> quotient(row.unitAgg(), year, place.sheet(), instead);
            case "max" ->
                when(any, "IF(COUNTIF(" + units + ",\"-\")>0,MAX(" + units + ",0),MAX(" + units + "))", instead);
            case "min" -> when(any, smallest(units), instead);
            default -> when(any, "SUM(" + units + ")", instead);
        };
    }

    /** The period's column; null where there is none. */
    @Nullable
    String period(Indicator row, String instead) {
        Place place = places.place(row);
        String years = years(place, place.sheet());
        String any = "COUNT(" + years + ")>0";
        return switch (row.periodAgg().op()) {
            case "last" -> when(any, "LOOKUP(2,1/ISNUMBER(" + years + ")," + years + ")", instead);
            case "sum" -> when(any, "SUM(" + years + ")", instead);
            case "max" -> when(any, "MAX(" + years + ")", instead);
            case "min" -> when(any, smallest(years), instead);
            case "ratio_of_year_sums" -> ratioOfYearSums(row, place);
            default -> null;
        };
    }

    /** A unit's own quotient, out of its two sides in the same line of their blocks; null when a side is not there. */
    @Nullable
    String ofUnit(Indicator row, int year, int unit, String instead) {
        Place place = places.place(row);
        String above =
                unitCell(row.unitAgg().numerator(), year, unit, place.units().sheet());
        String below =
                unitCell(row.unitAgg().denominator(), year, unit, place.units().sheet());
        return above == null || below == null
                ? null
                : when(
                        "AND(" + isAmount(above) + "," + isAmount(below) + ",N(" + below + ")<>0)",
                        "N(" + above + ")/N(" + below + ")"
                                + times(row.unitAgg().scale()),
                        instead);
    }

    /** What a unit's mean is weighed with: its weight where both are numbers; null when the weight is not there. */
    @Nullable
    String weight(Indicator row, int year, int unit) {
        String sheet = Objects.requireNonNull(places.place(row).weights()).sheet();
        String value = unitCell(row.code(), year, unit, sheet);
        String weight = unitCell(row.unitAgg().weight(), year, unit, sheet);
        return weight == null ? null : when("AND(ISNUMBER(" + value + "),ISNUMBER(" + weight + "))", weight, "");
    }

    private String mean(Place place, String units, int year, String instead) {
        String weights = range(Objects.requireNonNull(place.weights()), place, year, place.sheet());
        return when(
                "SUM(" + weights + ")<>0", "SUMPRODUCT(" + units + "," + weights + ")/SUM(" + weights + ")", instead);
    }

    private @Nullable String quotient(UnitAgg agg, int year, String sheet, String instead) {
        String above = totalCell(agg.numerator(), year, sheet);
        String below = totalCell(agg.denominator(), year, sheet);
        return above == null || below == null
                ? null
                : when(
                        "AND(ISNUMBER(" + above + "),ISNUMBER(" + below + "),N(" + below + ")<>0)",
                        above + "/" + below + times(agg.scale()),
                        instead);
    }

    /** Zeros are left out where there is anything else. */
    private static String smallest(String cells) {
        return "IF(MIN(" + cells + ")<0,MIN(" + cells + "),IF(COUNTIF(" + cells + ",\">0\")>0,SMALL(" + cells
                + ",COUNTIF(" + cells + ",0)+1),0))";
    }

    private @Nullable String ratioOfYearSums(Indicator row, Place place) {
        Indicator.PeriodAgg own = row.periodAgg();
        Place above = places.place(own.numerator() == null ? row.unitAgg().numerator() : own.numerator());
        Place below = places.place(own.denominator() == null ? row.unitAgg().denominator() : own.denominator());
        if (above == null || below == null) {
            return null;
        }
        BigDecimal scale = own.scale() == null ? row.unitAgg().scale() : own.scale();
        List<Integer> years = place.appendix().yearNumbers();
        boolean aligned = years.equals(above.appendix().yearNumbers())
                && years.equals(below.appendix().yearNumbers());
        String sheet = place.sheet();
        String quotient = aligned
                ? sumOfYears(above, below, sheet) + "/" + sumOfYears(below, above, sheet)
                : sumOfYears(years, above, below, above, sheet) + "/" + sumOfYears(years, above, below, below, sheet);
        return "IFERROR(" + quotient + times(scale) + ",\"\")";
    }

    /** Of the years in which the other side is a number too; a text among the summed ones counts as nothing. */
    private String sumOfYears(Place summed, Place other, String sheet) {
        String shares = summed.appendix().yearNumbers().stream().anyMatch(year -> isShared(summed, year))
                ? "," + range(RollUpPlaces.FIRST_ROW, summed, sheet)
                : "";
        return "SUMPRODUCT(" + years(summed, sheet) + ",--ISNUMBER(" + years(other, sheet) + ")" + shares + ")";
    }

    /** The same year by year, where the sides' columns do not stand below each other. */
    private String sumOfYears(List<Integer> years, Place above, Place below, Place summed, String sheet) {
        return years.stream()
                .filter(year -> totalCell(above.row().code(), year, sheet) != null
                        && totalCell(below.row().code(), year, sheet) != null)
                .map(year -> "IF(AND(ISNUMBER(" + totalCell(above.row().code(), year, sheet) + "),ISNUMBER("
                        + totalCell(below.row().code(), year, sheet) + ")),"
                        + totalCell(summed.row().code(), year, sheet)
                        + (isShared(summed, year) ? "*" + months + "/12" : "") + ",0)")
                .collect(Collectors.joining("+", "(0+", ")"));
    }

    /** A stock stands for its whole year, and counts with the part of it that has passed; a flow is what it is. */
    private boolean isShared(Place place, int year) {
        return place.row().measure() == Indicator.Measure.STOCK
                && months < 12
                && form.isPartial(place.row().code(), year);
    }

    private @Nullable String totalCell(@Nullable String row, int year, String from) {
        Place place = places.place(row);
        int column = place == null ? -1 : RollUpPlaces.column(place.appendix(), year);
        return place == null || column < 0
                ? null
                : RollUpPlaces.on(place.sheet(), from) + RollUpPlaces.cell(place.line(), column);
    }

    private @Nullable String unitCell(@Nullable String row, int year, int unit, String from) {
        Place place = places.place(row);
        int column = place == null ? -1 : RollUpPlaces.column(place.appendix(), year);
        return place == null || column < 0
                ? null
                : RollUpPlaces.on(place.units().sheet(), from)
                        + RollUpPlaces.cell(place.units().first() + unit, column);
    }

    /** The units that count here. */
    private static String range(Block block, Place place, int year, String from) {
        int column = RollUpPlaces.column(place.appendix(), year);
        return RollUpPlaces.on(block.sheet(), from) + RollUpPlaces.cell(block.first(), column) + ":"
                + RollUpPlaces.cell(block.head() + block.here(), column);
    }

    private static String years(Place place, String from) {
        return range(place.line(), place, from);
    }

    private static String range(int line, Place place, String from) {
        int last = RollUpPlaces.FIRST_YEAR + place.appendix().yearNumbers().size() - 1;
        return RollUpPlaces.on(place.sheet(), from) + RollUpPlaces.cell(line, RollUpPlaces.FIRST_YEAR) + ":"
                + RollUpPlaces.cell(line, last);
    }

    private static String isAmount(String cell) {
        return "OR(ISNUMBER(" + cell + ")," + cell + "=\"-\")";
    }

    private static String times(@Nullable BigDecimal scale) {
        return scale == null || scale.compareTo(BigDecimal.ONE) == 0 ? "" : "*" + scale.toPlainString();
    }

    private static String when(String condition, String value, String instead) {
        return "IF(" + condition + "," + value + ",\"" + instead + "\")";
    }
}
