package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignImported;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** A campaign was imported: its process starts in the same transaction. */
@Component
class StartCampaignListener {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    StartCampaignListener(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(CampaignImported event) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(
                ReviewCampaignProcess.KEY,
                BusinessKey.ofCampaign(event.campaign()).toString(),
                IssuerTenantProvider.startedBy(event.issuer())));
    }
}
