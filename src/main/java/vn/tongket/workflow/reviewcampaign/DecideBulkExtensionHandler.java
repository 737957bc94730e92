package vn.tongket.workflow.reviewcampaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.extension.BulkExtensions;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;
import vn.tongket.workflow.DueDays;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;
import vn.tongket.workflow.task.Answers;
import vn.tongket.workflow.task.RoutingDates;
import vn.tongket.workflow.task.TaskHandler;

/** The standing body grants many units more time or refuses it. */
@Component
class DecideBulkExtensionHandler implements TaskHandler {

    private static final String DECISION = "decision";
    private static final String GRANT = "grant";
    private static final String GRANTED_DAY = "grantedDay";
    private static final String WORDS = "words";

    private static final int WORKING_DAYS = 2;

    private final BulkExtensions extensions;
    private final DueDays dueDays;

    DecideBulkExtensionHandler(BulkExtensions extensions, DueDays dueDays) {
        this.extensions = extensions;
        this.dueDays = dueDays;
    }

    @Override
    public String taskKey() {
        return Task.DECIDE_BULK_EXTENSION;
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
    public Map<String, @Nullable Object> proposals(BusinessKey key) {
        return Map.of(GRANTED_DAY, extensions.open(key.campaign()).askedDay().toString());
    }

    @Override
    public Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor) {
        boolean granted = answers.chose(DECISION, GRANT);
        LocalDate day = granted ? answers.date(GRANTED_DAY) : null;
        extensions.decide(key.campaign(), new Decide(granted, day, answers.optionalText(WORDS)), actor.id());
        return Map.of();
    }
}
