package vn.tongket.organization;

/**
 * One union of an imported tree: its code, what a list calls it, and whether it runs campaigns of its own, so that it
 * needs the issuer's roles besides the unit's.
 */
public record ImportedUnit(String code, String shortName, boolean issuer) {}
