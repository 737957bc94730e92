package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The Standing body approves the plan or returns it with a reason. */
@Component
class ApprovePlanHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String APPROVE = "approve";
    private static final String REASON = "reason";

    private final CampaignService campaigns;

    ApprovePlanHandler(CampaignService campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String taskKey() {
        return Task.APPROVE_PLAN;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.THUONG_TRUC);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "issue");
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean approved = answers.chose(DECISION, APPROVE);
        if (approved) {
            campaigns.approvePlan(key.campaign(), actor.id());
        } else {
            campaigns.returnPlan(key.campaign(), answers.text(REASON), actor.id());
        }
        return Map.of(Variable.PLAN_APPROVED, approved);
    }
}
