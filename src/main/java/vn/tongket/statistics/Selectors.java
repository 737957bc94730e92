package vn.tongket.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which rows a rule's {@code indicators} mean: a list of codes, or all of a kind, never computed ones. */
final class Selectors {

    private Selectors() {}

    static List<Indicator> select(FigureForm form, JsonNode indicators) {
        List<Indicator> selected = new ArrayList<>();
        if (indicators.isTextual()) {
            form.indicators().stream()
                    .filter(row -> !row.computed())
                    .filter(kind(indicators.textValue()))
                    .forEach(selected::add);
        } else {
            for (JsonNode code : indicators) {
                Indicator row = form.indicator(code.asText());
                if (row != null) {
                    selected.add(row);
                }
            }
        }
        return selected;
    }

    private static Predicate<Indicator> kind(String selector) {
        return switch (selector) {
            case "*numeric" -> row -> !row.isText();
            case "*int" -> row -> row.type() == Indicator.Type.INT;
            case "*sum" -> row -> row.unitAgg().op().equals("sum");
            case "*required" -> Indicator::required;
            default -> throw new IllegalArgumentException("selector " + selector);
        };
    }
}
