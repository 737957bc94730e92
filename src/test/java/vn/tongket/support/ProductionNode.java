package vn.tongket.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One process of the packaged application in the production profile, configured by environment variables alone. */
public final class ProductionNode implements AutoCloseable {

    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final Path log;
    private final int port;

    private ProductionNode(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Started, not waited for. The environment has those variables and no others. */
    public static ProductionNode start(Path log, Map<String, String> variables) {
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // Starts in half the time where processors are few.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar().toString());
        Map<String, String> environment = command.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "LANG"));
        environment.putAll(Map.of(
                "SPRING_PROFILES_ACTIVE", "production", "SERVER_PORT", "" + port, "SERVER_ADDRESS", "127.0.0.1"));
        environment.putAll(variables);
        try {
            // Where a mistake would leave an embedded database, it is seen, and nowhere near the sources.
            command.directory(
                    Files.createDirectories(log.resolveSibling("work")).toFile());
            command.redirectErrorStream(true).redirectOutput(log.toFile());
            return new ProductionNode(command.start(), log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Properties as environment variables: {@code spring.flyway.user} is {@code SPRING_FLYWAY_USER}. */
    public static Map<String, String> variables(Map<String, String> properties) {
        Map<String, String> variables = new HashMap<>();
        properties.forEach((name, value) ->
                variables.put(name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT), value));
        return variables;
    }

    public String root() {
        return "http://localhost:" + port;
    }

    public boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("The node ended with " + process.exitValue() + ":\n" + log());
        }
        try {
            return Person.stranger(port).get("/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    /** The exit code of a node that ends by itself. */
    public int exitCode() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("The node runs on:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        exitCode();
    }

    /** What Maven packaged. */
    public static Path jar() {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName().toString().matches("tongket-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No jar in target/: run this test with mvn verify"))
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
