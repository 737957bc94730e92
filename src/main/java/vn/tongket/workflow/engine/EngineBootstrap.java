package vn.tongket.workflow.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.security.CurrentUser;
import vn.tongket.security.SecurityProperties;
import vn.tongket.workflow.UserProvisioning;
import vn.tongket.workflow.UserProvisioning.Account;
import vn.tongket.workflow.engine.IdentityTables.NamedId;

/**
 * Sees to it, before the first request, that there is an administrator, that grants and shared filters exist, and that
 * two nodes that start together make them once.
 */
@Component
class EngineBootstrap implements SmartInitializingSingleton {

    private static final long BOOTSTRAP_LOCK = 0x746b_626f_6f74L;
    private static final String ADMIN = "admin";

    private final TransactionTemplate transaction;
    private final IdentityTables tables;
    private final IdentityService identities;
    private final UserProvisioning users;
    private final SharedFilters filters;
    private final Grants grants;
    private final String adminPassword;

    EngineBootstrap(
            TransactionTemplate transaction,
            IdentityTables tables,
            IdentityService identities,
            UserProvisioning users,
            SharedFilters filters,
            Grants grants,
            SecurityProperties properties) {
        this.transaction = transaction;
        this.tables = tables;
        this.identities = identities;
        this.users = users;
        this.filters = filters;
        this.grants = grants;
        this.adminPassword = properties.adminPassword();
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            tables.oneNodeAtATime(BOOTSTRAP_LOCK);
            tables.addGroups(List.of(
                    new NamedId(CurrentUser.ADMINISTRATORS, "Quản trị hệ thống"),
                    new NamedId(CampaignReaders.GROUP, "Người xem chiến dịch")));
            provideAdministrator();
            grants.provide(filters.provide());
        });
    }

    private void provideAdministrator() {
        boolean missing = identities
                        .createUserQuery()
                        .memberOfGroup(CurrentUser.ADMINISTRATORS)
                        .count()
                == 0;
        if (missing && adminPassword.isBlank()) {
            throw new IllegalStateException("Chưa có tài khoản quản trị: hãy đặt biến môi trường"
                    + " TONGKET_ADMIN_PASSWORD rồi khởi động lại.");
        }
        if (missing) {
            users.provide(List.of(
                    new Account(ADMIN, "Quản trị", "hệ thống", adminPassword, Set.of(CurrentUser.ADMINISTRATORS))));
        }
    }
}
