package vn.tongket.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code tongket.mail}: the sender, and the address under which people reach this application (for links
 * in mails).
 */
@ConfigurationProperties("tongket.mail")
public record MailSettings(
        @DefaultValue("tongket@demo.invalid") String from,
        @DefaultValue("http://127.0.0.1:8080") String baseUrl) {}
