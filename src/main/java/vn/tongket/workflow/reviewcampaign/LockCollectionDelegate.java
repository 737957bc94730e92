package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Decisions;
import vn.tongket.report.ReportCollection;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;

/**
 * Closes the collection by itself when every required unit is accounted for. Refused while a sent report, a coordinated
 * unit's too, awaits review: the model asks again every hour.
 */
@Component(Bean.LOCK_COLLECTION)
class LockCollectionDelegate implements JavaDelegate {

    private final ReportCollection reports;

    LockCollectionDelegate(ReportCollection reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.closeCollection(BusinessKey.of(execution).campaign(), Decisions.SYSTEM);
    }
}
