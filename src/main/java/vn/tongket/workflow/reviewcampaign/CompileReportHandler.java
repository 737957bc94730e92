package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.synthesis.SynthesisService;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The consolidated report is compiled and goes to the Standing Committee. */
@Component
class CompileReportHandler implements TaskHandler {

    private final CampaignService campaigns;
    private final SynthesisService synthesis;

    CompileReportHandler(CampaignService campaigns, SynthesisService synthesis) {
        this.campaigns = campaigns;
        this.synthesis = synthesis;
    }

    @Override
    public String taskKey() {
        return Task.COMPILE_REPORT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "comments");
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        synthesis.finishCompiling(key.campaign(), actor.id());
        return Map.of();
    }
}
