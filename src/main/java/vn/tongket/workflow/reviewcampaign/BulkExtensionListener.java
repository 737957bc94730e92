package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignLocked;
import vn.tongket.campaign.CampaignService;
import vn.tongket.extension.ExtensionRequested;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Message;

/** More time was asked for many: the standing body has to decide, until the lock ends the question. */
@Component
class BulkExtensionListener {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    BulkExtensionListener(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener(condition = "#event.unit == null")
    void on(ExtensionRequested event) {
        asSystem.run(
                () -> to(event.campaign(), Message.BULK_EXTENSION_REQUESTED).correlate());
    }

    /** Mostly nobody waits for it. */
    @EventListener
    void on(CampaignLocked event) {
        asSystem.run(() -> to(event.campaign(), Message.COLLECTION_LOCKED).correlateAll());
    }

    private MessageCorrelationBuilder to(String campaign, String message) {
        return runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(campaign)
                .tenantId(IssuerTenantProvider.tenantOf(campaigns.issuer(campaign)));
    }
}
