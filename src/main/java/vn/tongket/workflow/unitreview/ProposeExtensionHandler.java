package vn.tongket.workflow.unitreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.extension.ExtensionCommands.Propose;
import vn.tongket.extension.Extensions;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;

/** The focal department says what it thinks of a unit's request for more time. */
@Component
class ProposeExtensionHandler implements TaskHandler {

    private static final String RECOMMENDATION = "recommendation";
    private static final String GRANT = "grant";
    private static final String PROPOSED_DAY = "proposedDay";
    private static final String NOTE = "note";

    private static final int WORKING_DAYS = 2;

    private final Extensions extensions;
    private final DueDays dueDays;

    ProposeExtensionHandler(Extensions extensions, DueDays dueDays) {
        this.extensions = extensions;
        this.dueDays = dueDays;
    }

    @Override
    public String taskKey() {
        return Task.PROPOSE_EXTENSION;
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
        return Map.of(
                PROPOSED_DAY,
                extensions.open(key.campaign(), key.requireUnit()).askedDay().toString());
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean favoured = answers.chose(RECOMMENDATION, GRANT);
        LocalDate day = favoured ? answers.date(PROPOSED_DAY) : null;
        extensions.propose(
                key.campaign(), key.requireUnit(), new Propose(favoured, day, answers.optionalText(NOTE)), actor.id());
        return Map.of();
    }
}
