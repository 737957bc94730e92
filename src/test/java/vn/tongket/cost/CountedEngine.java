package vn.tongket.cost;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.organization.UnionRole;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** A process engine set up as the product's is, authorizations and tenants included, without anything of the product. */
public final class CountedEngine implements AutoCloseable {

    private final Statements statements = new Statements();
    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;
    private final CountedSteps steps;

    /** {@code url} of an empty database; {@code beans} are what the models call. */
    public CountedEngine(String url, List<String> resources, Map<Object, Object> beans) {
        pool.setJdbcUrl(url + "&reWriteBatchedInserts=true");
        pool.setUsername("postgres");
        engine = configuration(beans).buildProcessEngine();
        steps = new CountedSteps(engine, statements);
        // As in the product's first migration.
        new JdbcTemplate(pool).execute("create index ACT_IDX_TASK_PARENT_TASK_ID on ACT_RU_TASK (PARENT_TASK_ID_)");
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        resources.forEach(deployment::addClasspathResource);
        deployment.deploy();
    }

    private StandaloneProcessEngineConfiguration configuration(Map<Object, Object> beans) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("counted-" + System.identityHashCode(this));
        configuration.setDataSource(statements.counted(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJdbcBatchProcessing(true);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setHistory("audit");
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setAuthorizationEnabled(true);
        configuration.setTenantCheckEnabled(true);
        configuration.setDefaultUserPermissionForTask(Permissions.TASK_WORK);
        configuration.setTenantIdProvider(new IssuerTenantProvider());
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        return configuration;
    }

    public ProcessEngine engine() {
        return engine;
    }

    public CountedSteps steps() {
        return steps;
    }

    public Statements statements() {
        return statements;
    }

    public HikariDataSource pool() {
        return pool;
    }

    /** Whoever does that step for the unit claims and completes the task; what that took. */
    public Taken complete(SizedCampaign campaign, String unit, Step step, String task) {
        String group = step.role().group(step.role().ofIssuer() ? campaign.issuer() : unit);
        String tenant = UnionRole.lettersAndDigits(campaign.issuer());
        engine.getIdentityService().setAuthentication(step.person(unit), List.of(group), List.of(tenant));
        try {
            return statements.of(() -> {
                engine.getTaskService().claim(task, step.person(unit));
                engine.getTaskService().complete(task, Map.copyOf(step.flags()));
            });
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
