package vn.tongket.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code tongket.notices}.
 *
 * @param missingPercent how many of 100 required units may owe their report at T−5 before the standing body is told
 */
@ConfigurationProperties("tongket.notices")
record NoticeSettings(@DefaultValue("30") int missingPercent) {

    NoticeSettings {
        if (missingPercent < 0 || missingPercent > 100) {
            throw new IllegalArgumentException("tongket.notices.missing-percent phải từ 0 đến 100.");
        }
    }
}
