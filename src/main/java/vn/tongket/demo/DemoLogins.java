package vn.tongket.demo;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.Accounts;

/**
 * Which login does what in the demo: {@code tuyengiao} and the like for the issuers of the first organisation file; for
 * issuers that come later, and for every unit, the code's letters and digits with the role ({@code songdacanbo}). Where
 * a union gave its roles to people of its own, it is the first of these.
 */
@Component
@Profile("demo")
class DemoLogins {

    private final Accounts accounts;

    DemoLogins(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The login of that role in that union. */
    String of(UnionRole role, String unitCode) {
        String group = role.group(unitCode);
        List<String> people = accounts.membersOf(List.of(group)).getOrDefault(group, List.of());
        String own = withCode(role, unitCode);
        return Stream.of(role.code(), own)
                .filter(people::contains)
                .findFirst()
                .or(() -> people.stream().findFirst())
                .orElse(own);
    }

    /** The logins of an issuer's staff. */
    Map<UnionRole, String> staffOf(String issuer) {
        Map<UnionRole, String> staff = new EnumMap<>(UnionRole.class);
        Arrays.stream(UnionRole.values())
                .filter(UnionRole::ofIssuer)
                .forEach(role -> staff.put(role, of(role, issuer)));
        return staff;
    }

    static String withCode(UnionRole role, String unitCode) {
        return UnionRole.lettersAndDigits(unitCode).toLowerCase(Locale.ROOT) + role.code();
    }
}
