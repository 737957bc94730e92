package vn.tongket.workflow.unitreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportCommands.HoldReview;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Variable;

/** The unit has held its review. */
@Component
class HoldReviewHandler implements TaskHandler {

    private static final String HELD_ON = "heldOn";
    private static final String REVIEW_FORM = "reviewForm";
    private static final String PRESENT = "present";
    private static final String MINUTES = "minutes";

    private final ReportService reports;

    HoldReviewHandler(ReportService reports) {
        this.reports = reports;
    }

    @Override
    public String taskKey() {
        return Task.HOLD_REVIEW;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.CAN_BO);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return dates.day(Variable.OWN_DATE_AT);
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        reports.holdReview(
                key.campaign(),
                key.requireUnit(),
                new HoldReview(
                        answers.date(HELD_ON),
                        ReviewForm.valueOf(answers.text(REVIEW_FORM)),
                        answers.number(PRESENT),
                        answers.optionalText(MINUTES)),
                actor.id());
        return Map.of();
    }
}
