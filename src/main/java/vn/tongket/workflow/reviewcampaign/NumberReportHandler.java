package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.document.OfficialDocuments;
import vn.tongket.document.OfficialDocuments.Proposal;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The records clerk numbers the signed report. */
@Component
class NumberReportHandler implements TaskHandler {

    private static final String NUMBER = "number";
    private static final String DATE = "date";

    private final CampaignService campaigns;
    private final OfficialDocuments documents;

    NumberReportHandler(CampaignService campaigns, OfficialDocuments documents) {
        this.campaigns = campaigns;
        this.documents = documents;
    }

    @Override
    public String taskKey() {
        return Task.NUMBER_REPORT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.VAN_THU);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "report_up");
    }

    @Override
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        Proposal proposal = documents.proposeReport(key.campaign());
        return Map.of(NUMBER, proposal.number(), DATE, proposal.date().toString());
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        documents.issueReport(key.campaign(), answers.number(NUMBER), answers.date(DATE), actor.id());
        return Map.of();
    }
}
