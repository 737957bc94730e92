package vn.tongket.workflow.unitreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.cascade.OwnCampaigns;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Variable;

/** The unit has the plan and says how it will hold its review. */
@Component
class ReceivePlanHandler implements TaskHandler {

    private static final String REVIEW_FORM = "reviewForm";
    private static final String PERSON_IN_CHARGE = "personInCharge";
    private static final String OWN_DATE = "ownDate";

    /** Facts of the form: whether the unit can open a campaign of its own, and the page for it. */
    private static final String OPENABLE = "ownCampaignOpenable";

    private static final String OWN_CAMPAIGN = "ownCampaignPage";

    private static final int WORKING_DAYS = 5;

    private final ReportService reports;
    private final OwnCampaigns own;
    private final DueDays dueDays;

    ReceivePlanHandler(ReportService reports, OwnCampaigns own, DueDays dueDays) {
        this.reports = reports;
        this.own = own;
        this.dueDays = dueDays;
    }

    @Override
    public String taskKey() {
        return Task.RECEIVE_PLAN;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.CAN_BO);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return Optional.of(dueDays.in(WORKING_DAYS));
    }

    @Override
    public Map<String, Object> facts(BusinessKey key) {
        String page = UriComponentsBuilder.newInstance()
                .pathSegment("reports", key.campaign(), key.requireUnit(), "own-campaign")
                .encode()
                .toUriString();
        return Map.of(OPENABLE, own.isOpenable(key.campaign(), key.requireUnit()), OWN_CAMPAIGN, page);
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        LocalDate ownDate = answers.date(OWN_DATE);
        reports.receivePlan(
                key.campaign(),
                key.requireUnit(),
                new ReceivePlan(ReviewForm.valueOf(answers.text(REVIEW_FORM)), answers.text(PERSON_IN_CHARGE), ownDate),
                actor.id());
        return Map.of(Variable.OWN_DATE_AT, EngineDates.endOf(ownDate));
    }
}
