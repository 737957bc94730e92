package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tongket.rollup.evaluation.Level.Seat;
import vn.tongket.rollup.evaluation.Level.Union;

/** Campaigns small enough to be worked out on paper: one appendix “A”, years 2015 to 2017, the last to 30/09. */
final class Paper {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String CATEGORY = "COSO";

    private Paper() {}

    static JsonNode json(String loose) {
        try {
            return JSON.readTree(loose);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(loose, e);
        }
    }

    /** The rows as JSON objects; what they leave out is an int, a stock, added up, the last year's for the period. */
    static JsonNode file(String... rows) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.putObject("campaign").putObject("period").put("last_year_cutoff", "2017-09-30");
        ArrayNode appendices = file.putArray("appendices");
        ObjectNode appendix = appendices.addObject().put("code", "A").put("applies_to", "ALL");
        appendix.set("columns", json("""
                [{key: 'y2015', year: 2015, partial: false}, {key: 'y2016', year: 2016, partial: false},
                 {key: 'y2017', year: 2017, partial: true}, {key: 'total', computed: true}]"""));
        ArrayNode indicators = appendix.putArray("indicators");
        for (String row : rows) {
            ObjectNode indicator = indicators.addObject();
            indicator.setAll((ObjectNode) json("""
                    {type: 'int', measure: 'stock', unit_agg: {op: 'sum'}, period_agg: {op: 'last'}}"""));
            indicator.setAll((ObjectNode) json(row));
        }
        return file;
    }

    static Union union(String code) {
        return new Union(code, CATEGORY, "grassroots", null, true);
    }

    /** A required participant with these typed cells by row and year; null: its report is missing. */
    static Seat seat(String code, String figures) {
        return seat(union(code), figures);
    }

    static Seat seat(Union union, String figures) {
        return new Seat(union, true, false, figures == null ? null : json(figures), null, null);
    }

    /** The same with what it typed in one year of one row. */
    static Seat typed(String code, String row, String value) {
        return seat(code, "{'%s': {'2017': '%s'}}".formatted(row, value));
    }

    /** A participant with a campaign of its own. */
    static Seat above(Level own, String figures) {
        return new Seat(own.issuer(), true, false, json(figures), own, null);
    }

    static Level level(JsonNode file, Seat... seats) {
        return levelOf("U", file, null, seats);
    }

    static Level levelOf(String issuer, JsonNode file, String office, Seat... seats) {
        return new Level(
                issuer,
                file,
                new Union(issuer, "CAPTREN", "upper", null, false),
                List.of(seats),
                office == null ? null : json(office));
    }

    static Total total(Level level, String row, String column) {
        return Evaluation.of(level).totals().getOrDefault(row, Map.of()).get(column);
    }

    /** With that mistake put in. */
    static Total mistaken(Mistake mistake, Level level, String row, String column) {
        return Evaluation.of(level, mistake).totals().get(row).get(column);
    }

    /** The cell of one union's report. */
    static Given cell(JsonNode file, Seat seat, String row, int year) {
        return UnionCells.of(Rows.of(file), seat, Set.of()).at(row, year);
    }
}
