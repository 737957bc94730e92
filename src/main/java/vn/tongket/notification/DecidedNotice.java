package vn.tongket.notification;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.SubmissionState;

/**
 * What all units of a group in one state get, or, without a group, what is told about the whole campaign.
 *
 * @param group null for the whole campaign
 * @param state the units' state at the moment of writing decides; null for the whole campaign
 * @param skipped missed, and overtaken by a later one: written down, not sent
 * @param details what the text needs, as in {@link Notice}
 */
record DecidedNotice(
        @Nullable OwingGroup group,
        @Nullable SubmissionState state,
        NoticeRules.Told told,
        String occasion,
        LocalDate deadline,
        boolean skipped,
        Map<String, Object> details) {}
