package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.report.ReportCollection;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Bean;

/** Tells the campaign when this was the last required report. A campaign that does not wait is told nothing; repeating it does no harm. */
@Component(Bean.TELL_CAMPAIGN)
class TellCampaignDelegate implements JavaDelegate {

    private final ReportCollection reports;

    TellCampaignDelegate(ReportCollection reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String campaign = BusinessKey.of(execution).campaign();
        if (reports.isHeldOpen(campaign)) {
            return;
        }
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(ReviewCampaignProcess.Message.ALL_ACCOUNTED_FOR)
                .processInstanceBusinessKey(campaign)
                .tenantId(execution.getTenantId())
                .correlateAll();
    }
}
