package vn.tongket.report;

/** The unit's report is accepted: nothing more is expected of it. */
public record ReportAccepted(String campaign, String unit) {}
