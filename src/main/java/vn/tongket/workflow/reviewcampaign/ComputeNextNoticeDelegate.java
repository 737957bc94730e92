package vn.tongket.workflow.reviewcampaign;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.notification.NoticeDays;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Names the first day of notices for the timer; in its own branch, for nobody else to see it change. */
@Component(Bean.COMPUTE_NEXT_NOTICE)
class ComputeNextNoticeDelegate implements JavaDelegate {

    private final NoticeDays notices;
    private final Clock clock;

    ComputeNextNoticeDelegate(NoticeDays notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String campaign = BusinessKey.of(execution).campaign();
        execution.setVariableLocal(
                Variable.NEXT_NOTICE_AT, EngineDates.at(notices.replan(campaign, EngineDates.now(clock))));
    }
}
