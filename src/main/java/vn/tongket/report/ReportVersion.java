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
 * @param contentHash SHA-256 of the canonical content, the one that the chair saw
 * @param hash SHA-256 of the canonical version, which confirms it to whoever holds it
 */
public record ReportVersion(
        int number,
        String documentNumber,
        LocalDate signedOn,
        String signedBy,
        Instant sentAt,
        @Nullable Integer incomingNumber,
        String contentHash,
        String hash,
        ReportContent content) {}
