package vn.tongket.report;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was signed and sent.
 *
 * @param number 1 for the first sending, 2 after a return, …
 * @param documentNumber the unit's own number, {@code 12/BC-CĐSĐ}
 * @param incomingNumber the issuer's, null until registered
 */
public record ReportVersion(
        int number,
        String documentNumber,
        LocalDate signedOn,
        String signedBy,
        Instant sentAt,
        @Nullable Integer incomingNumber,
        ReportContent content) {}
