package vn.tongket.workflow.unitreview;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.CalendarChanged;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.extension.ExtensionGranted;
import vn.tongket.workflow.engine.TaskDueDates;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;

/** A deadline moved, of one unit, of many or of all: open tasks that end with the report's sending are due on the new day. */
@Component
class MoveDueDatesListener {

    private static final List<String> TASKS = List.of(Task.WRITE_UNIT_REPORT, Task.SIGN_UNIT_REPORT);

    private final CampaignService campaigns;
    private final TaskDueDates dueDates;

    MoveDueDatesListener(CampaignService campaigns, TaskDueDates dueDates) {
        this.campaigns = campaigns;
        this.dueDates = dueDates;
    }

    @EventListener
    void on(DeadlineMoved event) {
        move(event.campaign());
    }

    @EventListener
    void on(ExtensionGranted event) {
        move(event.campaign());
    }

    /** A last day that rolls forward to a working day may be another one now. */
    @EventListener
    void on(CalendarChanged event) {
        campaigns.all().stream()
                .filter(campaign -> campaign.state().isCollecting())
                .map(Campaign::code)
                .forEach(this::move);
    }

    private void move(String campaign) {
        dueDates.follow(campaign, TASKS);
    }
}
