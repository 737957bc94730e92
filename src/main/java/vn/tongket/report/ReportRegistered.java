package vn.tongket.report;

/** A sent report has its incoming number. Published in the registering transaction. */
public record ReportRegistered(String campaign, String unit, int version, int incomingNumber, String hash) {}
