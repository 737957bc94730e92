package vn.tongket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;

/** What Spring finds in the demo's packages: all of it in the demo, nothing in production. */
class DemoProfileTests {

    @Test
    void hasNoBeanInProduction() {
        assertThat(beans("production")).isEmpty();
    }

    @Test
    void hasItsClockDataAccountsMailServerAndPagesInTheDemo() {
        assertThat(beans("demo"))
                .contains(
                        DemoClock.class.getName(),
                        DemoData.class.getName(),
                        DemoAccounts.class.getName(),
                        DemoMailServer.class.getName(),
                        "vn.tongket.demo.web.DemoPages");
    }

    private static String[] beans(String profile) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        return new ClassPathScanningCandidateComponentProvider(true, environment)
                .findCandidateComponents("vn.tongket.demo").stream()
                        .map(BeanDefinition::getBeanClassName)
                        .toArray(String[]::new);
    }
}
