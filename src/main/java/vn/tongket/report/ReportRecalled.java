package vn.tongket.report;

/** The unit's chair took back the sending of that number, with a reason. */
public record ReportRecalled(String campaign, String unit, int version, String reason) {}
