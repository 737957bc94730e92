package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportRecalled;
import vn.tongket.shared.DomainException;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/**
 * A unit took its report back: it is neither registered nor reviewed any more, and the writers have it again, in the
 * same transaction.
 */
@Component
class RecallReportListener {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    RecallReportListener(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(ReportRecalled event) {
        String tenant = IssuerTenantProvider.tenantOf(campaigns.issuer(event.campaign()));
        try {
            asSystem.run(() -> correlate(event, tenant));
        } catch (OptimisticLockingException e) {
            throw DomainException.conflict("Báo cáo vừa được vào sổ; hãy thử rút lại một lần nữa.");
        }
    }

    private void correlate(ReportRecalled event, String tenant) {
        runtime.createMessageCorrelation(UnitReviewProcess.Message.REPORT_RECALLED)
                .processInstanceBusinessKey(
                        BusinessKey.ofUnit(event.campaign(), event.unit()).toString())
                .tenantId(tenant)
                .correlate();
    }
}
