package vn.tongket.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a session the groups that its person has now, not those of the login: who is taken out of a group or put into
 * one need not log out for it to count.
 */
class GroupsOfToday extends OncePerRequestFilter {

    private final Accounts accounts;

    GroupsOfToday(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.isAuthenticated()) {
            Set<String> groups = accounts.groupsOf(login.getName());
            if (!groups.equals(groupsOf(login))) {
                SecurityContext fresh = SecurityContextHolder.createEmptyContext();
                fresh.setAuthentication(AccountsLogin.loggedIn(login, groups));
                SecurityContextHolder.setContext(fresh);
            }
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(request.getContextPath() + "/css/")
                || path.startsWith(request.getContextPath() + "/js/")
                || path.startsWith(request.getContextPath() + "/webjars/");
    }

    private static Set<String> groupsOf(Authentication login) {
        return login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
    }
}
