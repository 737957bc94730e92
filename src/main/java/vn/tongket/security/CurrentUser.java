package vn.tongket.security;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.tongket.organization.UnionRole;
import vn.tongket.shared.DomainException;

/** The person logged in: user id and groups ({@code CDXDVNtuyengiao}), for asking who may do what. */
public record CurrentUser(String id, Set<String> groups) {

    /** The engine's group of administrators. */
    public static final String ADMINISTRATORS = "camunda-admin";

    public CurrentUser {
        groups = Set.copyOf(groups);
    }

    /** Whoever makes the present request; refused when nobody is logged in. */
    public static CurrentUser require() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated()) {
            throw DomainException.forbidden("Đồng chí cần đăng nhập.");
        }
        return new CurrentUser(
                login.getName(),
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()));
    }

    public boolean isAdministrator() {
        return groups.contains(ADMINISTRATORS);
    }

    public boolean has(UnionRole role, String unitCode) {
        return groups.contains(role.group(unitCode));
    }

    public boolean hasAny(String unitCode, UnionRole... roles) {
        for (UnionRole role : roles) {
            if (has(role, unitCode)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the person works for that union in any role. */
    public boolean worksFor(String unitCode) {
        return hasAny(unitCode, UnionRole.values());
    }
}
