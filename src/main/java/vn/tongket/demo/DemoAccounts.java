package vn.tongket.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.tongket.organization.ImportedUnit;
import vn.tongket.organization.OrganizationImported;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.Accounts;
import vn.tongket.workflow.UserProvisioning;
import vn.tongket.workflow.UserProvisioning.Account;

/**
 * Somebody to log in as, for every role of every union, under the names that {@link DemoLogins} tells. Issuers of later
 * files get people of their own, who see nothing of the first one's campaigns. All passwords are {@code demo}.
 */
@Component
@Profile("demo")
class DemoAccounts {

    private static final String PASSWORD = "demo";

    private final UserProvisioning users;
    private final Accounts known;

    DemoAccounts(UserProvisioning users, Accounts known) {
        this.users = users;
        this.known = known;
    }

    /** After the groups were made. */
    @EventListener
    @Order(10)
    public void provide(OrganizationImported imported) {
        List<ImportedUnit> issuers =
                imported.units().stream().filter(ImportedUnit::issuer).toList();
        List<Account> accounts = new ArrayList<>();
        for (UnionRole role : UnionRole.values()) {
            if (role.ofIssuer()) {
                accounts.addAll(ofIssuers(role, issuers));
            } else {
                imported.units().forEach(unit -> accounts.add(ofUnit(role, unit)));
            }
        }
        users.provide(accounts);
    }

    private List<Account> ofIssuers(UnionRole role, List<ImportedUnit> issuers) {
        Set<String> first = known.groupsOf(role.code());
        if (first.isEmpty()) {
            Set<String> groups =
                    issuers.stream().map(issuer -> role.group(issuer.code())).collect(Collectors.toSet());
            return List.of(new Account(role.code(), role.label(), "", PASSWORD, groups));
        }
        return issuers.stream()
                .filter(issuer -> !first.contains(role.group(issuer.code())))
                .map(issuer -> ofUnit(role, issuer))
                .toList();
    }

    private static Account ofUnit(UnionRole role, ImportedUnit unit) {
        String id = DemoLogins.withCode(role, unit.code());
        return new Account(id, role.label(), unit.shortName(), PASSWORD, Set.of(role.group(unit.code())));
    }
}
