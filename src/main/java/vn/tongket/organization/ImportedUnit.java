package vn.tongket.organization;

/** A unit of an imported tree; {@code issuer} when it runs campaigns of its own. */
public record ImportedUnit(String code, String shortName, boolean issuer) {}
