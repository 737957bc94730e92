package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.tongket.rollup.evaluation.Evaluation.Voice;
import vn.tongket.rollup.evaluation.Given.Kind;
import vn.tongket.rollup.evaluation.Rows.Row;
import vn.tongket.rollup.evaluation.Total.Count;
import vn.tongket.rollup.evaluation.Total.Lack;

/** The value of one year's cell over all reports of a campaign (formats.md, Roll-up). */
final class Values {

    /** A value or why there is none. */
    record Value(Exact number, Lack lack, boolean incomplete) {

        static Value of(Exact numberOrNull) {
            return new Value(numberOrNull, numberOrNull == null ? Lack.MISSING : null, false);
        }

        static Value none(Lack lack) {
            return new Value(null, lack, false);
        }

        Total with(Count count) {
            return new Total(number, lack, count, incomplete, null);
        }
    }

    /** What a mean is made of, carried upward as it is; {@code any} tells whether anybody gave value and weight. */
    record Sums(Exact weighted, Exact weights, boolean any) {

        static final Sums NONE = new Sums(Exact.ZERO, Exact.ZERO, false);

        Sums plus(Sums other) {
            return new Sums(weighted.plus(other.weighted), weights.plus(other.weights), any || other.any);
        }

        Value mean() {
            if (weights.isZero()) {
                return Value.none(any ? Lack.ZERO_DENOMINATOR : Lack.MISSING);
            }
            return Value.of(weighted.over(weights));
        }
    }

    private final Evaluation evaluation;

    Values(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Value of(Row row, int year) {
        if (row.isBefore(year)) {
            return Value.none(Lack.MISSING);
        }
        return switch (row.op("unit_agg")) {
            case "sum" -> Value.of(amounts(row.code(), year).reduce(Exact::plus).orElse(null));
            case "max" -> Value.of(greatest(amounts(row.code(), year).toList()));
            case "min" -> Value.of(least(amounts(row.code(), year).toList()));
            case "weighted_mean" -> mean(row, year);
            case "ratio" -> ratio(row, year);
            case "none" -> Value.none(Lack.NOT_ADDED);
            default -> throw new IllegalArgumentException(row.op("unit_agg"));
        };
    }

    static Exact greatest(List<Exact> amounts) {
        return amounts.isEmpty() ? null : Collections.max(amounts);
    }

    /** 0 is the least only where nothing else is. */
    Exact least(List<Exact> amounts) {
        List<Exact> others = new ArrayList<>(amounts);
        if (!evaluation.makes(Mistake.ZERO_IS_LEAST)) {
            others.removeIf(Exact::isZero);
        }
        if (others.isEmpty()) {
            return amounts.isEmpty() ? null : Exact.ZERO;
        }
        return Collections.min(others);
    }

    private Stream<Exact> amounts(String code, int year) {
        return evaluation.voices().stream()
                .map(voice -> voice.cells().at(code, year).amount())
                .filter(Objects::nonNull);
    }

    private Value mean(Row row, int year) {
        if (evaluation.makes(Mistake.AVERAGE_OF_AVERAGES)) {
            return average(evaluation.voices().stream()
                    .map(voice -> voice.cells().at(row.code(), year).number())
                    .filter(Objects::nonNull)
                    .toList());
        }
        Sums sums = sums(row, year);
        if (evaluation.makes(Mistake.MEAN_OVER_ALL_WEIGHTS)) {
            Exact all = amounts(weightOf(row), year).reduce(Exact.ZERO, Exact::plus);
            return new Sums(sums.weighted(), all, sums.any()).mean();
        }
        return sums.mean();
    }

    /** Over this campaign's reports; those of unions with a campaign of their own bring the sums from there. */
    private Sums sums(Row row, int year) {
        return evaluation.voices().stream()
                .map(voice -> {
                    Sums carried = carried(voice, row, year);
                    return carried == null ? own(voice, row, year) : carried;
                })
                .reduce(Sums.NONE, Sums::plus);
    }

    private static Sums own(Voice voice, Row row, int year) {
        Given value = voice.cells().at(row.code(), year);
        Given weight = voice.cells().at(weightOf(row), year);
        return value.is(Kind.NUMBER) && weight.is(Kind.NUMBER)
                ? new Sums(value.number().times(weight.number()), weight.number(), true)
                : Sums.NONE;
    }

    /** Null when the union has no campaign of its own, or wrote something else over the mean from there. */
    private Sums carried(Voice voice, Row row, int year) {
        if (voice.below() == null || evaluation.makes(Mistake.MEAN_ROUNDED_UPWARD)) {
            return null;
        }
        Values below = voice.below().values();
        Row same = voice.below().rows().row(row.code());
        Exact mean = below.of(same, year).number();
        Given typed = voice.cells().at(row.code(), year);
        boolean kept = mean == null
                ? typed.is(Kind.BLANK)
                : typed.is(Kind.NUMBER) && typed.number().equals(Exact.of(mean.rounded(row.digits())));
        return kept ? below.sums(same, year) : null;
    }

    private static String weightOf(Row row) {
        return row.indicator().at("/unit_agg/weight").asText();
    }

    private Value ratio(Row row, int year) {
        if (evaluation.makes(Mistake.AVERAGE_OF_RATIOS)) {
            return average(amounts(row.code(), year).toList());
        }
        JsonNode quotient = row.indicator().path("unit_agg");
        Value value = quotient(
                totalOf(quotient.path("numerator").asText(), year),
                totalOf(quotient.path("denominator").asText(), year),
                UnionCells.scale(quotient));
        return new Value(value.number(), value.lack(), evaluation.counts().isIncomplete(row, year));
    }

    static Value quotient(Exact above, Exact below, Exact scale) {
        if (above == null || below == null) {
            return Value.none(Lack.MISSING);
        }
        return below.isZero()
                ? Value.none(Lack.ZERO_DENOMINATOR)
                : Value.of(above.over(below).times(scale));
    }

    /** Null when there is none. */
    Exact totalOf(String code, int year) {
        Row side = evaluation.rows().row(code);
        return side == null || !side.years().contains(year)
                ? null
                : evaluation.total(side, year).value();
    }

    private static Value average(List<Exact> numbers) {
        return Value.of(
                numbers.isEmpty()
                        ? null
                        : numbers.stream().reduce(Exact.ZERO, Exact::plus).over(Exact.of(numbers.size())));
    }
}
