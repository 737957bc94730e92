package vn.tongket.report;

import org.jspecify.annotations.Nullable;

/**
 * The standing body decided that the unit need not report.
 *
 * @param reason why, as the focal department proposed it
 * @param answer what the standing body added
 */
public record ReportExempted(
        String campaign,
        String unit,
        ExemptionKind kind,
        String reason,
        @Nullable String answer) {}
