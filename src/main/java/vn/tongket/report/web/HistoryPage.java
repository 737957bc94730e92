package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tongket.campaign.Decisions;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportHistory;
import vn.tongket.report.ReportPlaces;
import vn.tongket.report.ReportView;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.Vietnamese;

/** The page of a report's history. */
@Controller
class HistoryPage {

    /** A line of the table. */
    record Line(String at, String who, String what, String where, String version, String details) {

        static Line of(ReportHistory.Entry entry, ReportPlaces places) {
            return new Line(
                    Vietnamese.minute(entry.at()),
                    Optional.ofNullable(entry.name())
                            .or(() -> Optional.ofNullable(entry.actor()))
                            .orElse(Decisions.SYSTEM),
                    entry.what(),
                    entry.place() == null ? "" : places.name(entry.place()),
                    entry.version() == null ? "" : "lần " + entry.version(),
                    Optional.ofNullable(entry.details()).orElse(""));
        }
    }

    private final ReportHistory history;
    private final ReportDrafting drafting;
    private final ReportAccess access;

    HistoryPage(ReportHistory history, ReportDrafting drafting, ReportAccess access) {
        this.history = history;
        this.drafting = drafting;
        this.access = access;
    }

    @GetMapping("/reports/{campaign}/{unit}/history")
    String show(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        access.requireReader(campaign, unit, CurrentUser.require());
        ReportHistory.Page found = history.page(campaign, unit, page);
        ReportView view = drafting.view(campaign, unit);
        ReportPlaces places = view.form().places();
        List<Line> lines =
                found.entries().stream().map(entry -> Line.of(entry, places)).toList();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("view", view);
        model.addAttribute("lines", lines);
        model.addAttribute("page", found);
        model.addAttribute("embedded", ReportPage.isEmbedded(request));
        return "report/history";
    }
}
