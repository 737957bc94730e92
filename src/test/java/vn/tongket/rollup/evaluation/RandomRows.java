package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Appendices with every kind of row, years of their own, and rows that refer to rows of other appendices. A row is made
 * from rows made before it, whatever their order in the file.
 */
final class RandomRows {

    static final int FIRST_YEAR = 2013;
    static final int LAST_YEAR = 2017;

    private final Dice dice;
    private final List<ObjectNode> rows = new ArrayList<>();

    RandomRows(Dice dice) {
        this.dice = dice;
    }

    /** So many appendices with such codes; what was made before may be referred to. */
    void appendices(ArrayNode appendices, String prefix, int count) {
        for (int index = 0; index < count; index++) {
            appendix(appendices.addObject(), prefix + index);
        }
    }

    private void appendix(ObjectNode appendix, String code) {
        appendix.put("code", code).put("title", "Phụ lục " + code);
        if (dice.chance(65)) {
            appendix.put("applies_to", "ALL");
        } else {
            ArrayNode who = appendix.putArray("applies_to");
            dice.some(Kinds.codes(), dice.between(1, 3)).forEach(who::add);
        }
        ArrayNode columns = appendix.putArray("columns");
        int last = dice.chance(85) ? LAST_YEAR : LAST_YEAR - 1;
        for (int year = dice.between(FIRST_YEAR, LAST_YEAR - 2); year <= last; year++) {
            columns.addObject()
                    .put("key", "y" + year)
                    .put("label", String.valueOf(year))
                    .put("year", year)
                    .put("partial", year == LAST_YEAR && dice.chance(70))
                    .put("computed", false);
        }
        columns.addObject().put("key", "total").put("label", "Cả giai đoạn").put("computed", true);
        List<ObjectNode> own = new ArrayList<>();
        for (int index = dice.between(4, 9); index > 0; index--) {
            ObjectNode row = row(code + ".D" + index);
            own.add(row);
            rows.add(row);
        }
        Collections.shuffle(own, dice.random());
        appendix.putArray("indicators").addAll(own);
    }

