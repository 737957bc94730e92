package vn.tongket.workflow.unitreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;

/** The report is written and goes to the chair. */
@Component
class WriteUnitReportHandler implements TaskHandler {

    private final ReportService reports;

    WriteUnitReportHandler(ReportService reports) {
        this.reports = reports;
    }

    @Override
    public String taskKey() {
        return Task.WRITE_UNIT_REPORT;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.CAN_BO);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return Optional.of(reports.owedBy(key.campaign(), key.requireUnit()));
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        reports.finishWriting(key.campaign(), key.requireUnit(), actor.id());
        return Map.of();
    }
}
