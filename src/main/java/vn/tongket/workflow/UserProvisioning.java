package vn.tongket.workflow;

import java.util.Collection;
import java.util.Set;

/** Creates accounts in the engine's identity store. */
public interface UserProvisioning {

    /** Letters and digits make the id; the groups must exist. */
    record Account(String id, String givenName, String familyName, String password, Set<String> groups) {

        public Account {
            groups = Set.copyOf(groups);
        }
    }

    /** Creates those that are missing; the ones that exist keep their password and get the groups they lack. */
    void provide(Collection<Account> accounts);
}
