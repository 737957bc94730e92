package vn.tongket.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Whether an error is to be told in JSON rather than on a page. */
final class WantsJson {

    private WantsJson() {}

    /** The API and Camunda's own REST always; where the API shares an address with a page, unless a page is wanted. */
    static boolean test(HttpServletRequest request) {
        String path = addressOf(request).substring(request.getContextPath().length());
        boolean wantsPage = accepts(request, "text/html");
        if (path.equals("/api/docs") || path.startsWith("/demo/")) {
            return !wantsPage;
        }
        return path.startsWith("/api/")
                || path.startsWith("/camunda/api/")
                || !wantsPage && (accepts(request, "json") || isJson(request.getContentType()));
    }

    /** The address that was asked for, also while its error is being told. */
    static String addressOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(type);
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.contains("json");
    }
}
