package vn.tongket.workflow.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.CurrentUser;
import vn.tongket.workflow.BusinessKey;

/** What is particular to one user task: who does it, until when, what its form proposes, and what a decision does. */
public interface TaskHandler {

    /** The id of the user task in its model. */
    String taskKey();

    /** Who may do it: roles of the issuer, or of the unit for roles that units have. */
    List<UnionRole> roles();

    /** The day until whose end it should be done, if there is one. */
    Optional<LocalDate> dueDay(BusinessKey key, RoutingDates dates);

    /** What its form starts with, by field; a day as {@code 2017-11-05}. */
    default Map<String, @Nullable Object> proposals(BusinessKey key) {
        return Map.of();
    }

    /**
     * What its form shows beside its fields each time somebody opens it, by name: unlike {@link #proposals} as things
     * stand then. Nothing of it is kept or taken back with the form.
     */
    default Map<String, Object> facts(BusinessKey key) {
        return Map.of();
    }

    /** Hands the decision to the domain; answers the routing flags to set on the process, if any. */
    Map<String, Object> decide(BusinessKey key, Answers answers, CurrentUser actor);
}
