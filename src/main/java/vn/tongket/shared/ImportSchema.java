package vn.tongket.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import vn.tongket.shared.DomainException.Fault;

/** The structure of one import format: a JSON Schema that is also served to those who write such files. */
public final class ImportSchema {

    private static final String TYPE = "type";

    private final JsonNode definition;
    private final Schema schema;

    /** {@code name} as in its address, {@code /schemas/<name>.json}. */
    public ImportSchema(String name) {
        try (InputStream file = new ClassPathResource("static/schemas/" + name + ".json").getInputStream()) {
            definition = ImportJson.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(definition);
    }

    /** Everything in which the file differs from the format; a value of a wrong type is told only that. */
    List<Fault> faultsOf(JsonNode file) {
        List<Error> errors = schema.validate(file);
        Set<String> ofWrongType = errors.stream()
                .filter(error -> error.getKeyword().equals(TYPE))
                .map(error -> path(error.getInstanceLocation()))
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error ->
                        error.getKeyword().equals(TYPE) || !ofWrongType.contains(path(error.getInstanceLocation())))
                .map(this::fault)
                .distinct()
                .toList();
    }

    private Fault fault(Error error) {
        String path = path(error.getInstanceLocation());
        return switch (error.getKeyword()) {
            case "required" ->
                new Fault(
                        path + JsonPlace.step(error.getProperty()),
                        "Thiếu trường bắt buộc “" + error.getProperty() + "”.");
            case "additionalProperties" ->
                new Fault(
                        path + JsonPlace.step(error.getProperty()),
                        "Không có trường nào tên là “" + error.getProperty() + "”.");
            default -> new Fault(path, sentence(error));
        };
    }

    private String sentence(Error error) {
        JsonNode rule = error.getSchemaNode();
        String value = error.getInstanceNode() == null ? "" : shown(error.getInstanceNode());
        return switch (error.getKeyword()) {
            case TYPE -> "Sai kiểu dữ liệu: phải là " + types(rule) + ".";
            case "enum" -> "Không có giá trị “" + value + "”; chỉ nhận: " + listed(rule) + ".";
            case "const" -> "Chỉ nhận giá trị “" + rule.asText() + "”.";
            case "pattern" ->
                "“" + value + "” không đúng dạng: "
                        + description(error.getSchemaLocation().getFragment()) + ".";
            case "format" -> "“" + value + "” không phải ngày có thật, dạng năm-tháng-ngày (2017-11-05).";
            case "minLength" -> "Không được để trống.";
            case "maxLength" -> "Dài quá " + Vietnamese.count(rule.asInt()) + " ký tự.";
            case "minimum" -> "Phải từ " + rule.asText() + " trở lên.";
            case "maximum" -> "Phải không quá " + rule.asText() + ".";
            case "minItems" -> "Danh sách không được rỗng.";
            case "maxItems", "maxProperties" -> "Danh sách dài quá " + Vietnamese.count(rule.asInt()) + " mục.";
            default -> throw new IllegalStateException("No sentence for the schema's keyword " + error.getKeyword());
        };
    }

    private static String path(NodePath location) {
        StringBuilder path = new StringBuilder("$");
        for (int i = 0; i < location.getNameCount(); i++) {
            Object step = location.getElement(i);
            path.append(step instanceof Integer ? "[" + step + "]" : JsonPlace.step(String.valueOf(step)));
        }
        return path.toString();
    }

    /** What the schema says of the values there, beside the rule that was broken. */
    private String description(NodePath rule) {
        JsonNode at = definition;
        for (int i = 0; i < rule.getNameCount() - 1; i++) {
            Object step = rule.getElement(i);
            at = step instanceof Integer index ? at.path(index) : at.path(String.valueOf(step));
        }
        return at.path("description").asText();
    }

    private static String types(JsonNode rule) {
        return rule.isArray()
                ? StreamSupport.stream(rule.spliterator(), false)
                        .map(JsonNode::asText)
                        .filter(type -> !type.equals("null"))
                        .map(ImportSchema::type)
                        .collect(Collectors.joining(" hoặc "))
                : type(rule.asText());
    }

    private static String type(String type) {
        return switch (type) {
            case "object" -> "một đối tượng { }";
            case "array" -> "một danh sách [ ]";
            case "string" -> "chữ trong ngoặc kép";
            case "integer" -> "số nguyên";
            case "number" -> "số";
            case "boolean" -> "true hoặc false";
            default -> type;
        };
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() > 60 ? text.substring(0, text.offsetByCodePoints(0, 50)) + "…" : text;
    }
}
