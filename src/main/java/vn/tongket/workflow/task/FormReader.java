package vn.tongket.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the fields of a Camunda Form from its JSON. Components without a key are shown only. The rules stand in each
 * component's {@code properties}, not in {@code validate}: the browser's own messages are English, the server's are
 * not.
 */
final class FormReader {

    /** Longest text the engine stores as a variable. */
    static final int LONGEST_TEXT = 4000;

    private static final String MARK_OF_REQUIRED = " *";

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormReader() {}

    static List<FormField> read(InputStream form) throws IOException {
        List<FormField> fields = new ArrayList<>();
        collect(JSON.readTree(form).path("components"), false, fields);
        return List.copyOf(fields);
    }

    private static void collect(JsonNode components, boolean conditional, List<FormField> fields) {
        for (JsonNode component : components) {
            boolean hides = conditional || component.path("conditional").has("hide");
            if (component.has("components")) {
                collect(component.path("components"), hides, fields);
            } else if (component.has("key")) {
                fields.add(field(component, hides));
            }
        }
    }

    private static FormField field(JsonNode component, boolean conditional) {
        JsonNode rules = component.path("properties");
        return new FormField(
                component.path("key").asText(),
                label(component),
                kind(component),
                rules.path("required").asBoolean() && !conditional,
                rules.path("min").asInt(Integer.MIN_VALUE),
                rules.path("max").asInt(Integer.MAX_VALUE),
                Math.min(rules.path("maxLength").asInt(LONGEST_TEXT), LONGEST_TEXT),
                choices(component));
    }

    private static String label(JsonNode component) {
        String label = component
                .path(component.has("dateLabel") ? "dateLabel" : "label")
                .asText();
        return label.replace(MARK_OF_REQUIRED, "");
    }

    private static FormField.Kind kind(JsonNode component) {
        String type = component.path("type").asText();
        return switch (type) {
            case "textfield", "textarea" -> FormField.Kind.TEXT;
            case "number" -> FormField.Kind.NUMBER;
            case "radio", "select" -> FormField.Kind.CHOICE;
            case "checkbox" -> FormField.Kind.CHECK;
            case "datetime" ->
                "date".equals(component.path("subtype").asText()) ? FormField.Kind.DATE : FormField.Kind.DATE_TIME;
            default -> throw new IllegalStateException("A form field of a type the server does not check: " + type);
        };
    }

    private static Set<String> choices(JsonNode component) {
        Set<String> values = new LinkedHashSet<>();
        component
                .path("values")
                .forEach(choice -> values.add(choice.path("value").asText()));
        return values;
    }
}
