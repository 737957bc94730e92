package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.extension.ExtensionRequested;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** A unit asks for more time: somebody has to propose and decide, beside the unit's own work. */
@Component
class RequestExtensionListener {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    RequestExtensionListener(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener(condition = "#event.unit != null")
    void on(ExtensionRequested event) {
        String tenant = IssuerTenantProvider.tenantOf(campaigns.issuer(event.campaign()));
        BusinessKey key = new BusinessKey(event.campaign(), event.unit());
        asSystem.run(() -> runtime.createMessageCorrelation(UnitReviewProcess.Message.EXTENSION_REQUESTED)
                .processInstanceBusinessKey(key.toString())
                .tenantId(tenant)
                .correlate());
    }
}
