package vn.tongket.report;

/**
 * The issuer's own office is done with its figures: that version of them counts until they are reopened. Published in
 * the closing transaction.
 *
 * @param unit the issuer
 */
public record OfficeFiguresClosed(String campaign, String unit, int version) {}
