package vn.tongket.workflow.reviewcampaign;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.LateClosingPlanned;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Message;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;

/** Reports are to be closed at some time: the campaign's process gets a timer for it, in the same transaction. */
@Component
class PlanLateClosingListener {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    PlanLateClosingListener(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(LateClosingPlanned event) {
        String tenant = IssuerTenantProvider.tenantOf(campaigns.issuer(event.campaign()));
        asSystem.run(() -> runtime.createMessageCorrelation(Message.LATE_CLOSING_PLANNED)
                .processInstanceBusinessKey(event.campaign())
                .tenantId(tenant)
                // Declared there, several closings wait beside each other, and open tasks see no variable change.
                .setVariablesToTriggeredScope(
                        Map.of(Variable.LATE_CLOSING_AT, Date.from(event.at()), Variable.MORE_LATE_TO_CLOSE, false))
                .correlateAll());
    }
}
