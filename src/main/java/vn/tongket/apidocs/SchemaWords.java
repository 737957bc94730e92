package vn.tongket.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/** A schema in a few Vietnamese words: {@code chuỗi (ngày) hoặc null}, {@code danh sách Fault}. */
final class SchemaWords {

    private SchemaWords() {}

    static String of(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.isEmpty()) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(" · "));
        }
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(one -> one(one.asText(), schema)).collect(Collectors.joining(" hoặc "))
                : one(type.asText(), schema);
    }

    private static String one(String type, JsonNode schema) {
        return switch (type) {
            case "array" -> "danh sách " + of(schema.path("items"));
            case "object" -> map(schema.path("additionalProperties"));
            case "string" -> "chuỗi" + format(schema.path("format").asText());
            case "integer" -> "số nguyên";
            case "number" -> "số";
            case "boolean" -> "đúng/sai";
            case "null" -> "null";
            default -> "bất kỳ";
        };
    }

    private static String map(JsonNode values) {
        return values.isObject() ? "đối tượng {khóa: " + of(values) + "}" : "đối tượng";
    }

    private static String format(String format) {
        return switch (format) {
            case "date" -> " (ngày)";
            case "date-time" -> " (thời điểm có múi giờ)";
            case "uuid" -> " (UUID)";
            default -> "";
        };
    }
}
