package vn.tongket.security;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses queries from the web that carry an expression for the engine to evaluate: in the body at any depth, so also
 * inside {@code orQueries} and stored filters (CVE-2026-109432), and in the address. Nobody needs them: the shared
 * filters are made at start.
 */
class ExpressionGuard extends OncePerRequestFilter {

    private static final RequestMatcher ENGINE = ClosedPaths.anyOf("/camunda/api/**");
    private static final int LARGEST_BODY = 2 * 1024 * 1024;
    private static final int DEEPEST_BODY = 32;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_BODY)
                    .build())
            .build();

    private final Problems problems;

    ExpressionGuard(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!ENGINE.matches(request)) {
            chain.doFilter(request, response);
        } else if (Collections.list(request.getParameterNames()).stream().anyMatch(ExpressionGuard::isExpression)) {
            refuse(response, "Không nhận biểu thức trong yêu cầu.");
        } else if (isForm(request.getContentType())) {
            chain.doFilter(request, response);
        } else {
            checkBody(request, response, chain);
        }
    }

    private void checkBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        String fault = body.length > LARGEST_BODY ? "Yêu cầu quá lớn." : faultOf(body);
        if (fault == null) {
            chain.doFilter(new RereadRequest(request, body), response);
        } else {
            refuse(response, fault);
        }
    }

    private static @Nullable String faultOf(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
                    return "Không nhận biểu thức trong yêu cầu.";
                }
            }
            return null;
        } catch (IOException unreadable) {
            return "Không đọc được yêu cầu.";
        }
    }

    private static boolean isExpression(String name) {
        return name.strip().toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /** Files and simple forms: the engine reads no query from them. */
    private static boolean isForm(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded");
    }

    private void refuse(HttpServletResponse response, String detail) throws IOException {
        problems.write(response, HttpStatus.BAD_REQUEST, detail);
    }
}
