package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.cascade.ReportUpward;
import vn.tongket.notification.CampaignNotices;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/**
 * Sends the report to the superior, or hands it to the issuer's own report in the superior's campaign, and says until
 * when it should be acknowledged.
 */
@Component(Bean.SEND_REPORT_UPWARD)
class SendReportUpwardDelegate implements JavaDelegate {

    private static final int WORKING_DAYS = 10;
    private static final LocalTime HOUR = LocalTime.of(8, 0);

    private final ReportUpward upward;
    private final CampaignNotices notices;
    private final DueDays dueDays;

    SendReportUpwardDelegate(ReportUpward upward, CampaignNotices notices, DueDays dueDays) {
        this.upward = upward;
        this.notices = notices;
        this.dueDays = dueDays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String campaign = BusinessKey.of(execution).campaign();
        if (!upward.hand(campaign)) {
            notices.sendReportUpward(campaign);
        }
        LocalDate due = dueDays.in(WORKING_DAYS);
        execution.setVariable(Variable.ACKNOWLEDGEMENT_DUE_AT, EngineDates.at(due.atTime(HOUR)));
    }
}
