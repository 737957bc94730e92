package vn.tongket.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where people's accounts are kept: the engine's identity tables by default, another directory later. */
public interface Accounts {

    /** The person's groups if the password is right; empty for an unknown person and a wrong password alike. */
    Optional<Set<String>> authenticate(String userId, String password);

    /** The groups that the person belongs to at this moment; empty for an unknown one. */
    Set<String> groupsOf(String userId);

    /** What these people are called, by user id; whom the directory has no name for is left out. */
    default Map<String, String> namesOf(Collection<String> userIds) {
        return Map.of();
    }

    /** The ids of each group's people, in order, by group; groups without any are left out. */
    default Map<String, List<String>> membersOf(Collection<String> groups) {
        return Map.of();
    }
}
