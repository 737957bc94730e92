package vn.tongket.campaign.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import vn.tongket.organization.Organization;
import vn.tongket.organization.Organization.Membership;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.Vietnamese;

/** What the bar on top of every page shows to the person logged in; called by {@code layout.html}. */
@Component("pageTop")
class PageTop {

    private static final Set<UnionRole> COCKPIT =
            Set.of(UnionRole.TRUONG_BAN, UnionRole.THUONG_TRUC, UnionRole.QUAN_SAT);

    private final Organization organization;
    private final Accounts accounts;
    private final Environment environment;

    PageTop(Organization organization, Accounts accounts, Environment environment) {
        this.organization = organization;
        this.accounts = accounts;
        this.environment = environment;
    }

    /** Name, roles in words, and which ways are open. */
    public record Top(String name, String roles, boolean cockpit, boolean imports, boolean demo) {}

    /** For whoever makes the present request. */
    public Top now() {
        CurrentUser user = CurrentUser.require();
        List<Membership> memberships = organization.memberships(user.groups());
        boolean administrator = user.isAdministrator();
        return new Top(
                accounts.namesOf(List.of(user.id())).getOrDefault(user.id(), user.id()),
                inWords(memberships, administrator),
                administrator || memberships.stream().anyMatch(membership -> COCKPIT.contains(membership.role())),
                administrator || memberships.stream().anyMatch(membership -> membership.role() == UnionRole.TRUONG_BAN),
                environment.acceptsProfiles(Profiles.of("demo")));
    }

    /** "Văn thư – CĐXDVN"; of several unions the first is named and the others counted. */
    private static String inWords(List<Membership> memberships, boolean administrator) {
        Map<UnionRole, List<String>> unions = new EnumMap<>(UnionRole.class);
        memberships.forEach(membership -> unions.computeIfAbsent(membership.role(), role -> new ArrayList<>())
                .add(membership.unit().shortName()));
        List<String> words = new ArrayList<>();
        if (administrator) {
            words.add("Quản trị hệ thống");
        }
        unions.forEach((role, names) -> words.add(role.label() + " – " + Vietnamese.units(names, 1)));
        return String.join("; ", words);
    }
}
