package vn.tongket.workflow.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's web applications in Vietnamese: nothing left out, nothing broken, nothing named that is not there. */
class WebApplicationLocalesTests {
    private static final String ROOT = "META-INF/resources/webjars/camunda/";
    private static final Set<String> WITHOUT_WORDS =
            Set.of("SEARCH_LESS_THAN", "SEARCH_LESS_THAN_EQUALS", "SEARCH_GREATER_THAN", "SEARCH_GREATER_THAN_EQUALS");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|%[sd]");
    private static final Pattern IMPORT = Pattern.compile("(?:from |^import )'([^']+)'", Pattern.MULTILINE);
    private static final Pattern CUSTOM_SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void translatesEveryLabel(String app) throws IOException {
        assertThat(flatten(vietnamese(app)).keySet())
                .isEqualTo(flatten(english(app)).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void leavesNoLabelInEnglish(String app) throws IOException {
        Map<String, String> english = labels(english(app));
        labels(vietnamese(app)).forEach((key, label) -> {
            if (!WITHOUT_WORDS.contains(key) && !english.getOrDefault(key, "").isEmpty()) {
                assertThat(label).as(key).isNotBlank().isNotEqualTo(english.get(key));
            }
        });
    }

    /** Cockpit and Admin may fall back to English, but a label they have must be one that the application asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void keepsThePlaceholdersOfEveryLabel(String app) throws IOException {
        Map<String, String> english = labels(english(app));
        labels(vietnamese(app)).forEach((key, label) -> {
            assertThat(english).as(key).containsKey(key);
            assertThat(placeholders(label)).as(key).isEqualTo(placeholders(english.getOrDefault(key, "")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void writesVietnameseInComposedForm(String app) throws IOException {
        assertThat(Normalizer.isNormalized(read(own(app + "/locales/vi.json")), Normalizer.Form.NFC))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void namesOnlyScriptsThatExist(String app) throws IOException {
        URI folder = URI.create("app/" + app + "/");
        List<URI> open = new ArrayList<>(List.of(folder.resolve("scripts/config.js")));
        String config = read(own(app + "/scripts/config.js"));
        all(CUSTOM_SCRIPTS, config)
                .forEach(list -> all(QUOTED, list).forEach(script -> open.add(folder.resolve(script + ".js"))));
        assertThat(open).hasSizeGreaterThan(1);
        Set<URI> seen = new TreeSet<>();
        while (!open.isEmpty()) {
            URI script = open.remove(0);
            if (seen.add(script)) {
                all(IMPORT, read(resource(ROOT + script))).forEach(name -> open.add(script.resolve(name)));
            }
        }
    }

    @Test
    void showsDatesOfTasksAsDayMonthYear() throws IOException {
        JsonNode formats = vietnamese("tasklist").at("/dateLocales/longDateFormat");
        assertThat(formats.get("L").asText()).isEqualTo("DD/MM/YYYY");
        assertThat(formats.get("LLL").asText()).startsWith("DD/MM/YYYY");
    }

    private static JsonNode vietnamese(String app) throws IOException {
        return new ObjectMapper().readTree(read(own(app + "/locales/vi.json")));
    }

    /** The engine's own file starts with a byte order mark. */
    private static JsonNode english(String app) throws IOException {
        String text = read(resource(ROOT + "app/" + app + "/locales/en.json"));
        return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Map<String, String> labels(JsonNode locale) {
        return flatten(locale.get("labels"));
    }

    private static Map<String, String> flatten(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        flatten("", node, texts);
        return texts;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> flatten(path + "/" + field.getKey(), field.getValue(), texts));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                flatten(path + "/" + index, node.get(index), texts);
            }
        } else {
            texts.put(path.startsWith("/") ? path.substring(1) : path, node.asText());
        }
    }

    private static List<String> placeholders(String label) {
        List<String> found = new ArrayList<>(
                PLACEHOLDER.matcher(label).results().map(MatchResult::group).toList());
        Collections.sort(found);
        return found;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static URL own(String path) {
        return resource(ROOT + "app/" + path);
    }

    private static URL resource(String path) {
        URL url = WebApplicationLocalesTests.class.getClassLoader().getResource(path);
        return url != null ? url : fail("Not on the class path: " + path);
    }

    private static String read(URL url) throws IOException {
        try (var stream = url.openStream()) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
