package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportCollection;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** After the deadline the head closes the collection or moves the deadline for all. */
@Component
class SettleMissingUnitsHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String CLOSE = "close";
    private static final String NEW_DEADLINE = "newDeadline";
    private static final String REASON = "reason";

    private final CampaignService campaigns;
    private final ReportCollection reports;

    SettleMissingUnitsHandler(CampaignService campaigns, ReportCollection reports) {
        this.campaigns = campaigns;
        this.reports = reports;
    }

    @Override
    public String taskKey() {
        return Task.SETTLE_MISSING_UNITS;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.TRUONG_BAN);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "lock");
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean close = answers.chose(DECISION, CLOSE);
        if (close) {
            reports.closeCollection(key.campaign(), actor.id());
        } else {
            campaigns.moveDeadline(key.campaign(), answers.date(NEW_DEADLINE), answers.text(REASON), actor.id());
        }
        return Map.of(Variable.COLLECTION_CLOSED, close);
    }
}
