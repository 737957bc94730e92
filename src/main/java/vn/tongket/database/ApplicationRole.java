package vn.tongket.database;

import java.util.Map;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the migrations, which another role owns, to whom they grant: the role that the application connects as. */
@Configuration(proxyBeanMethods = false)
class ApplicationRole {

    @Bean
    FlywayConfigurationCustomizer grantToTheApplication(JdbcConnectionDetails application) {
        String role = application.getUsername();
        if (role == null || role.isBlank()) {
            throw new IllegalStateException(
                    "SPRING_DATASOURCE_USERNAME: chưa đặt vai trò cơ sở dữ liệu mà ứng dụng dùng.");
        }
        return migrations -> migrations.placeholders(Map.of("applicationRole", role));
    }
}
