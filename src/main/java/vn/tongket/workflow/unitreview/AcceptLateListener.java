package vn.tongket.workflow.unitreview;

import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.LateAcceptanceGranted;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Message;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;

/**
 * A unit was let in after the lock: its process, which ended there, starts again at the writing, in the same
 * transaction. So nothing waits for the units that are never let in.
 */
@Component
class AcceptLateListener {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    AcceptLateListener(RuntimeService runtime, TaskService tasks, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(LateAcceptanceGranted event) {
        String key = BusinessKey.ofUnit(event.campaign(), event.unit()).toString();
        asSystem.run(() -> {
            if (event.reopened()) {
                start(key, event.campaign());
            } else {
                moveDueDate(key, EngineDates.endOf(event.until()));
            }
        });
    }

    private void start(String key, String campaign) {
        runtime.startProcessInstanceByMessage(
                Message.ACCEPTED_LATE, key, IssuerTenantProvider.startedBy(campaigns.issuer(campaign)));
    }

    private void moveDueDate(String key, Date due) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKeyIn(Task.WRITE_UNIT_REPORT, Task.SIGN_UNIT_REPORT)
                .list()
                .forEach(task -> {
                    task.setDueDate(due);
                    tasks.saveTask(task);
                });
    }
}
