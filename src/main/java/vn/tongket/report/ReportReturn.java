package vn.tongket.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Once that a version was sent back: when, until when, and why. */
public record ReportReturn(UUID id, int version, Instant returnedAt, LocalDate due, List<ReturnReason> reasons) {}
