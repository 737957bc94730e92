package vn.tongket.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Which categories of unions fill something in; an empty list stands for {@code "ALL"} (formats.md, Outline). */
public record AppliesTo(List<String> categories) {

    public static final AppliesTo ALL = new AppliesTo(List.of());

    public AppliesTo {
        categories = List.copyOf(categories);
    }

    @JsonCreator
    static AppliesTo of(JsonNode json) {
        if (json.isTextual() && json.textValue().equals("ALL")) {
            return ALL;
        }
        if (!json.isArray() || json.isEmpty()) {
            throw new IllegalArgumentException("applies_to: \"ALL\" or a list of category codes");
        }
        List<String> categories = new ArrayList<>();
        json.forEach(code -> categories.add(code.asText()));
        return new AppliesTo(categories);
    }

    @JsonValue
    Object json() {
        return categories.isEmpty() ? TextNode.valueOf("ALL") : categories;
    }

    public boolean includes(String category) {
        return categories.isEmpty() || categories.contains(category);
    }
}
