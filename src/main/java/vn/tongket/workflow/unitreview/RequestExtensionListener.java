package vn.tongket.workflow.unitreview;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.extension.ExtensionRequested;

/** A unit asks for more time: somebody has to propose and decide, beside the unit's own work. */
@Component
class RequestExtensionListener {

    private final UnitMessages messages;

    RequestExtensionListener(UnitMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(ExtensionRequested event) {
        if (event.unit() != null) {
            messages.tell(UnitReviewProcess.Message.EXTENSION_REQUESTED, event.campaign(), event.unit());
        }
    }
}
