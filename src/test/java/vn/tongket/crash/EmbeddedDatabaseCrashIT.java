package vn.tongket.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import vn.tongket.cluster.Cluster;
import vn.tongket.cluster.Node;
import vn.tongket.support.Person;

/** The demo as it comes, with the database inside, killed and started again. In this order, on one data directory. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedDatabaseCrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path HOME = Path.of("target", "crash-embedded").toAbsolutePath();
    private static final Path DATA = HOME.resolve("postgres");
    private static final Node NODE = node("demo");

    private static Node node(String name) {
        return new Node(
                name, Cluster.freePort(), HOME.resolve(name + ".log"), List.of("--tongket.database.directory=" + DATA));
    }

    @BeforeAll
    static void fresh() throws IOException {
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(HOME);
    }

    @AfterAll
    static void stop() {
        NODE.stop();
    }

    @Test
    @Order(1)
    void startsAfterItWasKilledInItsVeryFirstStart() throws IOException {
        NODE.start();
        await(() -> !unfinished().isEmpty());
        NODE.kill();
        assertThat(DATA).doesNotExist();

        NODE.start();
        await(() -> isTrue("select to_regclass('flyway_schema_history') is not null"));
        NODE.kill();
        assertThat(isTrue("select to_regclass('demo_mail') is null")).isTrue();

        NODE.start();
        NODE.awaitReady(PATIENCE);
        assertThat(unfinished()).isEmpty();
        // The demo's data comes after the first answer.
        await(() -> Person.script(NODE.port(), "admin", "demo")
                .get("/api/campaigns")
                .body()
                .contains("TK-20NQTW-2017"));
    }

    @Test
    @Order(2)
    void keepsWhatItAnsweredAndTakesOverTheServerThatOutlivedIt() throws IOException {
        for (int day = 6; day <= 8; day++) {
            String now = "2017-09-0" + day + "T08:00:00";
            assertThat(Person.script(NODE.port(), "admin", "demo")
                            .post("/demo/clock", "{\"to\": \"" + now + "\"}")
                            .statusCode())
                    .isEqualTo(200);
            NODE.kill();
            ProcessHandle outlived = server();
            assertThat(outlived.isAlive()).isTrue();

            NODE.start();
            NODE.awaitReady(PATIENCE);
            assertThat(outlived.isAlive()).isFalse();
            assertThat(Person.script(NODE.port(), "admin", "demo")
                            .get("/demo/clock")
                            .body())
                    .contains("2017-09-0" + day);
        }
    }

    @Test
    @Order(3)
    void tellsASecondApplicationThatTheDataIsInUseAndGoesOn() throws IOException {
        ProcessHandle server = server();
        Node second = node("second");
        second.start();

        assertThat(second.waitForEnd(PATIENCE)).isNotZero();
        assertThat(Files.readString(HOME.resolve("second.log")))
                .contains("APPLICATION FAILED TO START")
                .contains("đang được một tiến trình Tổng kết khác sử dụng")
                .doesNotContain("\tat vn.tongket");
        assertThat(server.isAlive()).isTrue();
        assertThat(Person.script(NODE.port(), "admin", "demo")
                        .get("/api/campaigns")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void startsAfterAPowerCutAlthoughTheServersNumberIsAnotherProcessNow() throws IOException {
        NODE.kill();
        ProcessHandle server = server();
        server.destroyForcibly();
        server.onExit().join();
        Path pidFile = DATA.resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, String.valueOf(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        NODE.start();
        NODE.awaitReady(PATIENCE);
        assertThat(Person.script(NODE.port(), "admin", "demo")
                        .get("/demo/clock")
                        .body())
                .contains("2017-09-08");
    }

    private static List<Path> unfinished() {
        try (Stream<Path> files = Files.list(HOME)) {
            return files.filter(file -> file.getFileName().toString().startsWith("postgres.new-"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(DATA.resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Asks the server inside, by the port in its {@code postmaster.pid}; no while there is none. */
    private static boolean isTrue(String condition) {
        try {
            int port = Integer.parseInt(
                    Files.readAllLines(DATA.resolve("postmaster.pid")).get(3).strip());
            var source = new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
            return JdbcClient.create(source).sql(condition).query(Boolean.class).single();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException | DataAccessException notYet) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("did not come about").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
