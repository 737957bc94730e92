package vn.tongket.workflow.unitreview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Variable;

/** The unit's chair signs and so sends the report, or returns it to the writers. */
@Component
class SignUnitReportHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String SIGN = "sign";
    private static final String NUMBER = "number";
    private static final String SIGNED_ON = "signedOn";
    private static final String REASON = "reason";

    private final ReportService reports;
    private final OwnReportNumber numbers;
    private final Clock clock;

    SignUnitReportHandler(ReportService reports, OwnReportNumber numbers, Clock clock) {
        this.reports = reports;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return Task.SIGN_UNIT_REPORT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.CHU_TICH);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return Optional.of(reports.owedBy(key.campaign(), key.requireUnit()));
    }

    @Override
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        Map<String, @Nullable Object> proposals = new HashMap<>();
        proposals.put(SIGNED_ON, EngineDates.today(clock).toString());
        numbers.of(key.campaign(), key.requireUnit()).ifPresent(number -> proposals.put(NUMBER, number));
        return proposals;
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean signed = answers.chose(DECISION, SIGN);
        if (signed) {
            SignReport command = new SignReport(answers.text(NUMBER), answers.date(SIGNED_ON));
            reports.sign(key.campaign(), key.requireUnit(), command, actor.id());
        } else {
            reports.sendBackToWriters(key.campaign(), key.requireUnit(), answers.text(REASON), actor.id());
        }
        return Map.of(Variable.REPORT_SIGNED, signed);
    }
}
