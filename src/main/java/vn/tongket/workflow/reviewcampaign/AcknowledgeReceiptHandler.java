package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The superior has acknowledged the report. */
@Component
class AcknowledgeReceiptHandler implements TaskHandler {

    private static final String INCOMING_NUMBER = "incomingNumber";
    private static final String RECEIVED_ON = "receivedOn";

    private final OfficialDocuments documents;

    AcknowledgeReceiptHandler(OfficialDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String taskKey() {
        return Task.ACKNOWLEDGE_RECEIPT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.VAN_THU);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return dates.day(Variable.ACKNOWLEDGEMENT_DUE_AT);
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        documents.acknowledge(key.campaign(), answers.text(INCOMING_NUMBER), answers.date(RECEIVED_ON), actor.id());
        return Map.of();
    }
}
