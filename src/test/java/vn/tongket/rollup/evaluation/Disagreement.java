package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.tongket.rollup.evaluation.Level.Seat;

/** Where product and evaluation differ in one campaign, with what it takes to work it out by hand. */
record Disagreement(long seed, Level level, List<String> differences) {

    private static final int SHOWN = 8;

    static Optional<Disagreement> of(long seed, Level level, List<String> differences) {
        return differences.isEmpty() ? Optional.empty() : Optional.of(new Disagreement(seed, level, differences));
    }

    /** Smaller ones are easier to understand. */
    int size() {
        return level.seats().size() * 1000 + level.depth() * 100 + Math.min(differences.size(), 99);
    }

    @Override
    public String toString() {
        String first = differences.get(0).split("/", 2)[0];
        TreeSet<String> codes = new TreeSet<>(List.of(first));
        Rows rows = Rows.of(level.definition());
        JsonNode row = rows.row(first).indicator();
        rows.all().stream()
                .map(Rows.Row::code)
                .filter(code -> row.findValuesAsText("numerator").contains(code)
                        || row.findValuesAsText("denominator").contains(code)
                        || row.findValuesAsText("weight").contains(code)
                        || row.findValuesAsText("copy").contains(code)
                        || Rows.strings(row.at("/formula/args")).contains(code))
                .forEach(codes::add);
        return "%n-Drollup.seed=%d: campaign %s, %d cells%n%s%n%s%n%s%n office %s%n"
                .formatted(
                        seed,
                        level.code(),
                        differences.size(),
                        differences.stream().limit(SHOWN).collect(Collectors.joining("\n")),
                        codes.stream()
                                .map(code -> " " + rows.row(code).indicator() + " applies to "
                                        + rows.row(code).appendix().path("applies_to"))
                                .collect(Collectors.joining("\n")),
                        level.seats().stream().limit(SHOWN).map(seat -> told(seat, codes)).collect(Collectors.joining("\n")),
                        cells(level.office(), codes));
    }

    private static String told(Seat seat, TreeSet<String> codes) {
        return " %s%s%s%s: %s"
                .formatted(
                        seat.union(),
                        seat.exempt() ? ", exempt" : "",
                        seat.countedIn() == null ? "" : ", counted in " + seat.countedIn(),
                        seat.own() == null ? "" : ", with a campaign of its own",
                        cells(seat.figures(), codes));
    }

    private static String cells(JsonNode figures, TreeSet<String> codes) {
        return figures == null
                ? "missing"
                : codes.stream().map(code -> code + " " + figures.path(code)).collect(Collectors.joining(", "));
    }
}
