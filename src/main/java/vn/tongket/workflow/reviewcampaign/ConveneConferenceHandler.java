package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.conference.ConferenceService;
import vn.tongket.conference.ConferenceService.Convene;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The office convenes the Executive Committee; invitations go out. */
@Component
class ConveneConferenceHandler implements TaskHandler {

    private static final String HELD_AT = "heldAt";
    private static final String PLACE = "place";
    private static final String AGENDA = "agenda";

    private static final LocalTime USUAL_OPENING = LocalTime.of(8, 0);

    private final CampaignService campaigns;
    private final ConferenceService conferences;

    ConveneConferenceHandler(CampaignService campaigns, ConferenceService conferences) {
        this.campaigns = campaigns;
        this.conferences = conferences;
    }

    @Override
    public String taskKey() {
        return Task.CONVENE_CONFERENCE;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.VAN_PHONG);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return campaigns.milestone(key.campaign(), "conference");
    }

    @Override
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        return campaigns
                .milestone(key.campaign(), "conference")
                .<Map<String, @Nullable Object>>map(
                        day -> Map.of(HELD_AT, day.atTime(USUAL_OPENING).toString()))
                .orElseGet(Map::of);
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        conferences.convene(
                key.campaign(),
                new Convene(answers.dateTime(HELD_AT), answers.text(PLACE), answers.text(AGENDA)),
                actor.id());
        return Map.of();
    }
}
