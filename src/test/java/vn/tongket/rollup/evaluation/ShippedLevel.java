package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.tongket.rollup.evaluation.Level.Seat;
import vn.tongket.rollup.evaluation.Level.Union;

/** The shipped campaign with its 52 unions and reports of its real size: 133 rows, ten years. */
final class ShippedLevel {

    private static final String CODE = "CDXDVN";

    private ShippedLevel() {}

    /** The shipped campaign file. */
    static JsonNode file() {
        return read("/demo/campaign-20-NQ-TW.json");
    }

    /** With random figures, marks and missing reports; codes begin with {@code prefix}. */
    static Level of(long seed, String prefix) {
        Dice dice = Dice.of(seed);
        RandomFigures figures = new RandomFigures(dice);
        JsonNode file = file();
        Rows rows = Rows.of(file);
        JsonNode organisation = read("/demo/units-cdxdvn.json");
        List<Seat> seats = new ArrayList<>();
        for (JsonNode unit : organisation.path("units")) {
            boolean required = unit.path("parent").asText().equals(CODE)
                    && !unit.path("reporting_mode").asText().equals("none");
            if (required || unit.path("guided_by").asText().equals(CODE)) {
                Seat empty = new Seat(union(organisation, unit, prefix), required, dice.chance(4), null, null, null);
                seats.add(
                        empty.exempt() || dice.chance(10)
                                ? empty
                                : new Seat(empty.union(), required, false, figures.typed(rows, empty), null, null));
            }
        }
        Union issuer = null;
        for (JsonNode unit : organisation.path("units")) {
            issuer = unit.path("code").asText().equals(CODE) ? union(organisation, unit, prefix) : issuer;
        }
        Level empty = new Level(prefix + CODE, file, issuer, seats, null);
        return new Level(empty.code(), file, issuer, seats, figures.office(rows, empty));
    }

    private static Union union(JsonNode organisation, JsonNode unit, String prefix) {
        String code = unit.path("code").asText();
        String category = unit.path("category").asText();
        boolean leaf = Rows.items(organisation.path("units")).stream()
                .noneMatch(other -> other.path("parent").asText().equals(code));
        String tier = Rows.items(organisation.path("categories")).stream()
                .filter(kind -> kind.path("code").asText().equals(category))
                .findFirst()
                .orElseThrow()
                .path("tier")
                .asText();
        String since = unit.path("valid_from").asText("");
        return new Union(
                prefix + code, category, tier, since.isEmpty() ? null : Integer.valueOf(since.substring(0, 4)), leaf);
    }

    private static JsonNode read(String resource) {
        try (InputStream file = ShippedLevel.class.getResourceAsStream(resource)) {
            return Paper.JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
