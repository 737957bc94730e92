package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignService;
import vn.tongket.conference.ConferenceService;
import vn.tongket.conference.ConferenceService.Outcome;
import vn.tongket.conference.ConferenceService.RecordOutcome;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Variable;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The office records how the conference ended. */
@Component
class RecordConferenceHandler implements TaskHandler {

    private static final String PRESENT = "present";
    private static final String TOTAL = "total";
    private static final String MINUTES = "minutes";
    private static final String OUTCOME = "outcome";
    private static final String AMENDMENTS = "amendments";

    /** The choices of the form, which are also the values of the routing flag. */
    private static final Map<String, Outcome> OUTCOMES = Map.of(
            "adopted", Outcome.ADOPTED,
            "adoptedWithAmendments", Outcome.ADOPTED_WITH_AMENDMENTS,
            "sentBack", Outcome.SENT_BACK,
            "postponed", Outcome.POSTPONED);

    private final CampaignService campaigns;
    private final ConferenceService conferences;

    RecordConferenceHandler(CampaignService campaigns, ConferenceService conferences) {
        this.campaigns = campaigns;
        this.conferences = conferences;
    }

    @Override
    public String taskKey() {
        return Task.RECORD_CONFERENCE;
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
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        Outcome outcome = answers.choice(OUTCOME, OUTCOMES);
        List<String> amendments = outcome == Outcome.ADOPTED_WITH_AMENDMENTS ? answers.lines(AMENDMENTS) : List.of();
        conferences.recordOutcome(
                key.campaign(),
                new RecordOutcome(
                        answers.number(PRESENT), answers.number(TOTAL), answers.text(MINUTES), outcome, amendments),
                actor.id());
        return Map.of(Variable.CONFERENCE_OUTCOME, answers.text(OUTCOME));
    }
}
