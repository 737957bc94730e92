package vn.tongket.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Whether an error is to be told in JSON rather than on a page. */
final class WantsJson {

    private WantsJson() {}

    /** The API and Camunda's own REST always; other addresses if the caller says so. */
    static boolean test(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = (failed == null ? request.getRequestURI() : failed.toString())
                .substring(request.getContextPath().length());
        return path.startsWith("/api/")
                || path.startsWith("/camunda/api/")
                || !accepts(request, "text/html") && (accepts(request, "json") || isJson(request.getContentType()));
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(type);
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String contentType) {
        return contentType != null && contentType.contains("json");
    }
}
