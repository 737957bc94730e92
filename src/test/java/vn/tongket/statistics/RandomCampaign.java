package vn.tongket.statistics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.tongket.shared.ImportJson;

/**
 * Campaign files of any shape: appendices with years of their own, every kind of row, rules of every kind across them.
 * What a row is computed of is a row made before it, whatever their order in the file.
 */
final class RandomCampaign {

    static final List<String> CATEGORIES = List.of("CAP", "COSO", "NGANH");
    static final List<String> TIERS = List.of("upper", "grassroots", "member");

    private final Random random;
    private final ObjectNode file = ImportJson.mapper().createObjectNode();
    private final List<ObjectNode> rows = new ArrayList<>();

    private RandomCampaign(Random random) {
        this.random = random;
    }

    /** Of a campaign file that the statistics need: {@code campaign.period}, {@code appendices} and {@code rules}. */
    static ObjectNode of(Random random) {
        return new RandomCampaign(random).build();
    }

    private ObjectNode build() {
        ObjectNode period = file.putObject("campaign").putObject("period");
        if (chance(80)) {
            period.put("last_year_cutoff", "2017-%02d-28".formatted(1 + random.nextInt(12)));
        }
        ArrayNode appendices = file.putArray("appendices");
        int count = 1 + random.nextInt(3);
        for (int index = 0; index < count; index++) {
            appendix(appendices.addObject(), "P" + index);
        }
        ArrayNode rules = file.putArray("rules");
        for (int index = 0; index < 16; index++) {
            rule(rules.addObject(), "R" + index);
        }
        return file;
    }

    private void appendix(ObjectNode appendix, String code) {
        appendix.put("code", code).put("title", "Phụ lục " + code);
        if (chance(70)) {
            appendix.put("applies_to", "ALL");
        } else {
            CATEGORIES.stream().limit(1 + random.nextInt(2)).forEach(appendix.withArray("/applies_to")::add);
        }
        ArrayNode columns = appendix.putArray("columns");
        int first = 2012 + random.nextInt(3);
        for (int year = first; year <= 2017; year++) {
            columns.addObject()
                    .put("key", "y" + year)
                    .put("label", String.valueOf(year))
                    .put("year", year)
                    .put("partial", year == 2017 && chance(60))
                    .put("computed", false);
        }
        columns.addObject().put("key", "total").put("label", "Cả giai đoạn").put("computed", true);
        List<ObjectNode> own = new ArrayList<>();
        int count = 4 + random.nextInt(6);
        for (int index = 0; index < count; index++) {
            ObjectNode row = row(code + ".D" + index);
            own.add(row);
            rows.add(row);
        }
        Collections.shuffle(own, random);
        appendix.putArray("indicators").addAll(own);
    }

    private ObjectNode row(String code) {
        ObjectNode row = ImportJson.mapper().createObjectNode();
        row.put("code", code).put("no", "1").put("name", "Dòng " + code).put("unit", "người");
        row.put("computed", false).put("required", chance(70));
        if (chance(15)) {
            row.put("valid_from_year", 2012 + random.nextInt(5));
        }
        switch (random.nextInt(10)) {
            case 0 -> text(row);
            case 1 -> mean(row);
            case 2 -> formula(row);
            case 3, 4 -> ratio(row);
            case 5, 6 -> typed(row, "flow", "sum");
            default -> typed(row, "stock", one(List.of("last", "last", "max", "min", "none")));
        }
        return row;
    }

    private void text(ObjectNode row) {
        row.put("type", "text").put("measure", "stock");
        row.putObject("unit_agg").put("op", "none");
        row.putObject("period_agg").put("op", "none");
    }

    private void mean(ObjectNode row) {
        typed(row, "stock", one(List.of("last", "none")));
        row.putObject("unit_agg")
                .put("op", "weighted_mean")
                .put("weight", row.path("code").asText());
    }

    private void typed(ObjectNode row, String measure, String period) {
        int decimals = one(List.of(0, 0, 1, 2));
        row.put("type", decimals == 0 ? one(List.of("int", "int", "money")) : one(List.of("decimal", "percent")));
        row.put("measure", measure).put("decimals", decimals);
        row.putObject("unit_agg").put("op", one(List.of("sum", "sum", "sum", "max", "min", "none")));
        row.putObject("period_agg").put("op", period);
        if (!wholes().isEmpty() && chance(20)) {
            row.put("breakdown_of", one(wholes()));
        }
        if (chance(15)) {
            row.putObject("own_value").putObject("count_children").put("tier", one(TIERS));
        }
        if (chance(20)) {
            ObjectNode otherwise = row.putObject("leaf_value");
            if (wholes().isEmpty() || chance(50)) {
                otherwise.put("const", random.nextInt(3));
            } else {
                // No quotient: copied into a row that is summed it has no exact decimal for the SQL to sum.
                otherwise.put("copy", one(chance(80) ? wholes() : codes("ratio", false)));
            }
            if (chance(50)) {
                otherwise.putArray("categories").add(one(CATEGORIES));
            }
        }
    }

