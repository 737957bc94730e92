package vn.tongket.workflow.reviewcampaign;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.notification.CampaignNotices;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Reminds every participant that still owes its report. */
@Component(Bean.REMIND_UNITS)
class RemindUnitsDelegate implements JavaDelegate {

    private final CampaignNotices notices;

    RemindUnitsDelegate(CampaignNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Date due = (Date) execution.getVariable(Variable.NEXT_REMINDER_AT);
        notices.remind(BusinessKey.of(execution).campaign(), EngineDates.day(due));
    }
}
