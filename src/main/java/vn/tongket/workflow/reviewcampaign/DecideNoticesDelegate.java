package vn.tongket.workflow.reviewcampaign;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.notification.NoticeDays;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Decides who is told what today, and names the next day for the timer. */
@Component(Bean.DECIDE_NOTICES)
class DecideNoticesDelegate implements JavaDelegate {

    private final NoticeDays notices;
    private final Clock clock;

    DecideNoticesDelegate(NoticeDays notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String campaign = BusinessKey.of(execution).campaign();
        execution.setVariableLocal(Variable.NEXT_NOTICE_AT, EngineDates.at(notices.decide(campaign, now(execution))));
    }

    /** A clock that lags behind the timer, another node's perhaps, does not bring the same moment twice. */
    private LocalDateTime now(DelegateExecution execution) {
        LocalDateTime now = EngineDates.now(clock);
        LocalDateTime due = EngineDates.time((Date) execution.getVariable(Variable.NEXT_NOTICE_AT));
        return now.isBefore(due) ? due : now;
    }
}
