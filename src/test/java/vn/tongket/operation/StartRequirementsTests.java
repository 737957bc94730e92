package vn.tongket.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class StartRequirementsTests {

    @Test
    void takesWhatIsComplete() {
        assertThat(StartRequirements.faults(complete())).isEmpty();
    }

    @Test
    void asksNothingOfTheDemo() {
        MockEnvironment byDefault = new MockEnvironment();
        byDefault.setDefaultProfiles("demo");

        assertThat(StartRequirements.faults(byDefault)).isEmpty();
    }

    @Test
    void namesEachVariableThatLacks() {
        MockEnvironment empty = new MockEnvironment();
        empty.setActiveProfiles("production");

        assertThat(StartRequirements.faults(empty))
                .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                .containsExactly(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_DATASOURCE_USERNAME",
                        "SPRING_FLYWAY_USER",
                        "SPRING_MAIL_HOST",
                        "TONGKET_ADMIN_PASSWORD",
                        "TONGKET_MAIL_BASE_URL",
                        "TONGKET_MAIL_FROM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo,production", "prod", "Production"})
    void wantsOneProfileOfTheTwo(String profiles) {
        MockEnvironment settings = complete();
        settings.setActiveProfiles(profiles.split(","));

        assertThat(StartRequirements.faults(settings))
                .singleElement()
                .asString()
                .startsWith("SPRING_PROFILES_ACTIVE: ")
                .contains(profiles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "elevenchars",
                "adminadminadmin",
                "Password1234",
                "changeme-changeme",
                "tongket-admin-123456",
                "aaaaaaaaaaaaaaaa"
            })
    void refusesAPasswordThatIsGuessed(String password) {
        assertThat(faultsWith("tongket.security.admin-password", password))
                .singleElement()
                .asString()
                .startsWith("TONGKET_ADMIN_PASSWORD: ")
                .doesNotContain(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Long-thanh-7-cua", "tôi ăn phở buổi sáng", "x9$Kq2!vLm0p"})
    void takesAPasswordThatIsNot(String password) {
        assertThat(faultsWith("tongket.security.admin-password", password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "jdbc:h2:mem:x", "postgresql://db/tongket"})
    void refusesAnotherDatabase(String url) {
        assertThat(faultsWith("spring.datasource.url", url))
                .singleElement()
                .asString()
                .startsWith("SPRING_DATASOURCE_URL: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://tongket.example.org", "https://", "tongket.example.org", " "})
    void refusesLinksThatAreNotEncrypted(String url) {
        assertThat(faultsWith("tongket.mail.base-url", url))
                .singleElement()
                .asString()
                .startsWith("TONGKET_MAIL_BASE_URL: ");
    }

    @Test
    void refusesOneRoleForTablesAndApplication() {
        assertThat(faultsWith("spring.flyway.user", "tongket_application"))
                .singleElement()
                .asString()
                .startsWith("SPRING_FLYWAY_USER: ")
                .contains("SPRING_DATASOURCE_USERNAME");
    }

    private static List<String> faultsWith(String name, String value) {
        return StartRequirements.faults(complete().withProperty(name, value));
    }

    private static MockEnvironment complete() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db.example.org/tongket")
                .withProperty("spring.datasource.username", "tongket_application")
                .withProperty("spring.flyway.user", "tongket")
                .withProperty("spring.mail.host", "smtp.example.org")
                .withProperty("tongket.security.admin-password", "Long-thanh-7-cua")
                .withProperty("tongket.mail.base-url", "https://tongket.example.org")
                .withProperty("tongket.mail.from", "tongket@example.org");
        settings.setActiveProfiles("production");
        return settings;
    }
}
