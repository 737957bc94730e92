package vn.tongket.workflow.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.workflow.UserProvisioning;
import vn.tongket.workflow.engine.IdentityTables.Membership;

/** Accounts in the engine's tables, all of one call in one command so that they go to the database in one batch. */
@Component
class EngineUsers implements UserProvisioning {

    private static final long USERS_LOCK = 0x746b_7573_6572L;

    private final ProcessEngineConfigurationImpl engine;
    private final IdentityService identities;
    private final IdentityTables tables;

    EngineUsers(ProcessEngineConfigurationImpl engine, IdentityService identities, IdentityTables tables) {
        this.engine = engine;
        this.identities = identities;
        this.tables = tables;
    }

    @Override
    @Transactional
    public void provide(Collection<Account> accounts) {
        tables.oneNodeAtATime(USERS_LOCK);
        Set<String> known =
                identities
                        .createUserQuery()
                        .userIdIn(accounts.stream().map(Account::id).toArray(String[]::new))
                        .list()
                        .stream()
                        .map(User::getId)
                        .collect(Collectors.toSet());
        List<Account> missing = accounts.stream()
                .filter(account -> !known.contains(account.id()))
                .toList();
        engine.getCommandExecutorTxRequired().execute(command -> {
            missing.forEach(this::create);
            return null;
        });
        tables.addUsersToGroups(accounts.stream()
                .flatMap(account -> account.groups().stream().map(group -> new Membership(account.id(), group)))
                .toList());
    }

    private void create(Account account) {
        User user = identities.newUser(account.id());
        user.setFirstName(account.givenName());
        user.setLastName(account.familyName());
        user.setPassword(account.password());
        identities.saveUser(user);
    }
}
