package vn.tongket.workflow.unitreview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Bean;

/** Enters a sent report in the register of incoming documents. */
@Component(Bean.REGISTER_REPORT)
class RegisterReportDelegate implements JavaDelegate {

    private final OfficialDocuments documents;

    RegisterReportDelegate(OfficialDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        BusinessKey key = BusinessKey.of(execution);
        documents.registerIncoming(key.campaign(), key.requireUnit());
    }
}
