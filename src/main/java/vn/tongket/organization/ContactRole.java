package vn.tongket.organization;

/** Whose mailbox an address is. */
public enum ContactRole {
    OFFICE,
    OFFICER,
    CHAIR
}
