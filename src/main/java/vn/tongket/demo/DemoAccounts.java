package vn.tongket.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.tongket.organization.ImportedUnit;
import vn.tongket.organization.OrganizationImported;
import vn.tongket.organization.UnionRole;
import vn.tongket.workflow.UserProvisioning;
import vn.tongket.workflow.UserProvisioning.Account;

/**
 * Somebody to log in as, for every role: one account per issuer's role, member of each issuer's group, and an officer
 * and a chair per union ({@code songdacanbo}). All passwords are {@code demo}.
 */
@Component
@Profile("demo")
class DemoAccounts {

    private static final String PASSWORD = "demo";

    private final UserProvisioning users;

    DemoAccounts(UserProvisioning users) {
        this.users = users;
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
                accounts.add(ofIssuers(role, issuers));
            } else {
                imported.units().forEach(unit -> accounts.add(ofUnit(role, unit)));
            }
        }
        users.provide(accounts);
    }

    private static Account ofIssuers(UnionRole role, List<ImportedUnit> issuers) {
        Set<String> groups =
                issuers.stream().map(issuer -> role.group(issuer.code())).collect(Collectors.toSet());
        return new Account(role.code(), role.label(), "", PASSWORD, groups);
    }

    private static Account ofUnit(UnionRole role, ImportedUnit unit) {
        String id = UnionRole.lettersAndDigits(unit.code()).toLowerCase(Locale.ROOT) + role.code();
        return new Account(id, role.label(), unit.shortName(), PASSWORD, Set.of(role.group(unit.code())));
    }
}
