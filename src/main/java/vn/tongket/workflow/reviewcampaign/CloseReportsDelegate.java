package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.report.ReportCollection;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Fixes the versions that count and closes the next open reports; the model asks again until none is left. */
@Component(Bean.CLOSE_REPORTS)
class CloseReportsDelegate implements JavaDelegate {

    private static final int PER_TRANSACTION = 100;

    private final ReportCollection reports;

    CloseReportsDelegate(ReportCollection reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int closed = reports.closeNext(BusinessKey.of(execution).campaign(), PER_TRANSACTION);
        execution.setVariable(Variable.MORE_TO_CLOSE, closed > 0);
    }
}
