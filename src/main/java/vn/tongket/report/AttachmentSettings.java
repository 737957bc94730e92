package vn.tongket.report;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be attached to one report.
 *
 * @param maxFile one file; {@code spring.servlet.multipart.max-file-size} must allow it too
 * @param maxTotal all present attachments together
 * @param maxFiles their number
 */
@Validated
@ConfigurationProperties("tongket.attachments")
public record AttachmentSettings(
        @DefaultValue("20MB") DataSize maxFile,
        @DefaultValue("200MB") DataSize maxTotal,
        @DefaultValue("50") @Min(1) @Max(500) int maxFiles) {

    /** A file of 100 MB is the most that a row is meant to hold. */
    private static final DataSize HIGHEST = DataSize.ofMegabytes(100);

    @AssertTrue(message = "tongket.attachments: max-file must be from 1 byte to 100MB, and max-total at least as much")
    boolean isConsistent() {
        return maxFile.toBytes() > 0 && maxFile.compareTo(HIGHEST) <= 0 && maxTotal.compareTo(maxFile) >= 0;
    }
}
