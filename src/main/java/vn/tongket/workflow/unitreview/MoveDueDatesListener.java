package vn.tongket.workflow.unitreview;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.report.ReportService;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.engine.AsSystem;

/** The deadline was moved for all: open tasks that end with the report's sending are due on the new day. */
@Component
class MoveDueDatesListener {

    private static final int PAGE = 200;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ReportService reports;
    private final AsSystem asSystem;

    MoveDueDatesListener(RuntimeService runtime, TaskService tasks, ReportService reports, AsSystem asSystem) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.reports = reports;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(DeadlineMoved event) {
        asSystem.run(() -> moveAll(event.campaign()));
    }

    private void moveAll(String campaign) {
        List<ProcessInstance> page;
        int first = 0;
        do {
            page = runtime.createProcessInstanceQuery()
                    .processDefinitionKey(UnitReviewProcess.KEY)
                    .processInstanceBusinessKeyLike(BusinessKey.likeUnitsOf(campaign))
                    .orderByProcessInstanceId()
                    .asc()
                    .listPage(first, PAGE);
            page.forEach(this::move);
            first += PAGE;
        } while (page.size() == PAGE);
    }

    private void move(ProcessInstance instance) {
        BusinessKey key = BusinessKey.parse(instance.getBusinessKey());
        Date due = EngineDates.endOf(reports.owedBy(key.campaign(), key.requireUnit()));
        tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKeyIn(UnitReviewProcess.Task.WRITE_UNIT_REPORT, UnitReviewProcess.Task.SIGN_UNIT_REPORT)
                .list()
                .forEach(task -> setLater(task, due));
    }

    /** A later day that was set when the report was returned stays. */
    private void setLater(Task task, Date due) {
        if (task.getDueDate() == null || task.getDueDate().before(due)) {
            task.setDueDate(due);
            tasks.saveTask(task);
        }
    }
}
