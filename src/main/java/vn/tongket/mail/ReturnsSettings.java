package vn.tongket.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings under {@code tongket.mail.returns}: the mailbox to which undeliverable mail comes back, read by IMAP.
 *
 * @param host empty: it is not read
 * @param tls whether the connection begins with TLS, as on port 993; otherwise STARTTLS is used where it is offered
 */
@Validated
@ConfigurationProperties("tongket.mail.returns")
record ReturnsSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") @Min(1) @Max(65535) int port,
        @DefaultValue("true") boolean tls,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder) {

    boolean isOff() {
        return host.isBlank();
    }
}
