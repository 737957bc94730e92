package vn.tongket.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Who is not logged in or may not: a browser gets the login page or an error page, a script a problem in JSON. */
@Component
class LoginNeeded implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    LoginNeeded(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (!WantsJson.test(request)) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else if (cause instanceof TooManyAttempts wait) {
            problems.write(response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(wait.getMessage()));
        } else {
            // Only to a script that spoke of Basic: a browser would open its own dialog over our page.
            if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tong ket\", charset=\"UTF-8\"");
            }
            problems.write(response, HttpStatus.UNAUTHORIZED, Problems.sentence(HttpStatus.UNAUTHORIZED));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (WantsJson.test(request)) {
            // A write without a token is refused before the login is asked for; who has none is told to log in.
            boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
            HttpStatus status = nobody ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
            problems.write(response, status, Problems.sentence(status));
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
