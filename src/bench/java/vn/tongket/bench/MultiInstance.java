package vn.tongket.bench;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import vn.tongket.cost.CountedEngine;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.cost.Statements;
import vn.tongket.cost.Step;
import vn.tongket.organization.UnionRole;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** All units as instances of one sub-process of the campaign: the design that was not taken (ADR 0001). */
final class MultiInstance implements Contender {

    private final CountedEngine counted;

    MultiInstance(String url) {
        TaskListener groups = MultiInstance::giveToGroups;
        counted = new CountedEngine(url, List.of("multi-instance.bpmn"), Map.of("prepareTaskListener", groups));
    }

    private static void giveToGroups(DelegateTask task) {
        Object loop = task.getVariable("loopCounter");
        if (loop == null || task.getTaskDefinitionKey().equals(Step.REVIEW.task())) {
            task.addCandidateGroup(UnionRole.TUYEN_GIAO.group(task.getTenantId()));
            task.addCandidateGroup(UnionRole.TRUONG_BAN.group(task.getTenantId()));
        } else {
            String unit = task.getTenantId() + ((Integer) loop + 1);
            boolean sign = task.getTaskDefinitionKey().equals(Step.SIGN.task());
            task.addCandidateGroup((sign ? UnionRole.CHU_TICH : UnionRole.CAN_BO).group(unit));
        }
    }

    @Override
    public Statements statements() {
        return counted.statements();
    }

    @Override
    public DataSource source() {
        return counted.pool();
    }

    @Override
    public void prepare(SizedCampaign campaign) {
        // Nothing: the start makes everything.
    }

    @Override
    public void issue(SizedCampaign campaign) {
        Map<String, Object> variables = IssuerTenantProvider.startedBy(campaign.issuer());
        variables.put("units", campaign.units());
        counted.statements()
                .of(() -> counted.engine()
                        .getRuntimeService()
                        .startProcessInstanceByKey("multi-instance", campaign.code(), variables));
    }

    @Override
    public void walk(SizedCampaign campaign, int i) {
        String instance = counted.steps().instance(campaign.code());
        for (Step step : Step.values()) {
            String unit = campaign.unit(i);
            String task = counted.engine()
                    .getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(step.task())
                    .taskCandidateGroup(step.role().group(step.role().ofIssuer() ? campaign.issuer() : unit))
                    .singleResult()
                    .getId();
            counted.complete(campaign, unit, step, task);
            counted.steps().runJobsOf(instance);
        }
    }

    @Override
    public void remind(SizedCampaign campaign) {
        // A reminder is a query over the units in every design.
    }

    @Override
    public void deadline(SizedCampaign campaign) {
        counted.steps().fire(counted.steps().instance(campaign.code()), "BoundaryEvent_DeadlineReached");
    }

    @Override
    public void close() {
        counted.close();
    }
}
