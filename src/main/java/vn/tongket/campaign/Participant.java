package vn.tongket.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tongket.organization.UnionRole;

/**
 * A union's place in a campaign, frozen when the plan is issued: name, category and parent as they were then.
 *
 * @param leaf whether it had no unit below it
 * @param required whether it counts in the denominator; the others are coordinated
 * @param countedIn the campaign of the same tree in which its figures count; null: this one
 * @param office the issuer's own office: its figures add to the totals, and it counts nowhere else
 */
public record Participant(
        UUID id,
        UUID campaignId,
        UUID unitId,
        String unitCode,
        String unitName,
        String shortName,
        String category,
        @Nullable UUID parentId,
        boolean leaf,
        boolean required,
        int position,
        @Nullable UUID countedIn,
        boolean office) {

    /** The group of a role in this union. */
    public String group(UnionRole role) {
        return role.group(unitCode);
    }
}
