package vn.tongket.extension;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How units may ask for more time.
 *
 * @param maxPerUnit how often one unit may ask in one campaign, whatever was decided (domain.md, section 5: at most one)
 */
@Validated
@ConfigurationProperties("tongket.extension")
public record ExtensionSettings(
        @DefaultValue("1") @Min(1) @Max(10) int maxPerUnit) {}
