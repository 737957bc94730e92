package vn.tongket.report;

/**
 * The issuer's own office goes on with its figures: that version of them does not count any more. Published in the
 * reopening transaction.
 *
 * @param unit the issuer
 */
public record OfficeFiguresReopened(String campaign, String unit, int version) {}
