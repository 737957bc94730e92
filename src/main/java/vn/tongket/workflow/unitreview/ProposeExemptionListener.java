package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ExemptionProposed;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Message;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Variable;

/** An exemption was proposed: the standing body gets its task, while the unit goes on, in the same transaction. */
@Component
class ProposeExemptionListener {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    ProposeExemptionListener(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(ExemptionProposed event) {
        String tenant = IssuerTenantProvider.tenantOf(campaigns.issuer(event.campaign()));
        asSystem.run(() -> runtime.createMessageCorrelation(Message.EXEMPTION_PROPOSED)
                .processInstanceBusinessKey(
                        BusinessKey.ofUnit(event.campaign(), event.unit()).toString())
                .tenantId(tenant)
                // Declared there, the decision stays there.
                .setVariableToTriggeredScope(Variable.EXEMPTION_GRANTED, false)
                .correlate());
    }
}
