package vn.tongket.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The description in the pieces that the page shows. */
@Component
class ApiReader {

    /** Operations that belong together. */
    record Group(String name, String description, List<Operation> operations) {}

    /** One method of one path. */
    record Operation(
            String id,
            String method,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            @Nullable Body request,
            List<Answer> answers) {}

    /** A parameter; {@code in}: path, query or header. */
    record Parameter(String name, String in, boolean required, String description, String example) {}

    /** A content: its media type, its schema in words and, where there is one, an example as JSON. */
    record Body(String mediaType, String type, String example) {}

    /** An answer by status, with the headers that it carries. */
    record Answer(String status, String description, List<String> headers, List<Body> bodies) {}

    /** A named schema. */
    record Type(String name, String description, String words, List<Field> fields) {}

    /** A field of a schema. */
    record Field(String name, boolean required, String words, String description) {}

    private final ApiDescription description;

    ApiReader(ApiDescription description) {
        this.description = description;
    }

    /** Paragraphs, in the order of the document. */
    List<String> introduction() {
        return List.of(document().at("/info/description").asText().strip().split("\n\n"));
    }

    List<Group> groups() {
        List<Operation> all = operations();
        return stream(document().path("tags"))
                .map(tag -> new Group(
                        text(tag, "name"),
                        text(tag, "description"),
                        all.stream()
                                .filter(operation -> tagOf(operation).equals(text(tag, "name")))
                                .toList()))
                .toList();
    }

    List<Type> types() {
        return document().at("/components/schemas").properties().stream()
                .map(entry -> type(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Type::name))
                .toList();
    }

    private String tagOf(Operation operation) {
        return document()
                .path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .at("/tags/0")
                .asText();
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    operations.add(operation(path, method));
                }
            }
        }
        return operations;
    }

    private Operation operation(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method) {
        JsonNode described = method.getValue();
        return new Operation(
                text(described, "operationId"),
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                text(described, "summary"),
                text(described, "description"),
                Stream.concat(stream(path.getValue().path("parameters")), stream(described.path("parameters")))
                        .map(description::resolve)
                        .map(ApiReader::parameter)
                        .toList(),
                bodies(description.resolve(described.path("requestBody"))).stream()
                        .findFirst()
                        .orElse(null),
                answers(described.path("responses")));
    }

    private static Parameter parameter(JsonNode parameter) {
        return new Parameter(
                text(parameter, "name"),
                text(parameter, "in"),
                parameter.path("required").asBoolean(),
                text(parameter, "description"),
                text(parameter, "example"));
    }

    private List<Answer> answers(JsonNode responses) {
        return responses.properties().stream()
                .map(entry -> answer(entry.getKey(), description.resolve(entry.getValue())))
                .sorted(Comparator.comparing(Answer::status))
                .toList();
    }

    private Answer answer(String status, JsonNode response) {
        List<String> headers = new ArrayList<>();
        response.path("headers").fieldNames().forEachRemaining(headers::add);
        return new Answer(status, text(response, "description"), headers, bodies(response));
    }

    private static List<Body> bodies(JsonNode holder) {
        return holder.path("content").properties().stream()
                .map(entry -> new Body(
                        entry.getKey(), SchemaWords.of(entry.getValue().path("schema")), example(entry.getValue())))
                .toList();
    }

    private static String example(JsonNode content) {
        return content.has("example") ? content.path("example").toPrettyString() : "";
    }

    private static Type type(String name, JsonNode schema) {
        List<String> required =
                stream(schema.path("required")).map(JsonNode::asText).toList();
        List<Field> fields = schema.path("properties").properties().stream()
                .map(entry -> new Field(
                        entry.getKey(),
                        required.contains(entry.getKey()),
                        SchemaWords.of(entry.getValue()),
                        text(entry.getValue(), "description")))
                .toList();
        return new Type(name, text(schema, "description"), SchemaWords.of(schema), fields);
    }

    private JsonNode document() {
        return description.document();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
