package vn.tongket.cascade;

import java.util.List;
import java.util.Map;
import vn.tongket.organization.UnionRole;

/**
 * A union is about to run a campaign of its own, and these of its people take the roles of an issuer. Published in the
 * opening transaction, before the campaign's work begins.
 *
 * @param people user ids by role, none for a role that stays as it is
 */
public record IssuerStaffed(String unit, String shortName, Map<UnionRole, List<String>> people) {

    public IssuerStaffed {
        people = Map.copyOf(people);
    }
}
