package vn.tongket.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One union's figures laid into its form: every cell with its default, its mark by itself or its formula
 * (formats.md, Figures). Pure; made by {@link FigureForm#sheet}.
 */
public final class FigureSheet implements CellSheet {

    /** A cell by row and year. */
    public record Place(String indicator, int year) {}

    private final FigureForm form;
    private final Figures figures;
    /** Cells already worked out: rules and quotients ask for the same one many times. */
    private final Map<Place, Cell> known = new ConcurrentHashMap<>();

    FigureSheet(FigureForm form, Figures figures) {
        this.form = form;
        this.figures = figures;
    }

    @Override
    public FigureForm form() {
        return form;
    }

    public Figures figures() {
        return figures;
    }

    @Override
    public Cell cell(String code, int year) {
        Place place = new Place(code, year);
        Cell cell = known.get(place);
        if (cell == null) {
            cell = cell(code, year, new HashSet<>());
            known.put(place, cell);
        }
        return cell;
    }

    /** The required cells that are still blank once the defaults are in, in order. */
    public List<Place> missing() {
        List<Place> missing = new ArrayList<>();
        for (Indicator indicator : form.indicators()) {
            if (indicator.required() && !indicator.computed()) {
                form.years(indicator.code()).stream()
                        .filter(year -> cell(indicator.code(), year).is(Cell.State.BLANK))
                        .forEach(year -> missing.add(new Place(indicator.code(), year)));
            }
        }
        return missing;
    }

    /** How many cells the unit has to fill in, filled or not: those of required rows that are not closed. */
    public int asked() {
        return form.indicators().stream()
                .filter(indicator -> indicator.required() && !indicator.computed())
                .mapToInt(indicator -> (int) form.years(indicator.code()).stream()
                        .filter(year -> !form.isClosed(indicator, year))
                        .count())
                .sum();
    }

    /** All computed cells by row and year. */
    public Map<String, Map<Integer, Cell>> computed() {
        Map<String, Map<Integer, Cell>> computed = new LinkedHashMap<>();
        for (Indicator indicator : form.indicators()) {
            if (indicator.computed()) {
                Map<Integer, Cell> years = new LinkedHashMap<>();
                form.years(indicator.code()).forEach(year -> years.put(year, cell(indicator.code(), year)));
                computed.put(indicator.code(), years);
            }
        }
        return computed;
    }

    // `path` holds the rows under way: a definition that refers to itself ends in a blank, not in an overflow.
    private Cell cell(String code, int year, Set<String> path) {
        Indicator indicator = form.indicator(code);
        if (indicator == null || !form.years(code).contains(year) || form.isClosed(indicator, year)) {
            return Cell.NOT_APPLICABLE;
        }
        if (!path.add(code)) {
            return Cell.BLANK;
        }
        Cell cell = indicator.computed() ? compute(indicator, year, path) : typedOrDefault(indicator, year, path);
        path.remove(code);
        return cell;
    }

    private Cell typedOrDefault(Indicator indicator, int year, Set<String> path) {
        Cell typed = Cell.of(FigureValue.parse(indicator, figures.get(indicator.code(), year)));
        return typed.is(Cell.State.BLANK) ? defaultOf(indicator, year, path) : typed;
    }

    private Cell defaultOf(Indicator indicator, int year, Set<String> path) {
        Integer counted = form.ownValueOf(indicator, year);
        if (counted != null) {
            return Cell.of(Fraction.of(counted));
        }
        Indicator.LeafValue otherwise = form.defaultOf(indicator);
        if (otherwise == null) {
            return Cell.BLANK;
        }
        if (otherwise.constant() != null) {
            return Cell.of(Fraction.of(otherwise.constant()));
        }
        return otherwise.copy() == null ? Cell.BLANK : cell(otherwise.copy(), year, path);
    }

    private Cell compute(Indicator indicator, int year, Set<String> path) {
        if (indicator.formula() != null) {
            return add(indicator.formula().args().stream()
                    .map(argument -> cell(argument, year, path))
                    .toList());
        }
        Indicator.UnitAgg quotient = indicator.unitAgg();
        if (quotient.numerator() == null || quotient.denominator() == null) {
            return Cell.undefined("không có công thức");
        }
        return ratio(
                cell(quotient.numerator(), year, path),
                cell(quotient.denominator(), year, path),
                PeriodColumn.scale(quotient.scale()));
    }

    private static Cell add(List<Cell> arguments) {
        Fraction sum = Fraction.ZERO;
        boolean number = false;
        boolean nothing = false;
        boolean blank = false;
        for (Cell argument : arguments) {
            Fraction amount = argument.amount();
            if (argument.is(Cell.State.NO_DATA)) {
                return Cell.NO_DATA;
            }
            if (amount != null) {
                sum = sum.plus(amount);
            }
            number |= argument.is(Cell.State.NUMBER);
            nothing |= argument.is(Cell.State.NOTHING);
            blank |= amount == null && !argument.is(Cell.State.NOT_APPLICABLE);
        }
        if (blank) {
            return Cell.BLANK;
        }
        if (number) {
            return Cell.of(sum);
        }
        return nothing ? Cell.NOTHING : Cell.NOT_APPLICABLE;
    }

    static Cell ratio(Cell numerator, Cell denominator, Fraction scale) {
        Fraction above = numerator.amount();
        Fraction below = denominator.amount();
        if (above == null || below == null) {
            return Cell.undefined(above == null ? "tử số " + numerator.lack() : "mẫu số " + denominator.lack());
        }
        return below.signum() == 0
                ? Cell.undefined("mẫu số bằng 0")
                : Cell.of(above.dividedBy(below).times(scale));
    }
}
