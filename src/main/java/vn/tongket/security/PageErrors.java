package vn.tongket.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.shared.DomainException;

/** What goes wrong on a page, and what no controller caught: the template {@code error}, or JSON for scripts. */
@Controller
@ControllerAdvice
class PageErrors implements ErrorController {

    @ExceptionHandler(DomainException.class)
    Object refused(DomainException refusal, HttpServletRequest request) {
        if (WantsJson.test(request)) {
            return json(ApiErrors.problem(refusal));
        }
        return page(ApiErrors.status(refusal), String.valueOf(refusal.getMessage()))
                .addObject("faults", refusal.faults());
    }

    /** Told here at once: on its way to the error page the upload would be read, and refused, again. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return refused(DomainException.tooLarge(Problems.sentence(HttpStatus.PAYLOAD_TOO_LARGE)), request);
    }

    @RequestMapping("/error")
    Object failed(HttpServletRequest request) {
        HttpStatus status = statusOf(request);
        String sentence = Problems.sentence(status);
        if (WantsJson.test(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
            problem.setInstance(URI.create(WantsJson.addressOf(request)));
            return json(problem);
        }
        return page(status, sentence);
    }

    private static ResponseEntity<ProblemDetail> json(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ModelAndView page(HttpStatus status, String sentence) {
        ModelAndView page = new ModelAndView("error", status);
        return page.addObject("status", status.value()).addObject("sentence", sentence);
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
