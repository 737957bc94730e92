package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tongket.support.ProductionNode;
import vn.tongket.support.TestDatabase;

/** The packaged application ends at once, in plain words, when production is not configured. */
class ProductionStartIT {

    @TempDir
    private Path folder;

    @Test
    void namesAllThatLacksAndStartsNothing() {
        ProductionNode node = ProductionNode.start(folder.resolve("log"), Map.of());

        assertThat(node.exitCode()).isEqualTo(1);
        assertThat(node.log())
                .contains(
                        "SPRING_DATASOURCE_URL: chưa đặt",
                        "SPRING_DATASOURCE_USERNAME: chưa đặt",
                        "SPRING_FLYWAY_USER: chưa đặt",
                        "SPRING_MAIL_HOST: chưa đặt",
                        "TONGKET_ADMIN_PASSWORD: chưa đặt",
                        "TONGKET_MAIL_BASE_URL",
                        "TONGKET_MAIL_FROM")
                .doesNotContain("\tat ", "Tomcat", "Hikari", "PostgreSQL 17");
        assertThat(Files.exists(folder.resolve("work/.data"))).isFalse();
    }

    @Test
    void leavesTheDatabaseUntouchedWhenThePasswordIsWeak() throws SQLException {
        String database = TestDatabase.fresh();

        Map<String, String> settings = settings(database);
        settings.put("TONGKET_ADMIN_PASSWORD", "demo");

        ProductionNode node = ProductionNode.start(folder.resolve("log"), settings);

        assertThat(node.exitCode()).isEqualTo(1);
        assertThat(node.log()).contains("TONGKET_ADMIN_PASSWORD: mật khẩu quản trị quá yếu");
        try (var connection = DriverManager.getConnection(database, "postgres", "");
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).as("a table in the database").isFalse();
        }
    }

    @Test
    void servesNobodyWhenTheApplicationsRoleCouldChangeTheHistory() {
        Map<String, String> settings = settings(TestDatabase.fresh());
        // A superuser under another name than the owner's: no setting tells, the database does.
        settings.put("SPRING_DATASOURCE_URL", settings.get("SPRING_FLYWAY_URL"));
        settings.put("SPRING_DATASOURCE_USERNAME", TestDatabase.APPLICATION);

        ProductionNode node = ProductionNode.start(folder.resolve("log"), settings);

        assertThat(node.exitCode()).isEqualTo(1);
        assertThat(node.log())
                .contains("SPRING_DATASOURCE_USERNAME: vai trò này", "(bảng decision, report_event, report_version)")
                .doesNotContain("\tat ", "Started TongketApplication");
    }

    private static Map<String, String> settings(String database) {
        Map<String, String> settings = ProductionNode.variables(TestDatabase.settings(database));
        settings.putAll(Map.of(
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "TONGKET_MAIL_FROM",
                "tongket@example.org",
                "TONGKET_MAIL_BASE_URL",
                "https://tongket.example.org",
                "TONGKET_ADMIN_PASSWORD",
                "Long-thanh-7-cua"));
        return settings;
    }
}
