package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportsClosed;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** Reports were closed, by the lock or by a withdrawal: the units' processes end, in the same transaction. */
@Component
class CloseUnitReviewsListener {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    CloseUnitReviewsListener(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(ReportsClosed event) {
        String tenant = IssuerTenantProvider.tenantOf(campaigns.issuer(event.campaign()));
        asSystem.run(() -> event.units().forEach(unit -> close(BusinessKey.ofUnit(event.campaign(), unit), tenant)));
    }

    private void close(BusinessKey key, String tenant) {
        runtime.createMessageCorrelation(UnitReviewProcess.Message.CAMPAIGN_LOCKED)
                .processInstanceBusinessKey(key.toString())
                .tenantId(tenant)
                .correlateAll();
    }
}
