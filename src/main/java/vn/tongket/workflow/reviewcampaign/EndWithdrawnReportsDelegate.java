package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.report.WithdrawnReports;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Ends the next reports that were open when the plan was withdrawn; the model asks again until none is left. */
@Component(Bean.END_WITHDRAWN_REPORTS)
class EndWithdrawnReportsDelegate implements JavaDelegate {

    private static final int PER_TRANSACTION = 100;

    private final WithdrawnReports reports;

    EndWithdrawnReportsDelegate(WithdrawnReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int ended = reports.endNext(BusinessKey.of(execution).campaign(), PER_TRANSACTION);
        execution.setVariable(Variable.MORE_TO_END, ended > 0);
    }
}
