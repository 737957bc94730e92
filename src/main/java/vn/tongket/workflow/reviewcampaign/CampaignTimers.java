package vn.tongket.workflow.reviewcampaign;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.CalendarChanged;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.extension.ExtensionGranted;
import vn.tongket.notification.NoticeDays;
import vn.tongket.report.ReportRecalled;
import vn.tongket.report.ReportReturned;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Timer;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/**
 * The timers of a campaign that collects follow its dates: whoever changes a date, of the campaign or of one unit, or a
 * day of the calendar, moves them in the same transaction. Last of all listeners, when all dates are as they will be.
 */
@Component("campaignTimers")
public class CampaignTimers {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final CampaignService campaigns;
    private final NoticeDays notices;
    private final AsSystem asSystem;
    private final Clock clock;

    CampaignTimers(
            RuntimeService runtime,
            ManagementService management,
            CampaignService campaigns,
            NoticeDays notices,
            AsSystem asSystem,
            Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.campaigns = campaigns;
        this.notices = notices;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(DeadlineMoved event) {
        recompute(event.campaign());
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ExtensionGranted event) {
        recompute(event.campaign());
    }

    /** A returned report is owed by a day of its own. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ReportReturned event) {
        recompute(event.campaign());
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(ReportRecalled event) {
        recompute(event.campaign());
    }

    /** Every campaign that collects counts in working days. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(CalendarChanged event) {
        notices.collecting().forEach(this::recompute);
    }

    /** Sets the timers of the campaign's running process to what its dates say now; there may be none. */
    public void recompute(String campaign) {
        asSystem.run(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(ReviewCampaignProcess.KEY)
                .processInstanceBusinessKey(BusinessKey.ofCampaign(campaign).toString())
                .list()
                .forEach(instance -> recompute(instance, campaign)));
    }

    private void recompute(ProcessInstance instance, String campaign) {
        // First the plan of notices, which only one transaction at a time holds: the timer is read after that.
        LocalDateTime next = notices.replan(campaign, EngineDates.now(clock));
        move(instance, Timer.NOTICES_DUE, Variable.NEXT_NOTICE_AT, next);
        move(
                instance,
                Timer.DEADLINE_REACHED,
                Variable.DEADLINE_AT,
                campaigns.dates(campaign).closesAt());
    }

    private void move(ProcessInstance instance, String timer, String variable, LocalDateTime at) {
        Date due = EngineDates.at(at);
        List<Job> jobs = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .timers()
                .list();
        for (Job job : jobs) {
            if (job.getDuedate() == null || job.getDuedate().getTime() != due.getTime()) {
                management.setJobDuedate(job.getId(), due);
                runtime.setVariable(job.getExecutionId(), variable, due);
            }
        }
    }
}
