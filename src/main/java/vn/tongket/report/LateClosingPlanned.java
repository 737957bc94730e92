package vn.tongket.report;

import java.time.Instant;

/** At that time {@link LateAcceptances#closeDue} finds reports to close. */
public record LateClosingPlanned(String campaign, Instant at) {}
