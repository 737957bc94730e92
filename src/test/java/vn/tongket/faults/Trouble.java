package vn.tongket.faults;

/** What a mail server does instead of taking a mail. */
enum Trouble {
    /** Says so in its greeting. */
    BUSY,
    /** Before its greeting. */
    HANGS_UP,
    /** No greeting comes. */
    SILENT,
    /** This recipient, for now. */
    REFUSES_FOR_NOW,
    /** Has the mail and says that it could not keep it. */
    FAILS,
    /** Has the mail and says nothing until the other side gives up; keeps nothing. */
    STALLS,
    /** Has the mail and dies without an answer; keeps nothing. */
    LOSES,
    /** Has the mail, keeps it and dies without an answer. */
    KEEPS_AND_DIES
}
