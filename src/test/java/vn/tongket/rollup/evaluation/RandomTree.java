package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tongket.rollup.evaluation.Level.Seat;
import vn.tongket.rollup.evaluation.Level.Union;

/** A random tree of campaigns, 1 to 4 levels deep. The same seed makes the same tree. */
final class RandomTree {

    private static final int MOST_LEVELS = 4;

    private final Dice dice;
    private final RandomFigures figures;
    private final RandomRows rows;
    private final String name;
    /** By campaign: unions of campaigns below that its issuer guides as well. */
    private final Map<String, List<Seat>> guided = new HashMap<>();

    private RandomTree(long seed, String name) {
        this.dice = Dice.of(seed);
        this.figures = new RandomFigures(dice);
        this.rows = new RandomRows(dice);
        this.name = name;
    }

    /**
     * The campaign at the top.
     *
     * @param name letters and digits, of which the codes of its campaigns ({@code name}, {@code name.A}, …) and unions
     *     are made
     */
    static Level of(long seed, String name) {
        RandomTree tree = new RandomTree(seed, name);
        int levels = tree.dice.between(1, MOST_LEVELS);
        Union issuer = new Union(tree.name, Kinds.NGANH.code(), Kinds.NGANH.tier(), null, false);
        return tree.level(issuer, null, levels, List.of());
    }

    private Level level(Union issuer, Level above, int levels, List<String> ancestors) {
        JsonNode definition = above == null ? definition() : extended(above.definition());
        Rows defined = Rows.of(definition);
        String code = issuer.code();
        List<Seat> seats = new ArrayList<>();
        Level unfinished = new Level(code, definition, issuer, seats, null);
        List<String> path = new ArrayList<>(ancestors);
        path.add(code);
        int count = levels == 1 ? dice.between(1, 6) : dice.between(1, 4);
        for (int index = 0; index < count; index++) {
            boolean descends = levels > 1 && (index == 0 || dice.chance(30));
            seats.add(seat(union(code, index, descends), unfinished, descends ? levels - 1 : 0, path));
        }
        seats.addAll(guided.getOrDefault(code, List.of()));
        JsonNode office = dice.chance(60) ? figures.office(defined, unfinished) : null;
        return new Level(code, definition, issuer, List.copyOf(seats), office);
    }

    private Union union(String issuer, int index, boolean descends) {
        Kinds kind = dice.one(Kinds.values());
        Integer bornIn = !descends && dice.chance(15)
                ? (Integer) dice.between(RandomRows.FIRST_YEAR, RandomRows.LAST_YEAR)
                : null;
        return new Union(issuer + (char) ('A' + index), kind.code(), kind.tier(), bornIn, !descends && dice.chance(60));
    }

    /** {@code levels} are those of its own campaign; 0: none. */
    private Seat seat(Union union, Level level, int levels, List<String> path) {
        boolean exempt = dice.chance(7);
        boolean missing = exempt || dice.chance(15);
        Level own = levels == 0 ? null : level(union, level, levels, path);
        String countedIn = null;
        boolean isGuided = path.size() > 1 && levels == 0 && dice.chance(15);
        if (isGuided) {
            String guide = dice.one(path.subList(0, path.size() - 1));
            boolean countedThere = dice.chance(25);
            countedIn = countedThere ? guide : null;
            guided.computeIfAbsent(guide, code -> new ArrayList<>())
                    .add(guidedSeat(union, level, countedThere ? null : level.code()));
        }
        boolean required = levels > 0 || isGuided || dice.chance(80);
        Seat empty = new Seat(union, required, exempt, null, own, countedIn);
        if (missing) {
            return empty;
        }
        Rows defined = Rows.of(level.definition());
        JsonNode typed = own == null ? figures.typed(defined, empty) : figures.prefilled(defined, empty);
        return new Seat(union, required, false, typed, own, countedIn);
    }

    private Seat guidedSeat(Union union, Level at, String countedIn) {
        Seat empty = new Seat(union, false, false, null, null, countedIn);
        return dice.chance(20)
                ? empty
                : new Seat(union, false, false, figures.typed(Rows.of(topDefinition(at)), empty), null, countedIn);
    }

    /** The rows that every campaign of the tree has. */
    private static JsonNode topDefinition(Level level) {
        ObjectNode file = level.definition().deepCopy();
        ArrayNode appendices = (ArrayNode) file.path("appendices");
        for (int index = appendices.size() - 1; index >= 0; index--) {
            if (!appendices.path(index).path("code").asText().startsWith("P")) {
                appendices.remove(index);
            }
        }
        return file;
    }

    private ObjectNode definition() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ObjectNode period = file.putObject("campaign").putObject("period");
        period.put("from_year", RandomRows.FIRST_YEAR).put("to_year", RandomRows.LAST_YEAR);
        if (dice.chance(80)) {
            period.put("last_year_cutoff", "2017-%02d-28".formatted(dice.between(1, 12)));
        }
        rows.appendices(file.putArray("appendices"), "P", dice.between(1, 3));
        return file;
    }

    /** The superior's file, now and then with an appendix more. */
    private JsonNode extended(JsonNode above) {
        if (!dice.chance(20)) {
            return above;
        }
        ObjectNode file = above.deepCopy();
        ArrayNode appendices = (ArrayNode) file.path("appendices");
        new RandomRows(dice).appendices(appendices, "Q" + appendices.size() + "_", 1);
        return file;
    }
}
