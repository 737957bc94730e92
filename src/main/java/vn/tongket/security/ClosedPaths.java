package vn.tongket.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 404 where the web applications would take a login past ours, or create an administrator without one
 * (CVE-2026-77226).
 */
class ClosedPaths extends OncePerRequestFilter {

    private static final RequestMatcher CLOSED = anyOf(
            "/camunda/api/admin/setup/**",
            "/camunda/app/*/*/setup/**",
            "/camunda/app/*/setup/**",
            "/camunda/api/admin/auth/user/*/login/**");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (CLOSED.matches(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Matches any of the path patterns, whatever the method. */
    static RequestMatcher anyOf(String... patterns) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(p -> (RequestMatcher) paths.matcher(p))
                .toList());
    }
}
