package vn.tongket.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people log in.
 *
 * @param adminPassword for the account {@code admin}, read only while that account does not exist yet
 * @param passwordIterations rounds of PBKDF2 for new passwords; old ones keep the number they were made with
 * @param throttle when wrong passwords are enough
 */
@Validated
@ConfigurationProperties("tongket.security")
public record SecurityProperties(
        @DefaultValue("") String adminPassword,
        @DefaultValue("310000") @Min(1000) int passwordIterations,
        @DefaultValue @Valid Throttle throttle) {

    /**
     * @param attempts wrong passwords of one user from one address before that pair must wait
     * @param attemptsPerAddress wrong passwords from one address, whoever it names
     * @param window how long a wrong password counts
     */
    public record Throttle(
            @DefaultValue("5") @Min(1) int attempts,
            @DefaultValue("100") @Min(1) int attemptsPerAddress,
            @DefaultValue("15m") @NotNull Duration window) {}
}
