package vn.tongket.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The description as a judge: whether a content, an answer or an example is as it says. */
final class Described {

    /** One method of one path with its answers; {@code path} with its variables in braces. */
    record Operation(String id, String method, String path, JsonNode node) {

        List<String> statuses() {
            List<String> statuses = new ArrayList<>();
            node.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        boolean takesBody() {
            return node.has("requestBody");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;

    Described(JsonNode document) {
        this.document = document;
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (!method.getKey().equals("parameters")) {
                        operations.add(new Operation(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()));
                    }
                }));
        return operations;
    }

    /** Those of the path and those of the method. */
    List<JsonNode> parameters(Operation operation) {
        return Stream.concat(
                        document.path("paths")
                                .path(operation.path())
                                .path("parameters")
                                .valueStream(),
                        operation.node().path("parameters").valueStream())
                .map(this::resolve)
                .toList();
    }

    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** What is wrong with a value by a schema of this document. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** The body of a request that was taken is as described. */
    void assertTaken(Operation operation, String body) {
        JsonNode content = resolve(operation.node().path("requestBody")).path("content");
        if (content.has("application/json")) {
            assertThat(faults(content.path("application/json").path("schema"), read(body)))
                    .as("%s takes %s", operation, body)
                    .isEmpty();
        }
    }

    /** Status, media type, headers and body of an answer are as described. */
    void assertAnswer(Operation operation, HttpResponse<String> answer) {
        JsonNode described = resolve(operation.node().path("responses").path(String.valueOf(answer.statusCode())));
        String asked = operation + " answers " + answer.statusCode() + " " + answer.body();
        assertThat(described.isMissingNode()).as(asked).isFalse();
        described.path("headers").properties().forEach(header -> {
            if (resolve(header.getValue()).path("required").asBoolean()) {
                assertThat(answer.headers().firstValue(header.getKey()))
                        .as(asked + " with " + header.getKey())
                        .isPresent();
            }
        });
        assertThat(answer.headers().firstValue("ETag").isPresent())
                .as(asked + " with ETag")
                .isEqualTo(described.path("headers").has("ETag"));
        assertBody(described.path("content"), answer, asked);
    }

    private void assertBody(JsonNode contents, HttpResponse<String> answer, String asked) {
        if (contents.isMissingNode()) {
            assertThat(answer.body()).as(asked).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("none").split(";", 2)[0];
        assertThat(contents.has(type)).as(asked + " as " + type).isTrue();
        if (type.endsWith("json")) {
            assertThat(faults(contents.path(type).path("schema"), read(answer.body())))
                    .as(asked)
                    .isEmpty();
        }
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
