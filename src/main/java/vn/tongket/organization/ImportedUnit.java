package vn.tongket.organization;

<<<<<<< HEAD
/**
 * One union of an imported tree: its code, what a list calls it, and whether it runs campaigns of its own, so that it
 * needs the issuer's roles besides the unit's.
 */
=======
/** A unit of an imported tree; {@code issuer} when it runs campaigns of its own. */
>>>>>>> main
public record ImportedUnit(String code, String shortName, boolean issuer) {}
