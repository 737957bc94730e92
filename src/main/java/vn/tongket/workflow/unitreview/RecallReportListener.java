package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.report.ReportRecalled;
import vn.tongket.shared.DomainException;

/**
 * A unit took its report back: it is neither registered nor reviewed any more, and the writers have it again, in the
 * same transaction.
 */
@Component
class RecallReportListener {

    private final UnitMessages messages;

    RecallReportListener(UnitMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(ReportRecalled event) {
        try {
            messages.tell(UnitReviewProcess.Message.REPORT_RECALLED, event.campaign(), event.unit());
        } catch (OptimisticLockingException e) {
            throw DomainException.conflict("Báo cáo vừa được vào sổ; hãy thử rút lại một lần nữa.");
        }
    }
}
