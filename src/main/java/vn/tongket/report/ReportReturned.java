package vn.tongket.report;

import java.time.LocalDate;
import java.util.List;

/** A report was sent back to its unit. Published in the deciding transaction. */
public record ReportReturned(
        String campaign, String unit, int version, LocalDate due, List<ReportCommands.ReturnReport.Reason> reasons) {}
