package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.conference.ConferenceService;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** Every amendment of the conference is worked in. */
@Component
class FinishReportHandler implements TaskHandler {

    private final CampaignService campaigns;
    private final ConferenceService conferences;

    FinishReportHandler(CampaignService campaigns, ConferenceService conferences) {
        this.campaigns = campaigns;
        this.conferences = conferences;
    }

    @Override
    public String taskKey() {
        return Task.FINISH_REPORT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "report_up");
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        conferences.finishAmendments(key.campaign(), actor.id());
        return Map.of();
    }
}
