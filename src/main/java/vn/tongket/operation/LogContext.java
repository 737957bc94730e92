package vn.tongket.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Puts the campaign, and the unit, that a request is about beside each line that it logs, under the name that the
 * engine and the mail use for their own lines: {@code TK-20NQTW-2017/SONGDA}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LogContext extends OncePerRequestFilter {

    private static final String KEY = "businessKey";
    private static final List<PathPattern> ADDRESSES = Stream.of(
                    "/reports/{campaign}/{unit}/**",
                    "/api/reports/{campaign}/{unit}/**",
                    "/campaigns/{campaign}/**",
                    "/api/campaigns/{campaign}/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    /** What a code looks like: an address can hold anything, a line break too. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._-]{1,60}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String about =
                about(request.getRequestURI().substring(request.getContextPath().length()));
        if (about == null) {
            chain.doFilter(request, response);
        } else {
            try (var context = MDC.putCloseable(KEY, about)) {
                chain.doFilter(request, response);
            }
        }
    }

    /** The business key of what the path is about; null when it is about no campaign. */
    static @Nullable String about(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return ADDRESSES.stream()
                .map(address -> address.matchAndExtract(parsed))
                .filter(Objects::nonNull)
                .map(PathPattern.PathMatchInfo::getUriVariables)
                .filter(codes -> codes.values().stream()
                        .allMatch(code -> CODE.matcher(code).matches()))
                .map(codes -> Stream.of("campaign", "unit")
                        .map(codes::get)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("/")))
                .findFirst()
                .orElse(null);
    }
}
