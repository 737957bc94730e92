package vn.tongket.report.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/** Shows a refusal on the page of its form: each sentence at its field, else above the form. */
final class FieldFaults {

    private FieldFaults() {}

    static ModelAndView none(ModelAndView page) {
        return page.addObject("wrong", Map.of());
    }

    /** The page with what was typed, and what is wrong with it; other refusals go to the error page. */
    static ModelAndView show(ModelAndView page, DomainException refusal) {
        if (refusal.kind() != DomainException.Kind.REFUSED && refusal.kind() != DomainException.Kind.CONFLICT) {
            throw refusal;
        }
        Map<String, String> wrong = refusal.faults().stream()
                .collect(Collectors.toMap(Fault::path, Fault::message, (first, second) -> first));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("wrong", wrong);
        return wrong.isEmpty() ? page.addObject("refusal", refusal.getMessage()) : page;
    }
}
