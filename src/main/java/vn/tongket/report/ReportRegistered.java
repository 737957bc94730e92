package vn.tongket.report;

import java.time.Instant;

/**
 * A sent report has its incoming number. Published in the registering transaction.
 *
 * @param sentAt when this version came in
 * @param hash what confirms its receipt
 */
public record ReportRegistered(
        String campaign, String unit, int version, int incomingNumber, Instant sentAt, String hash) {}
