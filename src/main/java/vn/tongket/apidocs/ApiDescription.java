package vn.tongket.apidocs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description of the API, OpenAPI 3.1: {@code openapi/api.yaml} and, where the demo runs, {@code openapi/demo.yaml}
 * merged over it. Anchors are written out, parts under {@code x-shared} left out.
 */
@Component
class ApiDescription {

    private static final int ALIASES = 500;

    private final ObjectMapper json;
    private final JsonNode document;

    ApiDescription(ObjectMapper json, Environment environment) {
        this.json = json;
        ObjectNode whole = read("openapi/api.yaml");
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            merge(whole, read("openapi/demo.yaml"));
        }
        this.document = whole;
    }

    /** The whole document; not to be changed. */
    JsonNode document() {
        return document;
    }

    String yaml() {
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        try {
            // Read from JSON, no two places share an object that YAML would abbreviate.
            return new Yaml(block).dump(json.readValue(json.writeValueAsBytes(document), Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code $ref} points to inside the document, or the node itself. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private ObjectNode read(String file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(ALIASES);
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(options)).load(content);
            ObjectNode read = (ObjectNode) json.readTree(json.writeValueAsBytes(tree));
            read.remove("x-shared");
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static void merge(ObjectNode target, ObjectNode more) {
        more.properties().forEach(entry -> {
            JsonNode present = target.get(entry.getKey());
            if (present instanceof ObjectNode object && entry.getValue() instanceof ObjectNode addition) {
                merge(object, addition);
            } else if (present instanceof ArrayNode array && entry.getValue() instanceof ArrayNode addition) {
                array.addAll(addition);
            } else {
                target.set(entry.getKey(), entry.getValue());
            }
        });
    }
}
