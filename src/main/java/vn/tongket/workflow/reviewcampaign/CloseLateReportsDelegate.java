package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.report.LateAcceptances;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Closes what was let in after the lock and has not come; the model asks again until none is left. */
@Component(Bean.CLOSE_LATE_REPORTS)
class CloseLateReportsDelegate implements JavaDelegate {

    private static final int PER_TRANSACTION = 100;

    private final LateAcceptances late;

    CloseLateReportsDelegate(LateAcceptances late) {
        this.late = late;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int closed = late.closeDue(BusinessKey.of(execution).campaign(), PER_TRANSACTION);
        execution.setVariable(Variable.MORE_LATE_TO_CLOSE, closed > 0);
    }
}
