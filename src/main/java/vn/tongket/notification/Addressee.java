package vn.tongket.notification;

import java.util.List;
import vn.tongket.organization.ContactRole;

/** Whom the tables of notices name, and whose mailboxes are tried for it, the best first. */
public enum Addressee {
    /** Who writes the unit's report. */
    OFFICER(ContactRole.OFFICER, ContactRole.OFFICE, ContactRole.CHAIR),
    /** The unit's chair. */
    CHAIR(ContactRole.CHAIR, ContactRole.OFFICE, ContactRole.OFFICER),
    /** The office of the union above the unit. */
    SUPERIOR(ContactRole.OFFICE, ContactRole.OFFICER, ContactRole.CHAIR),
    /** The issuer's focal department. */
    DEPARTMENT(ContactRole.OFFICER, ContactRole.OFFICE, ContactRole.CHAIR),
    /** The issuer's standing body. */
    STANDING_BODY(ContactRole.CHAIR, ContactRole.OFFICE, ContactRole.OFFICER);

    private final List<ContactRole> mailboxes;

    Addressee(ContactRole... mailboxes) {
        this.mailboxes = List.of(mailboxes);
    }

    List<ContactRole> mailboxes() {
        return mailboxes;
    }
}
