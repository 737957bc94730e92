package vn.tongket.cost;

import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.organization.UnionRole;
import vn.tongket.support.BareEngine;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/**
 * The measure for the product: its own unit model on an engine set up as the product's is, with authorizations, groups
 * and the issuer as tenant, and nothing of the domain. Its tasks get their groups, its decisions set the routing flags.
 */
public final class BareModel implements AutoCloseable {

    private static final String MODEL = "unit-review";

    private final Statements statements = new Statements();
    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;

    /** {@code url} of an empty database. */
    public BareModel(String url) {
        pool.setJdbcUrl(url + "&reWriteBatchedInserts=true");
        pool.setUsername("postgres");
        engine = configuration().buildProcessEngine();
        // As in the product's first migration.
        new JdbcTemplate(pool).execute("create index ACT_IDX_TASK_PARENT_TASK_ID on ACT_RU_TASK (PARENT_TASK_ID_)");
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        BareEngine.resources().forEach(deployment::addClasspathResource);
        deployment.deploy();
    }

    private ProcessEngineConfigurationImpl configuration() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
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
        configuration.setBeans(beans());
        return configuration;
    }

    private static Map<Object, Object> beans() {
        JavaDelegate nothing = execution -> {};
        TaskListener groups = BareModel::giveToGroups;
        TaskListener noCheck = task -> {};
        return Map.of(
                "prepareTaskListener",
                groups,
                "takeDecisionListener",
                noCheck,
                "registerReportDelegate",
                nothing,
                "tellCampaignDelegate",
                nothing);
    }

    private static void giveToGroups(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        String unit = key.substring(key.indexOf('/') + 1);
        boolean review = task.getTaskDefinitionKey().equals(Step.REVIEW.task());
        if (review) {
            task.addCandidateGroup(UnionRole.TUYEN_GIAO.group(task.getTenantId()));
            task.addCandidateGroup(UnionRole.TRUONG_BAN.group(task.getTenantId()));
        } else if (task.getTaskDefinitionKey().equals(Step.SIGN.task())) {
            task.addCandidateGroup(UnionRole.CHU_TICH.group(unit));
        } else {
            task.addCandidateGroup(UnionRole.CAN_BO.group(unit));
        }
    }

    public Statements statements() {
        return statements;
    }

    /** Starts all units' instances, {@code chunk} in a transaction. */
    public void start(SizedCampaign campaign, int chunk) {
        for (int first = 1; first <= campaign.units(); first += chunk) {
            int from = first;
            int to = Math.min(first + chunk - 1, campaign.units());
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(command -> {
                        for (int i = from; i <= to; i++) {
                            engine.getRuntimeService()
                                    .startProcessInstanceByKey(
                                            MODEL,
                                            campaign.code() + "/" + campaign.unit(i),
                                            IssuerTenantProvider.startedBy(campaign.issuer()));
                        }
                        return null;
                    });
        }
    }

    /** What each step of the i-th unit's way took. */
    public Map<Step, Taken> walk(SizedCampaign campaign, int i) {
        Map<Step, Taken> taken = new EnumMap<>(Step.class);
        String unit = campaign.unit(i);
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(campaign.code() + "/" + unit)
                .singleResult()
                .getId();
        for (Step step : Step.values()) {
            String task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(step.task())
                    .singleResult()
                    .getId();
            Taken completed = statements.of(() -> complete(campaign, step, unit, task));
            taken.put(step, runJobsOf(instance).stream().reduce(completed, Taken::plus));
        }
        return taken;
    }

    private void complete(SizedCampaign campaign, Step step, String unit, String task) {
        String group = step.role().group(step.role().ofIssuer() ? campaign.issuer() : unit);
        String tenant = UnionRole.lettersAndDigits(campaign.issuer());
        engine.getIdentityService().setAuthentication(step.person(unit), List.of(group), List.of(tenant));
        try {
            engine.getTaskService().claim(task, step.person(unit));
            engine.getTaskService().complete(task, new HashMap<>(step.flags()));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<Taken> runJobsOf(String instance) {
        ManagementService jobs = engine.getManagementService();
        return jobs.createJobQuery().processInstanceId(instance).messages().list().stream()
                .map(Job::getId)
                .map(job -> statements.of(() -> jobs.executeJob(job)))
                .toList();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
