package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import vn.tongket.support.ProductionNode;

/** No container runs in the tests; what can drift away from the application without one is compared here. */
class DockerFilesIT {

    private static final Path FOLDER = Path.of("docker");

    @Test
    void composeSetsOnlyWhatTheApplicationReads() throws IOException {
        Set<String> known = knownProperties();
        for (String node : List.of("node1", "node2")) {
            assertThat(environment(node).keySet())
                    .isNotEmpty()
                    .allSatisfy(variable -> assertThat(known).contains(uniform(variable)));
        }
    }

    @Test
    void composeAsksForTheSecretsAndKeepsNone() throws IOException {
        Map<String, Object> node = environment("node1");

        for (String secret :
                List.of("SPRING_FLYWAY_PASSWORD", "SPRING_DATASOURCE_PASSWORD", "TONGKET_ADMIN_PASSWORD")) {
            assertThat(node.get(secret).toString()).matches("\\$\\{[A-Z_]+:\\?set [A-Z_]+}");
        }
        assertThat(node).containsEntry("SPRING_PROFILES_ACTIVE", "production");
        assertThat(node.keySet())
                .contains("SPRING_DATASOURCE_URL", "SPRING_MAIL_HOST", "TONGKET_MAIL_FROM", "TONGKET_MAIL_BASE_URL");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theDatabaseHasARoleForTheTablesAndOneForTheApplication() throws IOException {
        Map<String, Object> node = environment("node1");
        Map<String, Object> database = environment("database");
        String roles = Files.readString(FOLDER.resolve("roles.sql"));

        assertThat(node.get("SPRING_FLYWAY_USER")).isEqualTo(database.get("POSTGRES_USER"));
        assertThat(node.get("SPRING_FLYWAY_PASSWORD")).isEqualTo(database.get("POSTGRES_PASSWORD"));
        assertThat(node.get("SPRING_DATASOURCE_PASSWORD")).isEqualTo(database.get("APPLICATION_PASSWORD"));
        assertThat(roles)
                .contains(
                        "getenv password APPLICATION_PASSWORD",
                        "create role " + node.get("SPRING_DATASOURCE_USERNAME") + " login");
        assertThat((List<String>) services().get("database").get("volumes"))
                .contains("./roles.sql:/docker-entrypoint-initdb.d/roles.sql:ro");
    }

    @Test
    void theProxyAsksTheNodesThatComposeStarts() throws IOException {
        String proxy = Files.readString(FOLDER.resolve("Caddyfile"));

        assertThat(proxy).contains("reverse_proxy node1:8080 node2:8080", "respond /actuator/* 404");
        assertThat(services().keySet()).contains("node1", "node2", "proxy", "database", "mail");
        for (String file : List.of("Caddyfile", "Dockerfile")) {
            assertThat(Files.readString(FOLDER.resolve(file))).contains("/actuator/health/readiness");
        }
    }

    @Test
    void theImageCopiesEachLayerOfTheJar() throws IOException {
        List<String> copied = found("COPY --from=build /src/extracted/([a-z-]+)/ \\./", dockerfile());

        assertThat(copied).containsExactlyElementsOf(layersOfTheJar());
    }

    @Test
    void theImageCopiesEachFolderThatMavenReads() throws IOException {
        String ignored = Files.readString(Path.of(".dockerignore"));

        for (String source : List.of("pom.xml", ".mvn", "bpmn", "forms", "src")) {
            assertThat(dockerfile()).contains("COPY " + source + " ");
            assertThat(ignored).contains("!" + source);
        }
    }

    @Test
    void theImageRunsAsNobodyInParticular() throws IOException {
        String[] stages = dockerfile().split("(?m)^FROM ");

        assertThat(stages[stages.length - 1])
                .startsWith("eclipse-temurin:17-jre")
                .contains(
                        "\nUSER tongket\n", "\nHEALTHCHECK ", "\nENTRYPOINT [\"java\", \"-jar\", \"application.jar\"]");
    }

    private static String dockerfile() throws IOException {
        return Files.readString(FOLDER.resolve("Dockerfile"));
    }

    private static List<String> layersOfTheJar() throws IOException {
        try (JarFile jar = new JarFile(ProductionNode.jar().toFile());
                InputStream index = jar.getInputStream(jar.getEntry("BOOT-INF/layers.idx"))) {
            return found("(?m)^- \"([a-z-]+)\":", new String(index.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(String service) throws IOException {
        return (Map<String, Object>) services().get(service).get("environment");
    }

    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose =
                new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        return compose.get("services");
    }

    /** What Spring Boot, its libraries and our own settings declare. */
    private static Set<String> knownProperties() throws IOException {
        // Read by the placeholder in application.yaml, the shorter name that messages and README use.
        Set<String> known = new HashSet<>(Set.of(uniform("TONGKET_ADMIN_PASSWORD"), uniform("spring.profiles.active")));
        for (URL file : Collections.list(
                DockerFilesIT.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            new ObjectMapper()
                    .readTree(file)
                    .at("/properties")
                    .forEach(property -> known.add(uniform(property.at("/name").asText())));
        }
        return known;
    }

    /** As Spring Boot compares them: {@code SPRING_MAIL_HOST} and {@code spring.mail.host} alike. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
