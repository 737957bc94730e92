package vn.tongket.workflow.reviewcampaign;

import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Timer;

/**
 * Campaigns that began when notices ended with the deadline go on in the present model, from the node's start on: one
 * that collects begins its collection anew, for all that happened stands in the domain's tables; one before that is
 * migrated as it is; what comes after the lock did not change and ends in its own version.
 */
@Component("carryOverCampaigns")
class CarryOverCampaigns implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOverCampaigns.class);
    private static final long ONE_NODE = 0x746b_6361_7272_79L;
    private static final String COLLECTION = "SubProcess_CollectReports";
    private static final List<String> BEFORE =
            List.of(Task.DRAFT_PLAN, Task.APPROVE_PLAN, Task.ISSUE_PLAN, "ServiceTask_OpenReports");
    private static final List<String> COLLECTING = List.of(COLLECTION, Task.SETTLE_MISSING_UNITS);

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final CampaignService campaigns;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    CarryOverCampaigns(
            RuntimeService runtime,
            RepositoryService repository,
            CampaignService campaigns,
            AsSystem asSystem,
            DataSource database,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.repository = repository;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(ONE_NODE).query().listOfRows();
            asSystem.run(this::carryOver);
        });
    }

    private void carryOver() {
        List<ProcessDefinition> versions = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ReviewCampaignProcess.KEY)
                .orderByProcessDefinitionVersion()
                .desc()
                .list();
        versions.stream()
                .skip(1)
                .filter(Predicate.not(this::hasNotices))
                .flatMap(version ->
                        runtime.createProcessInstanceQuery().processDefinitionId(version.getId()).list().stream())
                .forEach(instance -> carryOver(instance, versions.get(0)));
    }

    private boolean hasNotices(ProcessDefinition version) {
        return repository.getBpmnModelInstance(version.getId()).getModelElementById(Timer.NOTICES_DUE) != null;
    }

    private void carryOver(ProcessInstance instance, ProcessDefinition newest) {
        ActivityInstance active = runtime.getActivityInstance(instance.getId());
        String campaign = BusinessKey.parse(instance.getBusinessKey()).campaign();
        if (COLLECTING.stream().anyMatch(activity -> isAt(active, activity))) {
            runtime.deleteProcessInstance(instance.getId(), "Chuyển sang phiên bản quy trình mới", true);
            runtime.createProcessInstanceById(newest.getId())
                    .businessKey(instance.getBusinessKey())
                    .setVariables(IssuerTenantProvider.startedBy(campaigns.issuer(campaign)))
                    .startBeforeActivity(COLLECTION)
                    .execute();
            LOG.info("{} collects in the present version of its model", campaign);
        } else if (BEFORE.stream().anyMatch(activity -> isAt(active, activity))) {
            runtime.newMigration(runtime.createMigrationPlan(instance.getProcessDefinitionId(), newest.getId())
                            .mapEqualActivities()
                            .build())
                    .processInstanceIds(instance.getId())
                    .execute();
            LOG.info("{} goes on in the present version of its model", campaign);
        }
    }

    private static boolean isAt(ActivityInstance active, String activity) {
        return active.getActivityInstances(activity).length > 0 || active.getTransitionInstances(activity).length > 0;
    }
}
