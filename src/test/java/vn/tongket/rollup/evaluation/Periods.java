package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import vn.tongket.rollup.evaluation.Rows.Row;
import vn.tongket.rollup.evaluation.Total.Lack;
import vn.tongket.rollup.evaluation.Values.Value;

/** The period's column of the totals, made of their own year cells (formats.md, Period column). */
final class Periods {

    private final Evaluation evaluation;

    Periods(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Total of(Row row) {
        String op = row.op("period_agg");
        if (op.equals("last") && row.isStock() && evaluation.makes(Mistake.STOCKS_SUMMED_OVER_YEARS)) {
            op = "sum";
        }
        return switch (op) {
            case "last" -> last(row);
            case "sum" ->
                over(row, Value.of(years(row).stream().reduce(Exact::plus).orElse(null)));
            case "max" -> over(row, Value.of(Values.greatest(years(row))));
            case "min" -> over(row, Value.of(evaluation.values().least(years(row))));
            case "ratio_of_year_sums" -> over(row, quotientOfSums(row));
            default -> throw new IllegalArgumentException(op);
        };
    }

    private Total last(Row row) {
        List<Integer> years = row.years();
        for (int index = years.size() - 1; index >= 0; index--) {
            int year = years.get(index);
            Total total = evaluation.total(row, year);
            if (total.value() != null) {
                return new Total(
                        total.value(),
                        null,
                        total.count(),
                        total.incomplete(),
                        year == row.lastYear() ? null : (Integer) year);
            }
            if (evaluation.makes(Mistake.LAST_YEAR_ONLY)) {
                break;
            }
        }
        Total none = evaluation.total(row, row.lastYear());
        return new Total(null, lack(row, Lack.MISSING), none.count(), none.incomplete(), null);
    }

    /** The years may lack their numbers for different reasons. */
    private static Lack lack(Row row, Lack lack) {
        return row.op("unit_agg").equals("none") ? Lack.NOT_ADDED : lack;
    }

    private List<Exact> years(Row row) {
        return row.years().stream()
                .map(year -> evaluation.total(row, year).value())
                .filter(Objects::nonNull)
                .toList();
    }

    private Total over(Row row, Value value) {
        Lack lack = value.number() == null ? lack(row, value.lack()) : null;
        boolean incomplete =
                row.years().stream().anyMatch(year -> evaluation.counts().isIncomplete(row, year));
        return new Total(value.number(), lack, evaluation.counts().ofPeriod(row), incomplete, null);
    }

    private Value quotientOfSums(Row row) {
        Row above = side(row, "numerator");
        Row below = side(row, "denominator");
        Exact sumAbove = Exact.ZERO;
        Exact sumBelow = Exact.ZERO;
        boolean any = false;
        for (int year : row.years()) {
            Exact aboveThen = evaluation.values().totalOf(above.code(), year);
            Exact belowThen = evaluation.values().totalOf(below.code(), year);
            if (aboveThen != null && belowThen != null) {
                sumAbove = sumAbove.plus(aboveThen.times(share(above, year)));
                sumBelow = sumBelow.plus(belowThen.times(share(below, year)));
                any = true;
            }
        }
        return any ? Values.quotient(sumAbove, sumBelow, scale(row)) : Value.none(Lack.MISSING);
    }

    private Exact share(Row row, int year) {
        return evaluation.makes(Mistake.PARTIAL_YEAR_AS_WHOLE)
                ? Exact.ONE
                : evaluation.rows().share(row, year);
    }

    private Row side(Row row, String side) {
        return evaluation.rows().row(own(row, side).path(side).asText());
    }

    private static Exact scale(Row row) {
        return UnionCells.scale(own(row, "scale"));
    }

    /** What the period does not say itself is as for the units. */
    private static JsonNode own(Row row, String field) {
        JsonNode period = row.indicator().path("period_agg");
        return period.hasNonNull(field) ? period : row.indicator().path("unit_agg");
    }
}
