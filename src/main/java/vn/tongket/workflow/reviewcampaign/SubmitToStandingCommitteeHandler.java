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
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The Standing Committee agrees to the report or returns it with remarks. */
@Component
class SubmitToStandingCommitteeHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String AGREE = "agree";
    private static final String REMARKS = "remarks";

    private final CampaignService campaigns;
    private final SynthesisService synthesis;

    SubmitToStandingCommitteeHandler(CampaignService campaigns, SynthesisService synthesis) {
        this.campaigns = campaigns;
        this.synthesis = synthesis;
    }

    @Override
    public String taskKey() {
        return Task.SUBMIT_TO_STANDING_COMMITTEE;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.THUONG_TRUC);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "standing_committee");
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean agreed = answers.chose(DECISION, AGREE);
        if (agreed) {
            synthesis.agree(key.campaign(), actor.id());
        } else {
            synthesis.sendBack(key.campaign(), answers.text(REMARKS), actor.id());
        }
        return Map.of(Variable.REPORT_AGREED, agreed);
    }
}
