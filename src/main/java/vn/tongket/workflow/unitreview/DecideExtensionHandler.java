package vn.tongket.workflow.unitreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.ExtensionRequest;
import vn.tongket.extension.Extensions;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;
import vn.tongket.workflow.unitreview.UnitReviewProcess.Task;

/** The standing body grants a unit more time or refuses it. */
@Component
class DecideExtensionHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String GRANT = "grant";
    private static final String GRANTED_DAY = "grantedDay";
    private static final String WORDS = "words";

    private static final int WORKING_DAYS = 2;

    private final Extensions extensions;
    private final DueDays dueDays;

    DecideExtensionHandler(Extensions extensions, DueDays dueDays) {
        this.extensions = extensions;
        this.dueDays = dueDays;
    }

    @Override
    public String taskKey() {
        return Task.DECIDE_EXTENSION;
    }

    @Override
    public List<UnionRole> roles() {
        return List.of(UnionRole.THUONG_TRUC);
    }

    @Override
    public Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates) {
        return Optional.of(dueDays.in(WORKING_DAYS));
    }

    /** The day that the focal department is for, else the one that was asked for. */
    @Override
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        ExtensionRequest request = extensions.open(key.campaign(), key.requireUnit());
        LocalDate day = Optional.ofNullable(request.proposal())
                .map(ExtensionRequest.Proposal::day)
                .orElse(request.askedDay());
        return Map.of(GRANTED_DAY, day.toString());
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean granted = answers.chose(DECISION, GRANT);
        LocalDate day = granted ? answers.date(GRANTED_DAY) : null;
        extensions.decide(
                key.campaign(), key.requireUnit(), new Decide(granted, day, answers.optionalText(WORDS)), actor.id());
        return Map.of();
    }
}
