package vn.tongket.workflow.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.cascade.IssuerStaffed;
import vn.tongket.organization.ImportedUnit;
import vn.tongket.organization.OrganizationImported;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportsOpened;
import vn.tongket.workflow.engine.IdentityTables.Membership;
import vn.tongket.workflow.engine.IdentityTables.NamedId;

/**
 * Gives each union its groups, each issuer its tenant (letters and digits of its code), and lets a unit's people into
 * the issuer's tenant when they get their report to write.
 */
@Component
class IdentityProvisioning {

    private final IdentityTables tables;

    IdentityProvisioning(IdentityTables tables) {
        this.tables = tables;
    }

    /** Before anybody is put into these groups. */
    @EventListener
    @Order(0)
    @Transactional
    public void provide(OrganizationImported imported) {
        provide(imported.units());
    }

    /** A union runs a campaign of its own: it gets what an imported issuer has, and its people their roles. */
    @EventListener
    @Transactional
    public void provide(IssuerStaffed staffed) {
        provide(List.of(new ImportedUnit(staffed.unit(), staffed.shortName(), true)));
        tables.addUsersToGroups(staffed.people().entrySet().stream()
                .flatMap(role -> role.getValue().stream()
                        .map(person -> new Membership(person, role.getKey().group(staffed.unit()))))
                .toList());
    }

    private void provide(List<ImportedUnit> units) {
        List<ImportedUnit> issuers = units.stream().filter(ImportedUnit::issuer).toList();
        tables.addGroups(units.stream().flatMap(IdentityProvisioning::groupsOf).toList());
        tables.addTenants(issuers.stream()
                .map(issuer -> new NamedId(tenant(issuer.code()), issuer.shortName()))
                .toList());
        tables.addGroupsToTenants(issuers.stream()
                .flatMap(issuer -> roles(true).map(role -> member(issuer.code(), role.group(issuer.code()))))
                .toList());
    }

    @EventListener
    @Transactional
    public void letIn(ReportsOpened opened) {
        List<Membership> memberships = new ArrayList<>();
        for (String unit : opened.units()) {
            roles(false).forEach(role -> memberships.add(member(opened.issuer(), role.group(unit))));
        }
        tables.addGroupsToTenants(memberships);
    }

    private static Stream<NamedId> groupsOf(ImportedUnit unit) {
        return Arrays.stream(UnionRole.values())
                .filter(role -> unit.issuer() || !role.ofIssuer())
                .map(role -> new NamedId(role.group(unit.code()), role.label() + " – " + unit.shortName()));
    }

    private static Stream<UnionRole> roles(boolean ofIssuer) {
        return Arrays.stream(UnionRole.values()).filter(role -> role.ofIssuer() == ofIssuer);
    }

    private static Membership member(String issuer, String group) {
        return new Membership(tenant(issuer), group);
    }

    /** The tenant of an issuer's campaigns. */
    private static String tenant(String issuerCode) {
        return UnionRole.lettersAndDigits(issuerCode);
    }
}
