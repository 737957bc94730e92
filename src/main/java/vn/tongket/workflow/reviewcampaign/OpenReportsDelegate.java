package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.report.ReportCollection;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Opens the next participants' reports; the model asks again until none is left. */
@Component(Bean.OPEN_REPORTS)
class OpenReportsDelegate implements JavaDelegate {

    /** Between 50 and 500 the cost per unit is flat; above, the engine is quadratic (design.md, section 1). */
    private static final int PER_TRANSACTION = 200;

    private final ReportCollection reports;

    OpenReportsDelegate(ReportCollection reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int opened = reports.openNext(BusinessKey.of(execution).campaign(), PER_TRANSACTION);
        execution.setVariable(Variable.MORE_TO_OPEN, opened > 0);
    }
}
