package vn.tongket.reachability;

import java.util.List;

/**
 * A participant of a campaign, or of a drafted one who is to be.
 *
 * @param required whether it counts in the denominator; the others are coordinated
 */
public record ReachableUnit(String code, String name, boolean required, List<Contact> contacts) {

    public ReachableUnit {
        contacts = List.copyOf(contacts);
    }

    /** One confirmed address is enough. */
    public boolean isConfirmed() {
        return contacts.stream().anyMatch(Contact::isConfirmed);
    }

    /** Whether a test mail has somewhere to go. */
    public boolean isTestable() {
        return contacts.stream().anyMatch(contact -> !contact.isConfirmed());
    }
}
