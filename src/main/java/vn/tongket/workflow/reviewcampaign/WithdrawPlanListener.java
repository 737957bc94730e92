package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.PlanWithdrawn;
import vn.tongket.shared.DomainException;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Message;

/**
 * The plan was withdrawn: what the campaign waits for ends in the same transaction, the units' work after it. Last of all
 * listeners, so that the engine's rows are held as briefly as can be.
 */
@Component
class WithdrawPlanListener {

    private final RuntimeService runtime;
    private final CampaignService campaigns;
    private final AsSystem asSystem;

    WithdrawPlanListener(RuntimeService runtime, CampaignService campaigns, AsSystem asSystem) {
        this.runtime = runtime;
        this.campaigns = campaigns;
        this.asSystem = asSystem;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(PlanWithdrawn event) {
        String tenant = IssuerTenantProvider.tenantOf(campaigns.issuer(event.campaign()));
        try {
            asSystem.run(() -> runtime.createMessageCorrelation(Message.PLAN_WITHDRAWN)
                    .processInstanceBusinessKey(event.campaign())
                    .tenantId(tenant)
                    .correlate());
        } catch (MismatchingMessageCorrelationException e) {
            throw DomainException.refused(
                    "Chiến dịch này được mở từ phiên bản trước của phần mềm và chưa có bước thu hồi kế hoạch.");
        } catch (OptimisticLockingException | ConcurrencyFailureException e) {
            throw DomainException.conflict("Chiến dịch vừa có việc được xử lý cùng lúc; hãy thử thu hồi một lần nữa.");
        }
    }
}
