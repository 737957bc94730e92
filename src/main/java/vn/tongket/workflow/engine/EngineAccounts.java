package vn.tongket.workflow.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import vn.tongket.security.Accounts;
import vn.tongket.security.SecurityProperties;

/** The engine's identity tables as the store of accounts. */
@Component
class EngineAccounts implements Accounts {

    private final IdentityService identities;
    private final IdentityTables tables;
    private final Pbkdf2Encryptor passwords;

    EngineAccounts(IdentityService identities, IdentityTables tables, SecurityProperties properties) {
        this.identities = identities;
        this.tables = tables;
        this.passwords = new Pbkdf2Encryptor(properties.passwordIterations());
    }

    @Override
    public Optional<Set<String>> authenticate(String userId, String password) {
        if (identities.createUserQuery().userId(userId).count() == 0) {
            // As slow as for a known name, so that the time does not tell which names exist.
            passwords.encrypt(password);
            return Optional.empty();
        }
        return identities.checkPassword(userId, password) ? Optional.of(groupsOf(userId)) : Optional.empty();
    }

    @Override
    public Set<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> namesOf(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        return identities.createUserQuery().userIdIn(userIds.toArray(String[]::new)).list().stream()
                .filter(user -> !name(user).isEmpty())
                .collect(Collectors.toMap(User::getId, EngineAccounts::name));
    }

    @Override
    public Map<String, List<String>> membersOf(Collection<String> groups) {
        return tables.membersOf(groups);
    }

    /** Family name last: the demo's people are called by role and union. */
    private static String name(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
