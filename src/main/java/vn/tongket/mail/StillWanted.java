package vn.tongket.mail;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whoever queues mails says which of them were overtaken by what happened since. */
public interface StillWanted {

    /**
     * Those of these mails that should not go out any more, all of them found at once. What is overtaken in the others
     * is left out of them from now on.
     */
    Set<UUID> overtaken(Collection<UUID> mails);
}
