package vn.tongket.cascade;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.Deadline.Semantics;
import vn.tongket.organization.UnionRole;
import vn.tongket.shared.ImportFile;

/**
 * What a union chooses for its own campaign.
 *
 * @param department through which reports come in
 * @param nominal the day that the plan names; null where none was typed
 * @param reminders working days before the last working day
 * @param people user ids by role, added to who has the role already
 * @param additions the superior's campaign file with the union's additions; null: the superior's as it is
 */
public record Opening(
        String code,
        String title,
        String department,
        @Nullable LocalDate nominal,
        Semantics semantics,
        List<Integer> reminders,
        Map<UnionRole, List<String>> people,
        @Nullable ImportFile additions) {

    public Opening {
        reminders = List.copyOf(reminders);
        people = Map.copyOf(people);
    }
}
