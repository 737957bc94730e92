package vn.tongket.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * PostgreSQL inside the application when no {@code spring.datasource.url} is set. The data stays in {@code
 * tongket.database.directory} across restarts and, unlike the library's default, is synced to disk at each commit.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

    private static final String OWNER = "postgres";
    private static final String ROLE = "tongket_application";

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(@Value("${tongket.database.directory:.data/postgres}") Path directory)
            throws IOException {
        return DataDirectory.claim(directory.toAbsolutePath());
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(DataDirectory directory) throws IOException {
        directory.initializeOnce(place -> start(place).close());
        try {
            return start(directory.path());
        } catch (IllegalStateException | IOException taken) {
            // By a server that its application had just started when it was killed: by now it can be found.
            directory.stopOrphan();
            return start(directory.path());
        }
    }

    private static EmbeddedPostgres start(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // Spring closes it, after the engine and the pool
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** The application's own role, which owns nothing (ADR 21). */
    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) throws SQLException {
        makeRole(server);
        String url = url(server, ROLE);
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return ROLE;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    private static void makeRole(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login; end if;
                    end $$""".formatted(ROLE));
        }
    }

    @Bean
    FlywayConnectionDetails embeddedMigration(EmbeddedPostgres server) {
        String url = url(server, OWNER);
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    private static String url(EmbeddedPostgres server, String role) {
        String url = server.getJdbcUrl(role, "postgres");
        return url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
    }
}
