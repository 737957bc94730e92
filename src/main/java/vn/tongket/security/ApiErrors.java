package vn.tongket.security;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.tongket.shared.DomainException;

/** What goes wrong in a {@code @RestController}, as a problem in JSON with a Vietnamese sentence. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    /** A refusal by the domain; each single fault stands in {@code faults}. */
    @ExceptionHandler(DomainException.class)
    ProblemDetail refused(DomainException refusal) {
        return problem(refusal);
    }

    static ProblemDetail problem(DomainException refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(refusal), String.valueOf(refusal.getMessage()));
        List<Map<String, String>> faults = refusal.faults().stream()
                .map(fault -> Map.of("path", fault.path(), "message", fault.message()))
                .toList();
        if (!faults.isEmpty()) {
            problem.setProperty("faults", faults);
        }
        return problem;
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // Spring's own detail is English and may tell too much.
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Problems.sentence(status));
        return ResponseEntity.status(status).headers(headers).body(problem);
    }

    static HttpStatus status(DomainException refusal) {
        return switch (refusal.kind()) {
            case REFUSED -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case CONFLICT -> HttpStatus.CONFLICT;
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
        };
    }
}
