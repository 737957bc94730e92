package vn.tongket.workflow.unitreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.Exemptions;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Variable;

/** The standing body decides whether the unit need not report. */
@Component
class DecideExemptionHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String GRANT = "grant";
    private static final String ANSWER = "answer";
    private static final String REASON = "reason";

    private static final int WORKING_DAYS = 3;

    private final Exemptions exemptions;
    private final DueDays dueDays;

    DecideExemptionHandler(Exemptions exemptions, DueDays dueDays) {
        this.exemptions = exemptions;
        this.dueDays = dueDays;
    }

    @Override
    public String taskKey() {
        return Task.DECIDE_EXEMPTION;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.THUONG_TRUC);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return Optional.of(dueDays.in(WORKING_DAYS));
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean granted = answers.chose(DECISION, GRANT);
        if (granted) {
            exemptions.grant(key.campaign(), key.requireUnit(), answers.optionalText(ANSWER), actor.id());
        } else {
            exemptions.refuse(key.campaign(), key.requireUnit(), answers.text(REASON), actor.id());
        }
        return Map.of(Variable.EXEMPTION_GRANTED, granted);
    }
}
