package vn.tongket.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL per test run, in a directory that goes with it; for each context its own database. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String OWNER = "postgres";
    public static final String APPLICATION = "tongket_application";

    private static int databases;

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("encoding", "UTF8")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
                // After the applications, which still write while they close.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The URL of a fresh, empty database on the shared server; user {@code postgres}, its owner, no password. */
    public static synchronized String fresh() {
        String name = "test" + ++databases;
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.RUNNING.getJdbcUrl(OWNER, name);
    }

    /**
     * Settings for the application on the database with that URL, whose user owns it: migrated by the owner, used by a
     * role of the application's own, which is made if the server lacks it.
     */
    public static Map<String, String> settings(String ownersUrl) {
        makeRole(ownersUrl);
        return Map.of(
                "spring.flyway.url",
                ownersUrl,
                "spring.flyway.user",
                OWNER,
                "spring.flyway.password",
                "",
                "spring.datasource.url",
                applicationsUrl(ownersUrl) + "&reWriteBatchedInserts=true",
                "spring.datasource.username",
                APPLICATION,
                "spring.datasource.password",
                "");
    }

    /** The same as {@link #settings}, as a command line. */
    public static List<String> arguments(String ownersUrl) {
        return settings(ownersUrl).entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    /** The database with that URL as the application's role sees it. */
    public static String applicationsUrl(String ownersUrl) {
        return ownersUrl.replace("user=" + OWNER, "user=" + APPLICATION);
    }

    private static void makeRole(String ownersUrl) {
        try (var connection = DriverManager.getConnection(ownersUrl, OWNER, "");
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login; end if;
                    end $$""".formatted(APPLICATION));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings(fresh())).applyTo(context);
    }
}
