package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportVersion;
import vn.tongket.report.ReportVersions;
import vn.tongket.report.ReportView;
import vn.tongket.report.SubmissionState;
import vn.tongket.report.WholeContent;
import vn.tongket.security.Accounts;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/** The versions of a report to read, and, as the tab of the chair's task, the one that is to be signed. */
@Controller
class VersionsPage {

    private final ReportVersions versions;
    private final ReportDrafting drafting;
    private final CampaignService campaigns;
    private final ReportAccess access;
    private final CampaignAccess campaignAccess;
    private final Accounts accounts;

    VersionsPage(
            ReportVersions versions,
            ReportDrafting drafting,
            CampaignService campaigns,
            ReportAccess access,
            CampaignAccess campaignAccess,
            Accounts accounts) {
        this.versions = versions;
        this.drafting = drafting;
        this.campaigns = campaigns;
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.accounts = accounts;
    }

    @GetMapping("/reports/{campaign}/{unit}/versions")
    String list(
            @PathVariable String campaign,
            @PathVariable String unit,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        head(campaign, unit, request, response, model);
        List<ReportVersion> all = versions.all(campaign, unit);
        model.addAttribute("versions", all);
        model.addAttribute(
                "names",
                accounts.namesOf(all.stream().map(ReportVersion::signedBy).toList()));
        return "report/versions";
    }

    /** {@code cell} names the total from which somebody of the issuer comes, {@code PL01.LD/2008}. */
    @GetMapping("/reports/{campaign}/{unit}/versions/{number}")
    String version(
            @PathVariable String campaign,
            @PathVariable String unit,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String cell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportView view = head(campaign, unit, request, response, model);
        ReportVersion version = versions.version(campaign, unit, number);
        String signer =
                accounts.namesOf(List.of(version.signedBy())).getOrDefault(version.signedBy(), version.signedBy());
        model.addAttribute("heading", (view.participant().office() ? "Lần chốt " : "Lần gửi ") + number);
        model.addAttribute("version", version);
        model.addAttribute(
                "facts",
                view.participant().office()
                        ? VersionFacts.ofOffice(version, signer)
                        : VersionFacts.of(version, signer));
        model.addAttribute("contentHash", version.contentHash());
        if (number > 1) {
            model.addAttribute("changes", versions.changes(campaign, unit, number - 1, number));
            model.addAttribute("since", number - 1);
        }
        if (campaignAccess.seesAllUnits(campaign, CurrentUser.require())) {
            FigurePlace.of(cell, view.form().figures()).ifPresent(place -> model.addAttribute("cell", place));
        }
        return whole(campaign, view, versions.whole(campaign, unit, number), model);
    }

    /** What lies before the chair; once it is signed, the version that it became. */
    @GetMapping("/reports/{campaign}/{unit}/signing")
    String signing(
            @PathVariable String campaign,
            @PathVariable String unit,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportView view = head(campaign, unit, request, response, model);
        if (view.participant().office()) {
            throw DomainException.notFound("Số liệu của cơ quan được chốt, không trình ký.");
        }
        SubmissionState state = view.report().state();
        boolean handedOver = state == SubmissionState.INTERNAL_REVIEW;
        ReportVersion last = view.lastVersion().orElse(null);
        if (last != null && !handedOver && !state.isWritable()) {
            return version(campaign, unit, last.number(), "", request, response, model);
        }
        ReportVersions.Handed handed = versions.handed(campaign, unit);
        model.addAttribute("heading", handedOver ? "Bản trình ký, lần gửi " + handed.version() : "Bản dự thảo");
        model.addAttribute("draft", !handedOver);
        model.addAttribute("signing", handedOver);
        model.addAttribute("contentHash", handed.contentHash());
        handed.changes().ifPresent(changes -> {
            model.addAttribute("changes", changes);
            model.addAttribute("since", handed.version() - 1);
        });
        return whole(campaign, view, handed.whole(), model);
    }

    private ReportView head(
            String campaign, String unit, HttpServletRequest request, HttpServletResponse response, Model model) {
        access.requireReader(campaign, unit, CurrentUser.require());
        ReportView view = drafting.view(campaign, unit);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("view", view);
        model.addAttribute("embedded", ReportPage.isEmbedded(request));
        return view;
    }

    private String whole(String campaign, ReportView view, WholeContent whole, Model model) {
        model.addAttribute("whole", ReadReport.of(campaigns.definition(campaign), view.form(), whole));
        return "report/version";
    }
}
