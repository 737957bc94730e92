package vn.tongket.report.web;

import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells what could not be read of a request, as a problem in JSON. */
@RestControllerAdvice(basePackageClasses = BadRequests.class)
class BadRequests {

    @ExceptionHandler(BadRequest.class)
    ProblemDetail unreadable(BadRequest cause) {
        return ProblemDetail.forStatusAndDetail(cause.status(), String.valueOf(cause.getMessage()));
    }
}
