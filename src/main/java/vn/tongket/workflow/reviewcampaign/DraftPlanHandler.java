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
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The draft of the plan is done and goes to the Standing body. */
@Component
class DraftPlanHandler implements TaskHandler {

    private final CampaignService campaigns;

    DraftPlanHandler(CampaignService campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public String taskKey() {
        return Task.DRAFT_PLAN;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "issue");
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        campaigns.finishDrafting(key.campaign(), actor.id());
        return Map.of();
    }
}
