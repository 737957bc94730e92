package vn.tongket.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a Camunda Form from its JSON. Components without a key are shown only. */
final class FormReader {

    /** Longest text the engine stores as a variable. */
    static final int LONGEST_TEXT = 4000;

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
        JsonNode rules = component.path("validate");
        return new FormField(
                component.path("key").asText(),
                label(component),
                kind(component),
                rules.path("required").asBoolean() && !conditional,
                number(rules, "min"),
                number(rules, "max"),
                rules.path("maxLength").asInt(LONGEST_TEXT),
                choices(component));
    }

    private static String label(JsonNode component) {
        String own = component.path("label").asText(component.path("dateLabel").asText());
        return own.isEmpty() ? component.path("dateLabel").asText() : own;
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

    private static @Nullable Integer number(JsonNode rules, String name) {
        return rules.path(name).isInt() ? rules.path(name).asInt() : null;
    }

    private static Set<String> choices(JsonNode component) {
        Set<String> values = new LinkedHashSet<>();
        component
                .path("values")
                .forEach(choice -> values.add(choice.path("value").asText()));
        return values;
    }
}
