package vn.tongket.report.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportAttachments;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportGrid;
import vn.tongket.report.ReportLengths;
import vn.tongket.report.ReportPlaces;
import vn.tongket.report.ReportView;
import vn.tongket.report.SubmissionState;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.Vietnamese;

/** The page of one union's report: for its officers to write, for the others to read. Also a tab of a task. */
@Controller
class ReportPage {

    private final ReportDrafting drafting;
    private final ReportGrid grid;
    private final CampaignService campaigns;
    private final ReportAccess access;
    private final ReportLengths lengths;
    private final ReportAttachments attachments;
    private final ObjectWriter json;

    ReportPage(
            ReportDrafting drafting,
            ReportGrid grid,
            CampaignService campaigns,
            ReportAccess access,
            ReportLengths lengths,
            ReportAttachments attachments,
            ObjectMapper mapper) {
        this.drafting = drafting;
        this.grid = grid;
        this.campaigns = campaigns;
        this.access = access;
        this.lengths = lengths;
        this.attachments = attachments;
        this.json = mapper.writer().with(new InsideScript());
    }

    @GetMapping("/reports/{campaign}/{unit}")
    String show(
            @PathVariable String campaign,
            @PathVariable String unit,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws JsonProcessingException {
        CurrentUser user = CurrentUser.require();
        access.requireReader(campaign, unit, user);
        ReportView view = drafting.view(campaign, unit);
        boolean writable = access.mayWrite(unit, user) && view.report().state().isWritable();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("view", view);
        model.addAttribute("writable", writable);
        model.addAttribute("links", ReportLinks.of(view, access, campaigns.issuer(campaign), user));
        model.addAttribute(
                "asksForTime",
                (access.mayWrite(unit, user) || access.isChair(unit, user))
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
        model.addAttribute("data", json.writeValueAsString(data(view, user, writable, request.getContextPath())));
        return "report/page";
    }

    private PageData data(ReportView view, CurrentUser user, boolean writable, String contextPath) {
        String campaign = view.campaign().code();
        String unit = view.participant().unitCode();
        String api = UriComponentsBuilder.fromPath(contextPath)
                .path("/api/reports/")
                .pathSegment(campaign, unit)
                .encode()
                .toUriString();
        return new PageData(
                api,
                user.id(),
                writable,
                lengths.of(view).orElse(null),
                PageData.sections(view.form(), view.sectionVersions()),
                PageData.appendices(view.form()),
                GridJson.of(grid.read(campaign, unit)),
                view.form().lists().stream()
                        .map(list -> PageData.list(list, drafting.list(campaign, unit, list.code())))
                        .toList(),
                PageData.asked(view.returns(), view.form().places()),
                new PageData.FileLimits(attachments.settings().maxFile().toBytes()));
    }

    private static List<ReturnWords> returns(ReportView view) {
        ReportPlaces places = view.form().places();
        return view.returns().stream().map(past -> ReturnWords.of(past, places)).toList();
    }

    static boolean isEmbedded(HttpServletRequest request) {
        return request.getParameter("embedded") != null || "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /** JSON that can stand inside a script element. */
    private static final class InsideScript extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] escapes = standardAsciiEscapesForJSON();

        InsideScript() {
            for (char special : new char[] {'<', '>', '&'}) {
                escapes[special] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public @Nullable SerializedString getEscapeSequence(int character) {
            return null;
        }
    }
}
