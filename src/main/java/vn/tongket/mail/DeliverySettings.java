package vn.tongket.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code tongket.mail}: how mail is handed over.
 *
 * @param perMinute mails that all nodes together hand over in a minute; 0: as many as they can
 * @param chunk mails claimed at a time; after a crash at most so many go out again
 * @param returnPath where undeliverable mail comes back to; null: the sender
 */
@Validated
@ConfigurationProperties("tongket.mail")
record DeliverySettings(
        @DefaultValue("0") @Min(0) int perMinute,
        @DefaultValue("20") @Min(1) @Max(500) int chunk,
        @Nullable String returnPath) {

    String returnAddress(String sender) {
        return returnPath == null || returnPath.isBlank() ? sender : returnPath;
    }
}
