package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.tongket.rollup.evaluation.Differences.Difference;
import vn.tongket.rollup.evaluation.Level.Seat;
import vn.tongket.rollup.evaluation.Rows.Row;

/** One cell in which product and evaluation differ, with what it takes to work it out by hand. */
record Disagreement(long seed, Level level, Difference difference) {

    private static final int SHOWN = 8;

    /** For each kind of disagreement how often it occurs, and the smallest example; empty when there is none. */
    static List<String> told(List<Disagreement> all) {
        Map<String, List<Disagreement>> kinds =
                all.stream().collect(Collectors.groupingBy(Disagreement::kind, TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> "%n%d cells differ in %s, the smallest:%n%s"
                        .formatted(
                                kind.getValue().size(),
                                kind.getKey(),
                                kind.getValue().stream()
                                        .min(Comparator.comparing(Disagreement::size))
                                        .orElseThrow()))
                .toList();
    }

    private String kind() {
        return "%s (%s, period %s%s)"
                .formatted(
                        difference.what(),
                        row().op("unit_agg"),
                        difference.column().equals(Evaluation.PERIOD) ? row().op("period_agg") : "-",
                        level.depth() == 1 ? "" : ", campaigns below");
    }

    private int size() {
        return level.seats().size() * 100 + related().size() * 10 + level.depth();
    }

    @Override
    public String toString() {
        Rows rows = Rows.of(level.definition());
        return "-Drollup.seed=%d -Drollup.campaigns=1: campaign %s, %s%n%s%n%s%n office: %s%n"
                .formatted(
                        seed,
                        level.code(),
                        difference,
                        related().stream()
                                .map(code -> " " + rows.row(code).indicator() + " applies to "
                                        + rows.row(code).appendix().path("applies_to"))
                                .collect(Collectors.joining("\n")),
                        level.seats().stream().limit(SHOWN).map(this::told).collect(Collectors.joining("\n")),
                        cells(level.office()));
    }

    private Row row() {
        return Rows.of(level.definition()).row(difference.row());
    }

    /** The row and those that it is made of. */
    private Set<String> related() {
        Set<String> codes = new LinkedHashSet<>(List.of(difference.row()));
        JsonNode row = row().indicator();
        for (String field : List.of("numerator", "denominator", "weight", "copy")) {
            codes.addAll(row.findValuesAsText(field));
        }
        codes.addAll(Rows.strings(row.at("/formula/args")));
        return codes;
    }

    private String told(Seat seat) {
        return " %s%s%s%s: %s"
                .formatted(
                        seat.union(),
                        seat.exempt() ? ", exempt" : "",
                        seat.countedIn() == null ? "" : ", counted in " + seat.countedIn(),
                        seat.own() == null ? "" : ", with a campaign of its own",
                        cells(seat.figures()));
    }

    private String cells(JsonNode figures) {
        return figures == null
                ? "missing"
                : related().stream()
                        .map(code -> code + " " + figures.path(code))
                        .collect(Collectors.joining(", "));
    }
}
