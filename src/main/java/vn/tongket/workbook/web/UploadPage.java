package vn.tongket.workbook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.workbook.Decision;
import vn.tongket.workbook.Decision.Choice;
import vn.tongket.workbook.Difference;
import vn.tongket.workbook.Remark;
import vn.tongket.workbook.Upload;
import vn.tongket.workbook.UploadView;
import vn.tongket.workbook.Uploads;

/** The pages on which an officer hands in a file, reads what is wrong with it and chooses what of it is taken. */
@Controller
@RequestMapping("/reports/{campaign}/{unit}/uploads")
class UploadPage {

    /** Longer lists help nobody; the marked workbook has them whole. */
    private static final int SHOWN = 500;

    private final Uploads uploads;
    private final Received received;
    private final ReportAccess access;

    UploadPage(Uploads uploads, Received received, ReportAccess access) {
        this.uploads = uploads;
        this.received = received;
        this.access = access;
    }

    @ModelAttribute("embedded")
    boolean embedded(HttpServletRequest request) {
        return request.getParameter("embedded") != null || "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    @GetMapping
    ModelAndView list(@PathVariable String campaign, @PathVariable String unit) {
        requireWriter(campaign, unit);
        return listPage(campaign, unit);
    }

    @PostMapping
    ModelAndView upload(@PathVariable String campaign, @PathVariable String unit, @RequestParam MultipartFile file) {
        String actor = requireWriter(campaign, unit);
        try {
            Upload upload = received.take(campaign, unit, file, actor);
            return new ModelAndView(
                    "redirect:/reports/{campaign}/{unit}/uploads/{id}",
                    Map.of("campaign", campaign, "unit", unit, "id", upload.id().toString()));
        } catch (DomainException refusal) {
            ModelAndView page = listPage(campaign, unit)
                    .addObject("refusal", refusal.getMessage())
                    .addObject("file", file.getOriginalFilename());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id) {
        requireWriter(campaign, unit);
        return page(campaign, unit, id, Decision.NONE);
    }

    @PostMapping("/{id}/take")
    ModelAndView take(
            @PathVariable String campaign,
            @PathVariable String unit,
            @PathVariable UUID id,
            @RequestParam String seen,
            @RequestParam MultiValueMap<String, String> form) {
        String actor = requireWriter(campaign, unit);
        Decision decision = new Decision(choices(form), placed(form));
        try {
            uploads.take(campaign, unit, id, seen, decision, actor);
            return to(campaign, unit, id);
        } catch (DomainException refusal) {
            ModelAndView page = page(campaign, unit, id, decision)
                    .addObject("refusal", refusal.getMessage())
                    .addObject("faults", refusal.faults());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id) {
        uploads.discard(campaign, unit, id, requireWriter(campaign, unit));
        return to(campaign, unit, id);
    }

    private static ModelAndView to(String campaign, String unit, UUID id) {
        return new ModelAndView(
                "redirect:/reports/{campaign}/{unit}/uploads/{id}",
                Map.of("campaign", campaign, "unit", unit, "id", id.toString()));
    }

    private ModelAndView listPage(String campaign, String unit) {
        return new ModelAndView("workbook/uploads")
                .addObject("campaign", campaign)
                .addObject("unit", unit)
                .addObject("office", uploads.isOfOffice(campaign, unit))
                .addObject("uploads", uploads.list(campaign, unit));
    }

    private ModelAndView page(String campaign, String unit, UUID id, Decision decision) {
        UploadView view = uploads.view(campaign, unit, id);
        List<Remark> shown =
                view.remarks().subList(0, Math.min(SHOWN, view.remarks().size()));
        return new ModelAndView("workbook/upload")
                .addObject("campaign", campaign)
                .addObject("unit", unit)
                .addObject("view", view)
                .addObject("choices", decision.choices())
                .addObject("placed", decision.placed())
                .addObject(
                        "places",
                        view.report().form().sections().stream()
                                .filter(section -> !section.isHeading())
                                .toList())
                .addObject("sheets", bySheet(shown))
                .addObject("notShown", view.remarks().size() - shown.size())
                .addObject("both", of(view, Difference.Kind.BOTH))
                .addObject("fromFile", byGroup(of(view, Difference.Kind.FILE)))
                .addObject("kept", of(view, Difference.Kind.DRAFT));
    }

    private static Map<String, List<Remark>> bySheet(List<Remark> remarks) {
        return remarks.stream()
                .collect(Collectors.groupingBy(
                        remark -> remark.sheet().isEmpty() ? "Cả tệp" : "Trang " + remark.sheet(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static List<Difference> of(UploadView view, Difference.Kind kind) {
        return view.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    private static Map<String, List<Difference>> byGroup(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(
                        difference -> difference.group().isEmpty() ? "Các mục của đề cương" : difference.group(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** {@code c:PL01.LD/2008=FILE}; a place that only the file changed is sent twice, the second time when ticked. */
    private static Map<String, Choice> choices(MultiValueMap<String, String> form) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith("c:")) {
                choices.put(name.substring(2), values.contains("FILE") ? Choice.FILE : Choice.DRAFT);
            }
        });
        return choices;
    }

    /** {@code p:0=P1.I.1}; nothing chosen yet comes empty, left out as {@code -}. */
    private static Map<Integer, String> placed(MultiValueMap<String, String> form) {
        Map<Integer, String> placed = new LinkedHashMap<>();
        form.toSingleValueMap().forEach((name, value) -> {
            if (name.matches("p:\\d{1,5}") && !value.isEmpty()) {
                placed.put(Integer.valueOf(name.substring(2)), value.equals("-") ? Decision.DROPPED : value);
            }
        });
        return placed;
    }

    private String requireWriter(String campaign, String unit) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        return user.id();
    }
}
