package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The consolidated report is signed. */
@Component
class SignReportHandler implements TaskHandler {

    private static final String SIGNER = "signer";

    private final CampaignService campaigns;
    private final OfficialDocuments documents;

    SignReportHandler(CampaignService campaigns, OfficialDocuments documents) {
        this.campaigns = campaigns;
        this.documents = documents;
    }

    @Override
    public String taskKey() {
        return Task.SIGN_REPORT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.THUONG_TRUC);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "report_up");
    }

    @Override
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        return Map.of(SIGNER, documents.proposeReport(key.campaign()).signer());
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        documents.signReport(key.campaign(), answers.text(SIGNER), actor.id());
        return Map.of();
    }
}
