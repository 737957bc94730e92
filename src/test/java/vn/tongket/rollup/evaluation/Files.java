package vn.tongket.rollup.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Campaign files as the product stores them. */
final class Files {

    private Files() {}

    /** The model's with the level's code, issuer, period and appendices, and without what asks for no figures. */
    static JsonNode whole(JsonNode model, Level level) {
        ObjectNode file = model.deepCopy();
        ObjectNode head = (ObjectNode) file.path("campaign");
        head.put("code", level.code())
                .put("issuer", level.issuer().code())
                .put("reports_to", level.issuer().code());
        head.set("period", level.definition().at("/campaign/period"));
        file.set("appendices", level.definition().path("appendices"));
        List.of("outline", "list_forms", "rules").forEach(file::putArray);
        file.remove(List.of("demo_profile", "provenance"));
        return file;
    }

    /** Figures of a version that must not count: a number in every cell that such files can have. */
    static JsonNode wrong(Level level) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        for (Rows.Row row : Rows.of(level.definition()).numeric()) {
            if (!row.isComputed()) {
                ObjectNode years = figures.putObject(row.code());
                row.years().forEach(year -> years.put(String.valueOf(year), "777"));
            }
        }
        return figures;
    }
}
