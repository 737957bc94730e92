package vn.tongket.cascade;

import java.util.List;
import vn.tongket.organization.UnionRole;

/**
 * One role of an issuer: who has it already, whom it can be given, and whom it is given where nothing else is chosen.
 *
 * @param held user ids of those who keep it
 * @param eligible user ids of the others who may get it
 * @param proposed of these; none where somebody has the role already
 */
public record StaffPart(UnionRole role, List<String> held, List<String> eligible, List<String> proposed) {

    public StaffPart {
        held = List.copyOf(held);
        eligible = List.copyOf(eligible);
        proposed = List.copyOf(proposed);
    }

    /** Whether a campaign can do without it. */
    public boolean optional() {
        return role == UnionRole.QUAN_SAT;
    }
}
