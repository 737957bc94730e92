package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The rows of a campaign file's appendices, as raw JSON. */
final class Rows {

    /** One row and the appendix in which it stands. */
    record Row(JsonNode appendix, JsonNode indicator) {

        String code() {
            return text("code");
        }

        String text(String field) {
            return indicator.path(field).asText();
        }

        /** {@code unit_agg} or {@code period_agg}. */
        String op(String aggregation) {
            return indicator.at("/" + aggregation + "/op").asText();
        }

        boolean isText() {
            return text("type").equals("text");
        }

        boolean isComputed() {
            return indicator.path("computed").asBoolean();
        }

        boolean isStock() {
            return text("measure").equals("stock");
        }

        int digits() {
            return indicator.path("decimals").asInt(0);
        }

        List<Integer> years() {
            return columns().stream()
                    .filter(column -> column.hasNonNull("year"))
                    .map(column -> column.path("year").asInt())
                    .toList();
        }

        int lastYear() {
            return years().get(years().size() - 1);
        }

        boolean isPartial(int year) {
            return columns().stream()
                    .anyMatch(column -> column.path("year").asInt() == year
                            && column.path("partial").asBoolean());
        }

        /** Whether the row did not exist yet. */
        boolean isBefore(int year) {
            return indicator.hasNonNull("valid_from_year")
                    && year < indicator.path("valid_from_year").asInt();
        }

        boolean appliesTo(String category) {
            return appliesTo(appendix, category);
        }

        static boolean appliesTo(JsonNode appendix, String category) {
            JsonNode who = appendix.path("applies_to");
            return who.isArray()
                    ? strings(who).contains(category)
                    : who.asText().equals("ALL");
        }

        private List<JsonNode> columns() {
            return items(appendix.path("columns"));
        }
    }

    private final Map<String, Row> byCode = new LinkedHashMap<>();
    private final int monthsOfLastYear;

    private Rows(int monthsOfLastYear) {
        this.monthsOfLastYear = monthsOfLastYear;
    }

    static Rows of(JsonNode definition) {
        String cutoff = definition.at("/campaign/period/last_year_cutoff").asText("");
        Rows rows = new Rows(cutoff.isEmpty() ? 12 : Integer.parseInt(cutoff.substring(5, 7)));
        for (JsonNode appendix : definition.path("appendices")) {
            for (JsonNode indicator : appendix.path("indicators")) {
                Row row = new Row(appendix, indicator);
                rows.byCode.put(row.code(), row);
            }
        }
        return rows;
    }

    Collection<Row> all() {
        return byCode.values();
    }

    /** Those that hold numbers. */
    List<Row> numeric() {
        return all().stream().filter(row -> !row.isText()).toList();
    }

    /** Null for a code that the file does not have. */
    Row row(String code) {
        return byCode.get(code);
    }

    /** How much of the year a stock stands for. */
    Exact share(Row row, int year) {
        return row.isStock() && row.isPartial(year) ? Exact.of(monthsOfLastYear).over(Exact.of(12)) : Exact.ONE;
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asText()));
        return strings;
    }
}
