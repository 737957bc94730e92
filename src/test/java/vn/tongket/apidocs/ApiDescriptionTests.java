package vn.tongket.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description by itself: valid OpenAPI, complete, with examples that are what they are examples of. */
class ApiDescriptionTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production"})
    void isValidOpenApi(String profile) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult parsed = new OpenAPIV3Parser()
                .readContents(description(profile).document().toString(), null, options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSameSizeAs(description(profile).document().path("paths"));
    }

    @Test
    void leavesTheDemoOutOfProduction() {
        String production = description("production").document().toString();

        assertThat(production).doesNotContain("/demo", "Trình diễn", "\"Mail\"");
        assertThat(description("demo").document().toString()).contains("/demo/clock", "Trình diễn", "\"Mail\"");
    }

    @Test
    void readsTheSameInYaml() {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(description("demo").yaml());

        assertThat((JsonNode) JSON.valueToTree(read))
                .isEqualTo(description("demo").document());
    }

    @Test
    void givesExamplesThatAreValid() {
        Described described = described();
        List<String> faults = new ArrayList<>();
        List<String> judged = new ArrayList<>();

        visit(described.document(), "", (place, node) -> {
            if (node.has("schema") && node.has("example")) {
                judged.add(place);
                described
                        .faults(node.path("schema"), node.path("example"))
                        .forEach(fault -> faults.add(place + ": " + fault));
            }
        });

        assertThat(faults).isEmpty();
        assertThat(judged).hasSizeGreaterThan(described.operations().size());
    }

    @Test
    void explainsEveryOperationAndParameterWithAnExample() {
        Described described = described();
        List<String> tags = described.document().path("tags").findValuesAsText("name");
        for (Described.Operation operation : described.operations()) {
            assertThat(operation.node().path("summary").asText())
                    .as("%s", operation)
                    .isNotBlank();
            assertThat(operation.node().path("description").asText())
                    .as("%s", operation)
                    .endsWith(".");
            assertThat(tags).contains(operation.node().at("/tags/0").asText());
            for (JsonNode parameter : described.parameters(operation)) {
                assertThat(parameter.path("description").asText())
                        .as("%s", operation)
                        .endsWith(".");
                assertThat(parameter.has("example"))
                        .as("%s %s", operation, parameter)
                        .isTrue();
            }
        }
        assertThat(described.operations()).extracting(Described.Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void givesEveryJsonContentASchemaAndAnExample() {
        List<String> bare = new ArrayList<>();

        visit(described().document(), "", (place, node) -> {
            if (place.endsWith("json") && place.contains("/content/") && !(node.has("schema") && node.has("example"))) {
                bare.add(place);
            }
        });

        // The description would be its own example.
        assertThat(bare).containsExactly("/paths//api/docs/get/responses/200/content/application/json");
    }

    @Test
    void usesWhatItDefinesAndDefinesWhatItUses() {
        JsonNode document = described().document();
        Set<String> used = new TreeSet<>();
        visit(document, "", (place, node) -> {
            if (node.path("$ref").isTextual()) {
                used.add(node.path("$ref").asText());
            }
        });
        Set<String> defined = new TreeSet<>();
        document.path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> defined.add("#/components/" + kind.getKey() + "/" + name));
            }
        });

        assertThat(used).isEqualTo(defined);
    }

    @Test
    void isComposedText() {
        assertThat(Normalizer.isNormalized(described().document().toString(), Normalizer.Form.NFC))
                .isTrue();
    }

    private static Described described() {
        return new Described(description("demo").document());
    }

    private static ApiDescription description(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new ApiDescription(JSON, environment);
    }

    private static void visit(JsonNode node, String place, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(place, node);
            node.properties().forEach(entry -> visit(entry.getValue(), place + "/" + entry.getKey(), visitor));
        } else {
            node.forEach(element -> visit(element, place + "/-", visitor));
        }
    }
}
