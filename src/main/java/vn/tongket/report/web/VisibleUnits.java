package vn.tongket.report.web;

import java.util.List;
import vn.tongket.report.UnitStatus;
import vn.tongket.security.CurrentUser;

/** Cuts the table of units down to what somebody may see, and into its two blocks. */
final class VisibleUnits {

    private VisibleUnits() {}

    /** The lines of the person's own units. */
    static List<UnitStatus> of(CurrentUser user, List<UnitStatus> units) {
        return units.stream()
                .filter(unit -> user.worksFor(unit.participant().unitCode()))
                .toList();
    }

    static List<UnitStatus> block(List<UnitStatus> units, boolean required) {
        return units.stream()
                .filter(unit -> unit.participant().required() == required)
                .toList();
    }
}
