package vn.tongket.workflow.unitreview;

import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.shared.DomainException;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** Tells one unit's process what happened, in the transaction in which it happened. */
@Component
class UnitMessages {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    UnitMessages(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    void tell(String message, String campaign, String unit) {
        tell(message, campaign, unit, Map.of());
    }

    /**
     * Refused when the process does not wait for it: it is over, or goes by a model of an earlier version.
     *
     * @param local declared in the scope that the message starts, and staying there
     */
    void tell(String message, String campaign, String unit, Map<String, Object> local) {
        String tenant = IssuerTenantProvider.tenantOf(campaigns.issuer(campaign));
        try {
            asSystem.run(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(
                            BusinessKey.ofUnit(campaign, unit).toString())
                    .tenantId(tenant)
                    .setVariablesToTriggeredScope(local)
                    .correlate());
        } catch (MismatchingMessageCorrelationException e) {
            throw DomainException.refused("Việc của đơn vị trong chiến dịch này đã kết thúc, hoặc được mở từ phiên bản"
                    + " trước của phần mềm và chưa có bước này.");
        }
    }
}
