package vn.tongket.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;

/**
 * One thing that the reviewers want mended, and what the unit answers.
 *
 * @param namedBy the reviewer's user id
 * @param answer null until the unit has answered
 */
public record ReturnReason(
        UUID id,
        Reason reason,
        String namedBy,
        Instant namedAt,
        @Nullable String answer) {

    public boolean isAnswered() {
        return answer != null;
    }
}
