package vn.tongket.workflow.unitreview;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.report.ExemptionProposed;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Message;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Variable;

/** An exemption was proposed: the standing body gets its task, while the unit goes on, in the same transaction. */
@Component
class ProposeExemptionListener {

    private final UnitMessages messages;

    ProposeExemptionListener(UnitMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(ExemptionProposed event) {
        messages.tell(
                Message.EXEMPTION_PROPOSED, event.campaign(), event.unit(), Map.of(Variable.EXEMPTION_GRANTED, false));
    }
}
