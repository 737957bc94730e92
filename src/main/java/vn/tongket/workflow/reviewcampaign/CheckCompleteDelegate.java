package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.report.ReportCollection;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Asks once, after the wait has begun, whether it was already over: a unit may have finished while it was set up. */
@Component(Bean.CHECK_COMPLETE)
class CheckCompleteDelegate implements JavaDelegate {

    private final ReportCollection reports;

    CheckCompleteDelegate(ReportCollection reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariableLocal(
                Variable.REQUIRED_OPEN,
                reports.isHeldOpen(BusinessKey.of(execution).campaign()));
    }
}
