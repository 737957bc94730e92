package vn.tongket.workflow.reviewcampaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Names the next reminder for the timer: at eight on the first reminder day that is still to come. */
@Component(Bean.COMPUTE_REMINDER)
class ComputeReminderDelegate implements JavaDelegate {

    private static final LocalTime HOUR = LocalTime.of(8, 0);

    private final CampaignService campaigns;
    private final Clock clock;

    ComputeReminderDelegate(CampaignService campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<LocalDate> next =
                campaigns.dates(BusinessKey.of(execution).campaign()).reminderFrom(earliest(execution));
        next.ifPresent(day -> execution.setVariable(Variable.NEXT_REMINDER_AT, EngineDates.at(day.atTime(HOUR))));
        if (!Boolean.valueOf(next.isPresent()).equals(execution.getVariable(Variable.REMINDER_LEFT))) {
            execution.setVariable(Variable.REMINDER_LEFT, next.isPresent());
        }
    }

    /** Today until eight; never the day of the reminder before, even if the clock says so. */
    private LocalDate earliest(DelegateExecution execution) {
        LocalDateTime now = EngineDates.now(clock);
        LocalDate today = now.toLocalDate();
        LocalDate day = now.toLocalTime().isBefore(HOUR) ? today : today.plusDays(1);
        Date last = (Date) execution.getVariable(Variable.NEXT_REMINDER_AT);
        LocalDate afterLast = last == null ? day : EngineDates.day(last).plusDays(1);
        return afterLast.isAfter(day) ? afterLast : day;
    }
}
