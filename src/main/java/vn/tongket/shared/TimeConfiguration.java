package vn.tongket.shared;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the application; every time comes from it. The demo profile brings its own. */
@Configuration(proxyBeanMethods = false)
public class TimeConfiguration {

    /** Dates mean days in Vietnam, UTC+7 without summer time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Bean
    @ConditionalOnMissingBean(Clock.class)
    Clock clock() {
        return Clock.system(ZONE);
    }
}
