package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportAttachments;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportPlaces;
import vn.tongket.report.ReportView;
import vn.tongket.report.SubmissionState;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.Vietnamese;

/** The page of one union's report: for its officers to write, for the others to read. Also a tab of a task. */
@Controller
class ReportPage {

    private final ReportDrafting drafting;
    private final PageJson json;
    private final OfficeModel office;
    private final CampaignService campaigns;
    private final ReportAccess access;
    private final ReportAttachments attachments;

    ReportPage(
            ReportDrafting drafting,
            PageJson json,
            OfficeModel office,
            CampaignService campaigns,
            ReportAccess access,
            ReportAttachments attachments) {
        this.drafting = drafting;
        this.json = json;
        this.office = office;
        this.campaigns = campaigns;
        this.access = access;
        this.attachments = attachments;
    }

    @GetMapping("/reports/{campaign}/{unit}")
    String show(
            @PathVariable String campaign,
            @PathVariable String unit,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(campaign, unit, user);
        ReportView view = drafting.view(campaign, unit);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (view.participant().office()) {
            office.fill(model, view, user, request);
            return OfficeModel.TEMPLATE;
        }
        boolean writable = access.mayWrite(campaign, unit, user) && view.isWritable();
        model.addAttribute("view", view);
        model.addAttribute("writable", writable);
        model.addAttribute("links", ReportLinks.of(view, access, campaigns.issuer(campaign), user));
        model.addAttribute(
                "asksForTime",
                view.campaign().withdrawal().isEmpty()
                        && (access.isOfficer(unit, user) || access.isChair(unit, user))
                        && SubmissionState.OWING.contains(view.report().state()));
        model.addAttribute("embedded", isEmbedded(request));
        model.addAttribute("parts", Outline.parts(campaigns.definition(campaign), view.form()));
        model.addAttribute(
                "texts", writable ? Map.of() : ReadText.of(view.content().sections()));
        model.addAttribute(
                "fileMegabytes",
                Vietnamese.count(attachments.settings().maxFile().toMegabytes()));
        model.addAttribute("completeness", view.form().completenessOf(view.content()));
        model.addAttribute("lateUntil", view.report().lateUntil().orElse(null));
        model.addAttribute("deadline", Vietnamese.day(view.status().effectiveDeadline()));
        model.addAttribute("returns", returns(view));
        model.addAttribute("facts", ReportFacts.of(view));
        model.addAttribute("data", json.of(view, user, writable, request.getContextPath()));
        return "report/page";
    }

    private static List<ReturnWords> returns(ReportView view) {
        ReportPlaces places = view.form().places();
        return view.returns().stream().map(past -> ReturnWords.of(past, places)).toList();
    }

    static boolean isEmbedded(HttpServletRequest request) {
        return request.getParameter("embedded") != null || "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
