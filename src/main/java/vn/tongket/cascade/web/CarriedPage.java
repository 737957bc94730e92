package vn.tongket.cascade.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.cascade.CarryUpward;
import vn.tongket.cascade.CarryUpward.Change;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportView;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureValue;
import vn.tongket.statistics.Indicator;

/** The totals of a union's own campaign beside what lies in its draft, and the button that brings them there. */
@Controller
@RequestMapping("/reports/{campaign}/{unit}/carried")
class CarriedPage {

    /** A change as people read it. */
    public record Line(String place, String address, String was, String now, boolean overwritten) {}

    private final CarryUpward upward;
    private final ReportDrafting drafting;
    private final ReportAccess access;

    CarriedPage(CarryUpward upward, ReportDrafting drafting, ReportAccess access) {
        this.upward = upward;
        this.drafting = drafting;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return page(campaign, unit, null);
    }

    @PostMapping
    ModelAndView takeOver(@PathVariable String campaign, @PathVariable String unit) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        try {
            upward.takeOver(campaign, unit, user.id());
            return new ModelAndView("redirect:/reports/{campaign}/{unit}/carried");
        } catch (DomainException refusal) {
            return page(campaign, unit, refusal.getMessage());
        }
    }

    private ModelAndView page(String campaign, String unit, @Nullable String refusal) {
        ReportView view = drafting.unitView(campaign, unit);
        var carried = upward.carried(campaign, unit).orElse(null);
        FigureForm form = view.form().figures();
        List<Line> lines = carried == null
                ? List.of()
                : carried.changes().stream().map(change -> line(change, form)).toList();
        return new ModelAndView("cascade/carried")
                .addObject("view", view)
                .addObject("carried", carried)
                .addObject("lines", lines)
                .addObject("mayWrite", access.mayWrite(campaign, unit, CurrentUser.require()))
                .addObject("refusal", refusal);
    }

    private static Line line(Change change, FigureForm form) {
        Indicator row = form.indicator(change.indicator());
        return new Line(
                form.place(change.indicator(), change.year()),
                change.indicator() + "/" + change.year(),
                shown(change.was(), row),
                shown(change.now(), row),
                change.overwritten());
    }

    private static String shown(@Nullable String canonical, @Nullable Indicator row) {
        if (canonical == null || row == null) {
            return "(để trống)";
        }
        FigureValue value = FigureValue.parse(row, canonical);
        return value == null ? "(để trống)" : value.show(row);
    }
}
