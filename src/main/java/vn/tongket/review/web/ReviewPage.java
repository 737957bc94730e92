package vn.tongket.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.EarlierReport;
import vn.tongket.report.EarlierReports;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportContent;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportForm;
import vn.tongket.report.ReportReturn;
import vn.tongket.report.ReportVersion;
import vn.tongket.report.ReportVersions;
import vn.tongket.report.ReportView;
import vn.tongket.report.SubmissionState;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Paragraphs;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;

/** Where the focal department reads a report as it was sent and collects what has to be mended. Also a tab of a task. */
@Controller
class ReviewPage {

    /** A heading with what the unit wrote under it. */
    record Text(String code, String heading, List<Paragraphs.Block> blocks) {}

    /** A broken check at its first cell; {@code kind} as in {@link ReviewTable}. */
    record Check(
            String place,
            String at,
            String message,
            boolean error,
            @Nullable String explanation) {}

    private final ReportDrafting drafting;
    private final EarlierReports earlier;
    private final ReportVersions versions;
    private final CampaignService campaigns;
    private final ReportAccess access;

    ReviewPage(
            ReportDrafting drafting,
            EarlierReports earlier,
            ReportVersions versions,
            CampaignService campaigns,
            ReportAccess access) {
        this.drafting = drafting;
        this.earlier = earlier;
        this.versions = versions;
        this.campaigns = campaigns;
        this.access = access;
    }

    @GetMapping("/reports/{campaign}/{unit}/review")
    String show(
            @PathVariable String campaign,
            @PathVariable String unit,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CurrentUser user = CurrentUser.require();
        access.requireReviewReader(campaign, user);
        ReportView view = drafting.unitView(campaign, unit);
        ReportVersion version = view.lastVersion()
                .orElseThrow(() -> DomainException.notFound("Đơn vị chưa gửi báo cáo, chưa có gì để thẩm tra."));
        ReportForm form = view.form();
        List<Finding> broken = form.checksOf(version.content()).stream()
                .filter(Finding::isBroken)
                .toList();
        Optional<EarlierReport> before = earlier.of(campaign, unit);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("view", view);
        model.addAttribute("version", version);
        model.addAttribute(
                "sent",
                "Lần gửi %d, số %s, gửi lúc %s"
                        .formatted(version.number(), version.documentNumber(), Vietnamese.minute(version.sentAt())));
        model.addAttribute("user", user.id());
        model.addAttribute("embedded", isEmbedded(request));
        model.addAttribute(
                "collects",
                access.mayReview(campaigns.issuer(campaign), user)
                        && SubmissionState.AWAITING_REVIEW.contains(
                                view.report().state()));
        model.addAttribute("listed", form.returnReasons());
        model.addAttribute("places", form.places());
        model.addAttribute("texts", texts(form, version.content()));
        model.addAttribute("tables", tables(form, version.content(), before.orElse(null), broken));
        model.addAttribute("checks", checks(form, broken));
        model.addAttribute("before", before.orElse(null));
        view.returns().stream()
                .map(ReportReturn::version)
                .filter(returned -> returned < version.number())
                .findFirst()
                .ifPresent(returned -> {
                    model.addAttribute("since", returned);
                    model.addAttribute("changes", versions.changes(campaign, unit, returned, version.number()));
                });
        return "review/page";
    }

    private static List<Text> texts(ReportForm form, ReportContent content) {
        return form.sections().stream()
                .filter(section -> !section.isHeading())
                .map(section -> new Text(
                        section.code(),
                        section.heading(),
                        Paragraphs.blocks(content.sections().getOrDefault(section.code(), ""))))
                .toList();
    }

    private static List<ReviewTable> tables(
            ReportForm form, ReportContent content, @Nullable EarlierReport before, List<Finding> broken) {
        Map<String, List<Finding>> byCell = new LinkedHashMap<>();
        for (Finding finding : broken) {
            for (String row : finding.indicators()) {
                byCell.computeIfAbsent(row + "/" + finding.year(), place -> new ArrayList<>())
                        .add(finding);
            }
        }
        FigureSheet sheet = form.figures().sheet(Figures.of(content.figures()));
        FigureSheet earlier = before == null
                ? null
                : before.form()
                        .figures()
                        .sheet(Figures.of(before.version().content().figures()));
        return form.figures().appendices().stream()
                .map(appendix -> ReviewTable.of(appendix, sheet, earlier, byCell))
                .toList();
    }

    private static List<Check> checks(ReportForm form, List<Finding> broken) {
        return broken.stream()
                .map(finding -> new Check(
                        finding.place(),
                        form.places().name(finding.place()),
                        finding.message(),
                        finding.blocksSigning(),
                        finding.explanation()))
                .toList();
    }

    private static boolean isEmbedded(HttpServletRequest request) {
        return request.getParameter("embedded") != null || "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