    private void formula(ObjectNode row) {
        typed(row, one(List.of("stock", "flow")), one(List.of("last", "sum", "max", "min")));
        if (!wholes().isEmpty()) {
            row.put("computed", true).remove(List.of("leaf_value", "own_value"));
            ArrayNode arguments = row.putObject("formula").put("op", "add").putArray("args");
            some(wholes(), 1 + random.nextInt(4)).forEach(arguments::add);
        }
    }

    private void ratio(ObjectNode row) {
        if (wholes().isEmpty()) {
            typed(row, "flow", "sum");
            return;
        }
        row.put("type", one(List.of("decimal", "percent"))).put("measure", "ratio");
        row.put("computed", true).put("decimals", 1);
        sides(row.putObject("unit_agg").put("op", "ratio"));
        ObjectNode period = row.putObject("period_agg").put("op", one(List.of("last", "ratio_of_year_sums")));
        if (period.path("op").asText().equals("ratio_of_year_sums") && chance(30)) {
            sides(period);
        }
    }

    private void sides(ObjectNode quotient) {
        quotient.put("numerator", one(wholes())).put("denominator", one(wholes()));
        quotient.put("scale", one(List.of(1, 100, 1000)));
    }

    private void rule(ObjectNode rule, String code) {
        List<String> numeric = numeric();
        List<String> wholes = wholes();
        rule.put("code", code).put("severity", one(List.of("error", "warn"))).put("message_vi", "Sai " + code + ".");
        String kind = wholes.isEmpty()
                ? "blank_vs_zero"
                : one(List.of(
                        "compare",
                        "compare",
                        "iff_positive",
                        "implies_positive",
                        "sum_equals",
                        "range",
                        "balance",
                        "yoy_change",
                        "non_negative",
                        "integer",
                        "parent_equals_children",
                        "blank_vs_zero"));
        rule.put("kind", kind);
        switch (kind) {
            case "compare" -> {
                pair(rule, numeric).put("op", one(List.of("<=", "<", ">=", ">", "==")));
                // Now and then the pair of a breakdown, either way round.
                rows.stream()
                        .filter(row -> row.has("breakdown_of") && chance(30))
                        .findFirst()
                        .ifPresent(part -> rule.put(
                                        chance(50) ? "left" : "right",
                                        part.path("code").asText())
                                .put(
                                        rule.path("left")
                                                        .asText()
                                                        .equals(part.path("code")
                                                                .asText())
                                                ? "right"
                                                : "left",
                                        part.path("breakdown_of").asText()));
            }
            case "iff_positive", "implies_positive" -> pair(rule, numeric);
            case "sum_equals" -> {
                rule.put("total", one(wholes)).put("tolerance", random.nextInt(4));
                some(wholes, 1 + random.nextInt(3)).forEach(rule.putArray("parts")::add);
            }
            case "range" -> {
                rule.put("indicator", one(numeric));
                int min = random.nextInt(4);
                if (chance(80)) {
                    rule.put("min", min);
                }
                if (chance(80)) {
                    rule.put("max", min + random.nextInt(60));
                }
            }
            case "balance" -> {
                rule.put("stock", one(wholes)).put("tolerance_pct", one(List.of(0, 10, 100)));
                some(wholes, 1 + random.nextInt(2)).forEach(rule.putArray("plus")::add);
                some(wholes, 1 + random.nextInt(2)).forEach(rule.putArray("minus")::add);
            }
            case "yoy_change" -> {
                some(numeric, 3).forEach(rule.putArray("indicators")::add);
                rule.put("max_pct", one(List.of(20, 50, 100)));
                rule.put("skip_partial_year_for_flow", chance(50));
                if (chance(70)) {
                    rule.put("min_base", random.nextInt(4));
                }
            }
            default -> {
                if (chance(50)) {
                    rule.put("indicators", one(List.of("*numeric", "*int", "*sum", "*required")));
                    if (rule.path("indicators").asText().equals("*required") && !kind.equals("blank_vs_zero")) {
                        rule.put("indicators", "*numeric");
                    }
                } else {
                    some(numeric, 3).forEach(rule.putArray("indicators")::add);
                }
            }
        }
    }

    private ObjectNode pair(ObjectNode rule, List<String> codes) {
        return rule.put("left", one(codes)).put("right", one(codes));
    }

    /** Rows whose values are whole figures, typed or added, no quotients and no means. */
    private List<String> wholes() {
        return codes("ratio", true);
    }

    private List<String> numeric() {
        return codes("", false);
    }

    private List<String> codes(String without, boolean additive) {
        return rows.stream()
                .filter(row -> !row.path("type").asText().equals("text"))
                .filter(row -> !row.path("measure").asText().equals(without))
                .filter(row ->
                        !additive || !row.path("unit_agg").path("op").asText().equals("weighted_mean"))
                .map(row -> row.path("code").asText())
                .toList();
    }

    private List<String> some(List<String> from, int count) {
        List<String> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
