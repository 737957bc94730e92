package vn.tongket.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.tongket.organization.UnionRole;

/**
 * Who may open Cockpit: head, Standing Committee and observer of an issuer. All of them share the group {@link #GROUP},
 * which may read every instance of both models; their tenant keeps them to their own campaigns. It is given at login
 * and has no members in the engine's tables.
 */
final class CampaignReaders {

    static final String GROUP = "campaignreaders";

    private static final Set<UnionRole> ROLES = Set.of(UnionRole.TRUONG_BAN, UnionRole.THUONG_TRUC, UnionRole.QUAN_SAT);

    private CampaignReaders() {}

    /**
     * The groups to hand to the engine. A person who also works for a unit in somebody else's campaign is a member of
     * that tenant as well, and would read its other units: such a person gets no Cockpit.
     */
    static List<String> seenByEngine(List<String> groups, List<String> tenants) {
        if (tenants.isEmpty() || !tenants.stream().allMatch(tenant -> readsAllOf(tenant, groups))) {
            return groups;
        }
        List<String> all = new ArrayList<>(groups);
        all.add(GROUP);
        return all;
    }

    private static boolean readsAllOf(String tenant, List<String> groups) {
        return ROLES.stream().anyMatch(role -> groups.contains(role.group(tenant)));
    }
}
