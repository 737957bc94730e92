package vn.tongket.workflow.unitreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportReview;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Variable;

/**
 * The focal department accepts a report or returns it with a date: with the reasons collected on the page of the task,
 * and those that the form adds.
 */
@Component
class ReviewUnitReportHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String ACCEPT = "accept";
    private static final String REASONS = "reasons";
    private static final String DUE = "due";

    private static final int WORKING_DAYS = 3;
    private static final int WORKING_DAYS_TO_MEND = 5;

    private final ReportReview review;
    private final DueDays dueDays;

    ReviewUnitReportHandler(ReportReview review, DueDays dueDays) {
        this.review = review;
        this.dueDays = dueDays;
    }

    @Override
    public String taskKey() {
        return Task.REVIEW_UNIT_REPORT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return Optional.of(dueDays.in(WORKING_DAYS));
    }

    @Override
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        return Map.of(DUE, dueDays.in(WORKING_DAYS_TO_MEND).toString());
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        if (answers.chose(DECISION, ACCEPT)) {
            review.accept(key.campaign(), key.requireUnit(), actor);
            return Map.of(Variable.REPORT_ACCEPTED, true);
        }
        LocalDate due = answers.date(DUE);
        Set<String> codes = review.returnTargets(key.campaign(), key.requireUnit());
        ReturnReport command = new ReturnReport(ReturnReasons.parse(answers.optionalLines(REASONS), codes), due);
        review.returnToUnit(key.campaign(), key.requireUnit(), command, actor.id());
        return Map.of(Variable.REPORT_ACCEPTED, false);
    }
}