    private ObjectNode row(String code) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("code", code).put("no", "1").put("name", "Dòng " + code).put("unit", "người");
        row.put("computed", false).put("required", dice.chance(70));
        if (dice.chance(15)) {
            row.put("valid_from_year", dice.between(FIRST_YEAR, LAST_YEAR));
        }
        int kind = dice.between(0, 99);
        if (kind < 5) {
            text(row);
        } else if (kind < 25) {
            flow(row);
        } else if (kind < 50 || wholes().isEmpty()) {
            stock(row);
        } else if (kind < 65) {
            mean(row);
        } else if (kind < 75) {
            formula(row);
        } else {
            ratio(row);
        }
        return row;
    }

    private void text(ObjectNode row) {
        row.put("type", "text").put("measure", "stock");
        row.putObject("unit_agg").put("op", "none");
        row.putObject("period_agg").put("op", "none");
    }

    private void flow(ObjectNode row) {
        typed(row, "flow");
        unitOp(row);
        period(row, dice.one("sum", "sum", "sum", "max", "min", "last", "none"));
        defaults(row);
    }

    private void stock(ObjectNode row) {
        typed(row, "stock");
        unitOp(row);
        period(row, dice.one("last", "last", "last", "max", "min", "none"));
        defaults(row);
    }

    private void typed(ObjectNode row, String measure) {
        int decimals = dice.one(0, 0, 0, 1, 2);
        row.put("type", decimals == 0 ? dice.one("int", "int", "money") : dice.one("decimal", "percent"));
        row.put("measure", measure);
        if (decimals > 0 || dice.chance(50)) {
            row.put("decimals", decimals);
        }
    }

    private void unitOp(ObjectNode row) {
        row.putObject("unit_agg").put("op", dice.one("sum", "sum", "sum", "sum", "max", "min", "none"));
    }

    private void period(ObjectNode row, String op) {
        ObjectNode period = row.putObject("period_agg").put("op", op);
        if (!wholes().isEmpty() && dice.chance(4)) {
            sides(period.put("op", "ratio_of_year_sums"));
        }
    }

    private void mean(ObjectNode row) {
        typed(row, dice.one("stock", "flow"));
        row.putObject("unit_agg").put("op", "weighted_mean").put("weight", whole());
        period(row, dice.one("none", "last", "max", "min"));
        defaults(row);
    }

    private void formula(ObjectNode row) {
        typed(row, dice.one("stock", "flow"));
        row.put("computed", true);
        unitOp(row);
        period(row, dice.one("last", "max", "min", row.path("measure").asText().equals("flow") ? "sum" : "last"));
        ArrayNode arguments = row.putObject("formula").put("op", "add").putArray("args");
        dice.some(dice.chance(95) ? wholes() : numeric(), dice.between(1, 4)).forEach(arguments::add);
    }

    private void ratio(ObjectNode row) {
        row.put("type", dice.one("decimal", "percent")).put("measure", "ratio");
        row.put("computed", true).put("decimals", dice.between(0, 2));
        sides(row.putObject("unit_agg").put("op", "ratio"));
        String op = dice.one("last", "last", "ratio_of_year_sums", "ratio_of_year_sums", "max", "min", "none");
        ObjectNode period = row.putObject("period_agg").put("op", op);
        if (op.equals("ratio_of_year_sums") && dice.chance(25)) {
            sides(period);
        }
    }

    private void sides(ObjectNode quotient) {
        quotient.put("numerator", side()).put("denominator", side());
        if (dice.chance(85)) {
            quotient.put("scale", dice.one(BigDecimal.ONE, BigDecimal.valueOf(100), BigDecimal.valueOf(1, 1)));
        }
    }

    private void defaults(ObjectNode row) {
        if (dice.chance(15)) {
            row.putObject("own_value")
                    .putObject("count_children")
                    .put("tier", dice.one(Kinds.values()).tier());
        }
        if (dice.chance(20)) {
            ObjectNode otherwise = row.putObject("leaf_value");
            if (wholes().isEmpty() || dice.chance(50)) {
                otherwise.put("const", dice.between(0, 2));
            } else {
                // Never a quotient: one without end is kept to 40 digits where it is copied (ADR 31).
                otherwise.put("copy", dice.one(notComputed()));
            }
            if (dice.chance(50)) {
                otherwise.putArray("categories").add(dice.one(Kinds.codes()));
            }
        }
    }

    /** Now and then a mean or a quotient: its total is exact, whatever it is made of. */
    private String side() {
        return dice.chance(85)
                ? whole()
                : dice.one(rows.stream()
                        .filter(RandomRows::isNumeric)
                        .map(row -> row.path("code").asText())
                        .toList());
    }

    /** A figure that is typed or added. A quotient that is added unit by unit is kept to 40 digits (ADR 31). */
    private String whole() {
        return dice.one(wholes());
    }

    /** Figures that are typed or added; no quotient, no mean. */
    private List<String> wholes() {
        return rows.stream()
                .filter(RandomRows::isNumeric)
                .filter(row -> !row.at("/unit_agg/op").asText().matches("ratio|weighted_mean"))
                .map(row -> row.path("code").asText())
                .toList();
    }

    private List<String> notComputed() {
        return rows.stream()
                .filter(RandomRows::isNumeric)
                .filter(row -> !row.path("computed").asBoolean())
                .map(row -> row.path("code").asText())
                .toList();
    }

    /** Whatever has a number of its own: a quotient has none. */
    private List<String> numeric() {
        return rows.stream()
                .filter(RandomRows::isNumeric)
                .filter(row -> !row.at("/unit_agg/op").asText().equals("ratio"))
                .map(row -> row.path("code").asText())
                .toList();
    }

    private static boolean isNumeric(ObjectNode row) {
        return !row.path("type").asText().equals("text");
    }
}
