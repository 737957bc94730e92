package vn.tongket.report;

/** The focal department proposes that the unit need not report: the standing body is to decide. */
public record ExemptionProposed(String campaign, String unit) {}
