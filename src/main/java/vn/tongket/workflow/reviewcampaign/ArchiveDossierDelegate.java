package vn.tongket.workflow.reviewcampaign;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Bean;

/** Closes the campaign's dossier. */
@Component(Bean.ARCHIVE_DOSSIER)
class ArchiveDossierDelegate implements JavaDelegate {

    private final OfficialDocuments documents;

    ArchiveDossierDelegate(OfficialDocuments documents) {
        this.documents = documents;
    }

    @Override
    public void execute(DelegateExecution execution) {
        documents.archive(BusinessKey.of(execution).campaign());
    }
}
