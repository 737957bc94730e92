package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;

/** Asks the chair for the reason, and whether the report is really to be taken back. */
@Controller
@RequestMapping("/reports/{campaign}/{unit}/recall")
class RecallPage {

    private final ReportService reports;
    private final ReportDrafting drafting;
    private final ReportAccess access;

    RecallPage(ReportService reports, ReportDrafting drafting, ReportAccess access) {
        this.reports = reports;
        this.drafting = drafting;
        this.access = access;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String campaign, @PathVariable String unit, HttpServletResponse response) {
        access.requireChair(campaign, unit, CurrentUser.require());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return FieldFaults.none(page(campaign, unit));
    }

    @PostMapping
    ModelAndView recall(@PathVariable String campaign, @PathVariable String unit, @RequestParam String reason) {
        CurrentUser user = CurrentUser.require();
        access.requireChair(campaign, unit, user);
        try {
            reports.recall(campaign, unit, PlainText.clean(reason), user.id());
            return new ModelAndView("redirect:/reports/{campaign}/{unit}");
        } catch (DomainException refusal) {
            return FieldFaults.show(page(campaign, unit).addObject("reason", reason), refusal);
        }
    }

    private ModelAndView page(String campaign, String unit) {
        return new ModelAndView("report/recall").addObject("view", drafting.unitView(campaign, unit));
    }
}
