package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.notification.CampaignNotices;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;

/** Reminds the records clerk that the superior has not acknowledged. */
@Component(Bean.REMIND_ACKNOWLEDGEMENT)
class RemindAcknowledgementDelegate implements JavaDelegate {

    private final CampaignNotices notices;

    RemindAcknowledgementDelegate(CampaignNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.remindAcknowledgement(BusinessKey.of(execution).campaign());
    }
}
