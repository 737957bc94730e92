package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.report.ReportsOpened;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.engine.AsSystem;
import vn.tongket.workflow.engine.IssuerTenantProvider;

/** Reports were opened: each unit's process starts in the same transaction, so that none starts twice or never. */
@Component
class StartUnitReviewsListener {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    StartUnitReviewsListener(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @EventListener
    void on(ReportsOpened event) {
        asSystem.run(() -> event.units().forEach(unit -> start(event, unit)));
    }

    private void start(ReportsOpened event, String unit) {
        runtime.startProcessInstanceByKey(
                UnitReviewProcess.KEY,
                BusinessKey.ofUnit(event.campaign(), unit).toString(),
                IssuerTenantProvider.startedBy(event.issuer()));
    }
}
