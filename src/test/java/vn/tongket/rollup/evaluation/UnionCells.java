package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.tongket.rollup.evaluation.Given.Kind;
import vn.tongket.rollup.evaluation.Rows.Row;

/** One union's report with its marks by themselves, defaults and formulas (formats.md, Figures). */
final class UnionCells {

    private final Rows rows;
    private final Level.Union union;
    private final Predicate<JsonNode> holds;
    private final JsonNode figures;
    private final Map<String, Long> childrenByTier;
    private final Set<Mistake> mistakes;
    private final Map<String, Given> known = new HashMap<>();

    private UnionCells(
            Rows rows,
            Level.Union union,
            Predicate<JsonNode> holds,
            JsonNode figures,
            Map<String, Long> childrenByTier,
            Set<Mistake> mistakes) {
        this.rows = rows;
        this.union = union;
        this.holds = holds;
        this.figures = figures;
        this.childrenByTier = childrenByTier;
        this.mistakes = mistakes;
    }

    /** A participant's report, also one that is missing: what is {@code x} by itself is known of that too. */
    static UnionCells of(Rows rows, Level.Seat seat, Set<Mistake> mistakes) {
        return new UnionCells(rows, seat.union(), seat::holds, seat.figures(), null, mistakes);
    }

    /** The office entry of a campaign's issuer. */
    static UnionCells ofOffice(Rows rows, Level level, Set<Mistake> mistakes) {
        Level.Union issuer = level.issuer();
        return new UnionCells(
                rows,
                issuer,
                appendix -> Row.appliesTo(appendix, issuer.category()),
                level.office(),
                level.seats().stream()
                        .collect(Collectors.groupingBy(seat -> seat.union().tier(), Collectors.counting())),
                mistakes);
    }

    /** Whether the union's report has the row's appendix. */
    boolean holds(Row row) {
        return holds.test(row.appendix());
    }

    /** Whether the cell is absent, or {@code x} by itself. */
    boolean isClosed(Row row, int year) {
        return !holds(row)
                || !row.years().contains(year)
                || row.isBefore(year)
                || (union.bornIn() != null && year < union.bornIn());
    }

    Given at(String code, int year) {
        String place = code + "/" + year;
        Given cell = known.get(place);
        if (cell == null) {
            cell = misread(evaluate(rows.row(code), year));
            known.put(place, cell);
        }
        return cell;
    }

    private Given misread(Given cell) {
        boolean zero = (cell.is(Kind.NO_DATA) && mistakes.contains(Mistake.NO_DATA_AS_ZERO))
                || (cell.is(Kind.BLANK) && mistakes.contains(Mistake.BLANK_AS_ZERO));
        if (zero) {
            return Given.of(Exact.ZERO);
        }
        return cell.is(Kind.NOTHING) && mistakes.contains(Mistake.NOTHING_LEFT_OUT) ? Given.BLANK : cell;
    }

    private Given evaluate(Row row, int year) {
        if (row == null || isClosed(row, year)) {
            return Given.NOT_APPLICABLE;
        }
        if (row.indicator().hasNonNull("formula")) {
            return sum(Rows.strings(row.indicator().at("/formula/args")).stream()
                    .map(argument -> at(argument, year))
                    .toList());
        }
        if (row.isComputed()) {
            return quotient(row, year);
        }
        Given typed =
                Given.typed(figures.path(row.code()).path(String.valueOf(year)).asText());
        return typed.is(Kind.BLANK) ? otherwise(row, year) : typed;
    }

    private static Given sum(List<Given> parts) {
        if (parts.stream().anyMatch(part -> part.is(Kind.NO_DATA))) {
            return Given.NO_DATA;
        }
        if (parts.stream().anyMatch(part -> part.is(Kind.BLANK))) {
            return Given.BLANK;
        }
        List<Given> present =
                parts.stream().filter(part -> part.amount() != null).toList();
        if (present.isEmpty() || present.stream().allMatch(part -> part.is(Kind.NOTHING))) {
            return present.isEmpty() ? Given.NOT_APPLICABLE : Given.NOTHING;
        }
        return Given.of(present.stream().map(Given::amount).reduce(Exact.ZERO, Exact::plus));
    }

    private Given quotient(Row row, int year) {
        JsonNode quotient = row.indicator().path("unit_agg");
        Exact above = at(quotient.path("numerator").asText(), year).amount();
        Exact below = at(quotient.path("denominator").asText(), year).amount();
        return above == null || below == null || below.isZero()
                ? Given.BLANK
                : Given.of(above.over(below).times(scale(quotient)));
    }

    private Given otherwise(Row row, int year) {
        JsonNode counted = row.indicator().at("/own_value/count_children/tier");
        if (childrenByTier != null && !counted.isMissingNode() && year == row.lastYear()) {
            return Given.of(Exact.of(childrenByTier.getOrDefault(counted.asText(), 0L)));
        }
        JsonNode leafValue = row.indicator().path("leaf_value");
        boolean meant = !leafValue.hasNonNull("categories")
                || Rows.strings(leafValue.path("categories")).contains(union.category());
        if (!union.leaf() || !meant) {
            return Given.BLANK;
        }
        if (leafValue.hasNonNull("copy")) {
            return at(leafValue.path("copy").asText(), year);
        }
        return leafValue.hasNonNull("const")
                ? Given.of(Exact.of(new BigDecimal(leafValue.path("const").asText())))
                : Given.BLANK;
    }

    static Exact scale(JsonNode quotient) {
        return quotient.hasNonNull("scale")
                ? Exact.of(new BigDecimal(quotient.path("scale").asText()))
                : Exact.ONE;
    }
}
