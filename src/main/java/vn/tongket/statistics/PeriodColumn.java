package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Cell.State;

/** How the year cells become the period's column; stocks are never summed over years (formats.md, Period column). */
final class PeriodColumn {

    /** What stands in the column when no year has a number: the first of these that a year has, or else {@code x}. */
    private static final List<State> INSTEAD = List.of(State.NOTHING, State.BLANK, State.NO_DATA, State.UNDEFINED);

    private final CellSheet sheet;

    PeriodColumn(CellSheet sheet) {
        this.sheet = sheet;
    }

    @Nullable
    PeriodFigure of(Indicator indicator) {
        String op = indicator.periodAgg().op();
        return switch (op) {
            case "none" -> null;
            case "last" -> last(indicator.code());
            case "sum" -> all(indicator.code(), sum(indicator.code()));
            case "max" ->
                all(
                        indicator.code(),
                        amounts(indicator.code()).max(Comparator.naturalOrder()).orElse(null));
            case "min" ->
                all(
                        indicator.code(),
                        amounts(indicator.code())
                                .filter(amount -> amount.signum() != 0)
                                .min(Comparator.naturalOrder())
                                .orElse(null));
            case "ratio_of_year_sums" -> new PeriodFigure(ratioOfYearSums(indicator), null);
            default -> throw new IllegalArgumentException("period_agg " + op);
        };
    }

    static Fraction scale(@Nullable BigDecimal scale) {
        return scale == null ? Fraction.ONE : Fraction.of(scale);
    }

    private PeriodFigure last(String code) {
        List<Integer> years = sheet.form().years(code);
        for (int index = years.size() - 1; index >= 0; index--) {
            Cell cell = sheet.cell(code, years.get(index));
            if (cell.amount() != null) {
                return new PeriodFigure(cell, index == years.size() - 1 ? null : years.get(index));
            }
        }
        return all(code, null);
    }

    private @Nullable Fraction sum(String code) {
        return amounts(code).reduce(Fraction::plus).orElse(null);
    }

    private Stream<Fraction> amounts(String code) {
        return cells(code).map(Cell::amount).filter(Objects::nonNull);
    }

    private Stream<Cell> cells(String code) {
        return sheet.form().years(code).stream().map(year -> sheet.cell(code, year));
    }

    /** The number; 0 when zeros were ignored and nothing else is there; else what the years have instead of one. */
    private PeriodFigure all(String code, @Nullable Fraction number) {
        if (cells(code).anyMatch(cell -> cell.is(State.NUMBER))) {
            return new PeriodFigure(Cell.of(number == null ? Fraction.ZERO : number), null);
        }
        return new PeriodFigure(
                INSTEAD.stream()
                        .flatMap(state -> cells(code).filter(cell -> cell.is(state)))
                        .findFirst()
                        .orElse(Cell.NOT_APPLICABLE),
                null);
    }

    private Cell ratioOfYearSums(Indicator indicator) {
        Indicator.PeriodAgg own = indicator.periodAgg();
        Indicator.UnitAgg units = indicator.unitAgg();
        String above = own.numerator() == null ? units.numerator() : own.numerator();
        String below = own.denominator() == null ? units.denominator() : own.denominator();
        if (above == null || below == null) {
            return Cell.undefined("không có công thức");
        }
        boolean complete = false;
        Fraction sumAbove = Fraction.ZERO;
        Fraction sumBelow = Fraction.ZERO;
        for (int year : sheet.form().years(indicator.code())) {
            Fraction aboveThen = sheet.cell(above, year).amount();
            Fraction belowThen = sheet.cell(below, year).amount();
            if (aboveThen != null && belowThen != null) {
                complete = true;
                sumAbove = sumAbove.plus(aboveThen.times(weight(above, year)));
                sumBelow = sumBelow.plus(belowThen.times(weight(below, year)));
            }
        }
        return complete
                ? FigureSheet.ratio(
                        Cell.of(sumAbove), Cell.of(sumBelow), scale(own.scale() == null ? units.scale() : own.scale()))
                : Cell.undefined("không năm nào có đủ tử số và mẫu số");
    }

    /** A flow of a partial year is what it is; a stock stands for the whole year and counts with its share of it. */
    private Fraction weight(String code, int year) {
        Indicator indicator = sheet.form().indicator(code);
        return indicator != null && indicator.measure() == Indicator.Measure.STOCK
                ? sheet.form().shareOfYear(code, year)
                : Fraction.ONE;
    }
}
