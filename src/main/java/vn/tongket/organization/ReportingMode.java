package vn.tongket.organization;

/** What part a union takes in campaigns (formats.md, Organisation). */
public enum ReportingMode {
    /** Shown only as parent; takes no part. */
    NONE,
    /** Reports to its own parent; invited by the unit that guides it. */
    COORDINATED,
    /** Takes part in its parent's campaigns. */
    REQUIRED,
    /** As required; runs campaigns of its own. */
    CONSOLIDATOR,
    /** Receives reports. */
    RECIPIENT
}
