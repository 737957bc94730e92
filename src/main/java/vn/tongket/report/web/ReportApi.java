package vn.tongket.report.web;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.Completeness;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportDrafting.Part;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.EntityTag;
import vn.tongket.shared.RequestBodyJson;

/**
 * A report's parts for scripts and pages. Every part carries its version as an entity tag; a write with {@code
 * If-Match} of an older one is answered 412 and changes nothing.
 */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}", produces = MediaType.APPLICATION_JSON_VALUE)
class ReportApi {

    /** A heading's text. */
    record SectionText(String text) {}

    private final ReportDrafting drafting;
    private final ReportAccess access;

    ReportApi(ReportDrafting drafting, ReportAccess access) {
        this.drafting = drafting;
        this.access = access;
    }

    @GetMapping("/sections/{section}")
    ResponseEntity<SectionText> section(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable String section) {
        requireReader(campaign, unit);
        return answer(texts(drafting.section(campaign, unit, section)));
    }

    @PutMapping(path = "/sections/{section}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SectionText> writeSection(
            @PathVariable String campaign,
            @PathVariable String unit,
            @PathVariable String section,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body) {
        String actor = requireWriter(campaign, unit);
        Integer expected = EntityTag.expected(
                ifMatch, () -> drafting.section(campaign, unit, section).version());
        String text = RequestBodyJson.text(body);
        return answer(texts(drafting.writeSection(campaign, unit, section, text, expected, actor)));
    }

    @GetMapping("/figures")
    ResponseEntity<Map<String, Map<String, String>>> figures(@PathVariable String campaign, @PathVariable String unit) {
        requireReader(campaign, unit);
        return answer(drafting.figures(campaign, unit));
    }

    /** Merges: what the body does not name stays; null clears. */
    @PutMapping(path = "/figures", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Map<String, String>>> writeFigures(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body) {
        String actor = requireWriter(campaign, unit);
        Integer expected = EntityTag.expected(
                ifMatch, () -> drafting.figures(campaign, unit).version());
        var patch = RequestJson.figures(body);
        return answer(drafting.writeFigures(campaign, unit, patch, false, expected, actor));
    }

    @GetMapping("/lists/{list}")
    ResponseEntity<List<Map<String, Object>>> list(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable String list) {
        requireReader(campaign, unit);
        return answer(drafting.list(campaign, unit, list));
    }

    @PutMapping(path = "/lists/{list}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Map<String, Object>>> writeList(
            @PathVariable String campaign,
            @PathVariable String unit,
            @PathVariable String list,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body) {
        String actor = requireWriter(campaign, unit);
        Integer expected = EntityTag.expected(
                ifMatch, () -> drafting.list(campaign, unit, list).version());
        var rows = RequestJson.rows(body);
        return answer(drafting.writeList(campaign, unit, list, rows, expected, actor));
    }

    /** What still keeps the report from being signed. */
    @GetMapping("/missing")
    ResponseEntity<List<Fault>> missing(@PathVariable String campaign, @PathVariable String unit) {
        requireReader(campaign, unit);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(drafting.missing(campaign, unit));
    }

    @GetMapping("/progress")
    ResponseEntity<Completeness> progress(@PathVariable String campaign, @PathVariable String unit) {
        requireReader(campaign, unit);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(drafting.completeness(campaign, unit));
    }

    private void requireReader(String campaign, String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
    }

    private String requireWriter(String campaign, String unit) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        return user.id();
    }

    private static Part<SectionText> texts(Part<String> part) {
        return new Part<>(new SectionText(part.value()), part.version());
    }

    private static <T> ResponseEntity<T> answer(Part<T> part) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(part.version()))
                .cacheControl(CacheControl.noStore())
                .body(part.value());
    }
}
