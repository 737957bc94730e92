package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.report.LateAcceptances;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportView;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;

/** Where the head of the focal department lets a unit that sent nothing send after the lock. */
@Controller
@RequestMapping("/reports/{campaign}/{unit}/late-acceptance")
class LateAcceptancePage {

    private final LateAcceptances late;
    private final ReportDrafting drafting;
    private final ReportAccess access;

    LateAcceptancePage(LateAcceptances late, ReportDrafting drafting, ReportAccess access) {
        this.late = late;
        this.drafting = drafting;
        this.access = access;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String campaign, @PathVariable String unit, HttpServletResponse response) {
        access.requireHead(campaign, CurrentUser.require());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return FieldFaults.none(page(campaign, unit));
    }

    @PostMapping
    ModelAndView accept(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason) {
        CurrentUser user = CurrentUser.require();
        access.requireHead(campaign, user);
        try {
            late.accept(campaign, unit, day(until), PlainText.clean(reason), user);
            return new ModelAndView("redirect:/reports/{campaign}/{unit}");
        } catch (DomainException refusal) {
            ModelAndView page = page(campaign, unit).addObject("until", until).addObject("reason", reason);
            return FieldFaults.show(page, refusal);
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            String sentence = "Ngày không đúng; ghi ngày/tháng/năm, ví dụ 25/11/2017.";
            throw DomainException.refused(sentence, List.of(new Fault(LateAcceptances.UNTIL, sentence)));
        }
    }

    private ModelAndView page(String campaign, String unit) {
        ReportView view = drafting.unitView(campaign, unit);
        return new ModelAndView("report/late-acceptance")
                .addObject("view", view)
                .addObject(
                        "acceptable",
                        view.campaign().state().takesLateReports()
                                && view.report().isLate());
    }
}
