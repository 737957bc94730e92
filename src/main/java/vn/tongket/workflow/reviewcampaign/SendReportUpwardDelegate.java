package vn.tongket.workflow.reviewcampaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.notification.CampaignNotices;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Sends the report to the superior and says until when it should be acknowledged. */
@Component(Bean.SEND_REPORT_UPWARD)
class SendReportUpwardDelegate implements JavaDelegate {

    private static final int WORKING_DAYS = 10;
    private static final LocalTime HOUR = LocalTime.of(8, 0);

    private final CampaignNotices notices;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SendReportUpwardDelegate(CampaignNotices notices, WorkingCalendar calendar, Clock clock) {
        this.notices = notices;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.sendReportUpward(BusinessKey.of(execution).campaign());
        LocalDate due = calendar.plus(EngineDates.today(clock), WORKING_DAYS);
        execution.setVariable(Variable.ACKNOWLEDGEMENT_DUE_AT, EngineDates.at(due.atTime(HOUR)));
    }
}
