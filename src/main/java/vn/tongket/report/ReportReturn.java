package vn.tongket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;

/** Once that a version was sent back: when, until when, and why. */
public record ReportReturn(int version, Instant returnedAt, LocalDate due, List<Reason> reasons) {}
