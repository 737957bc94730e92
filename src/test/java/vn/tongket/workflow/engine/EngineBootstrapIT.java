package vn.tongket.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.organization.ImportedUnit;
import vn.tongket.organization.OrganizationImported;
import vn.tongket.security.SecurityProperties;
import vn.tongket.support.TongketIT;
import vn.tongket.workflow.UserProvisioning;

@TongketIT
class EngineBootstrapIT {

    @Autowired
    private EngineBootstrap bootstrap;

    @Autowired
    private IdentityProvisioning provisioning;

    @Autowired
    private IdentityService identities;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IdentityTables tables;

    @Autowired
    private UserProvisioning users;

    @Autowired
    private SharedFilters sharedFilters;

    @Autowired
    private Grants grants;

    @Test
    void startsOnManyNodesAtOnceWithoutDoubles() throws Exception {
        long grantsBefore = authorizations.createAuthorizationQuery().count();

        together(4, bootstrap::afterSingletonsInstantiated);

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grantsBefore);
        assertThat(filters.createTaskFilterQuery().filterName("Việc cần làm").count())
                .isEqualTo(1);
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count())
                .isEqualTo(1);
    }

    @Test
    void importsTheSameTreeTwiceAtOnceWithoutDoubles() throws Exception {
        var tree = new OrganizationImported(List.of(
                new ImportedUnit("BOOT-A", "Tổng công ty", true), new ImportedUnit("BOOT-B", "Công ty", false)));

        together(4, () -> provisioning.provide(tree));

        assertThat(identities
                        .createGroupQuery()
                        .groupIdIn("BOOTAtuyengiao", "BOOTAcanbo", "BOOTBcanbo")
                        .count())
                .isEqualTo(3);
        assertThat(identities.createGroupQuery().groupId("BOOTBtuyengiao").count())
                .isZero();
        assertThat(identities.createGroupQuery().memberOfTenant("BOOTA").count())
                .isEqualTo(6);
        assertThat(identities.createTenantQuery().tenantId("BOOTB").count()).isZero();
    }

    @Test
    void refusesToStartWithoutAnAdministratorsPassword() {
        var withoutPassword = new EngineBootstrap(
                transaction,
                tables,
                identities,
                users,
                sharedFilters,
                grants,
                new SecurityProperties(
                        "", 1000, new SecurityProperties.Throttle(5, 100, java.time.Duration.ofMinutes(1))));
        identities.deleteMembership("admin", "camunda-admin");
        try {
            assertThatThrownBy(withoutPassword::afterSingletonsInstantiated)
                    .hasMessageContaining("TONGKET_ADMIN_PASSWORD");
        } finally {
            identities.createMembership("admin", "camunda-admin");
        }
    }

    private static void together(int nodes, Runnable work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Object>> calls = IntStream.range(0, nodes)
                    .mapToObj(i -> Executors.callable(work))
                    .toList();
            for (Future<Object> done : threads.invokeAll(calls)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
