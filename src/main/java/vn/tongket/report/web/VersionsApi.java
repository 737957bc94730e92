package vn.tongket.report.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportAttachments.Hash;
import vn.tongket.report.ReportContent;
import vn.tongket.report.ReportDiff;
import vn.tongket.report.ReportVersion;
import vn.tongket.report.ReportVersions;
import vn.tongket.report.WholeContent;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.TimeConfiguration;

/** The versions of a report for scripts: what was signed, what changed, and the bytes that were hashed. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
class VersionsApi {

    /** A version without its content. */
    record VersionJson(
            int number,
            String documentNumber,
            LocalDate signedOn,
            String signedBy,
            LocalDateTime sentAt,
            @Nullable Integer incomingNumber,
            String contentHash,
            String hash) {

        static VersionJson of(ReportVersion version) {
            return new VersionJson(
                    version.number(),
                    version.documentNumber(),
                    version.signedOn(),
                    version.signedBy(),
                    LocalDateTime.ofInstant(version.sentAt(), TimeConfiguration.ZONE),
                    version.incomingNumber(),
                    version.contentHash(),
                    version.hash());
        }
    }

    /** A version with all that was signed. */
    record WholeJson(VersionJson version, ReportContent content, List<Hash> attachments) {}

    private final ReportVersions versions;
    private final ReportAccess access;

    VersionsApi(ReportVersions versions, ReportAccess access) {
        this.versions = versions;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<List<VersionJson>> list(@PathVariable String campaign, @PathVariable String unit) {
        requireReader(campaign, unit);
        return answer(versions.all(campaign, unit).stream().map(VersionJson::of).toList());
    }

    @GetMapping("/{number}")
    ResponseEntity<WholeJson> version(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable int number) {
        requireReader(campaign, unit);
        WholeContent whole = versions.whole(campaign, unit, number);
        return answer(new WholeJson(
                VersionJson.of(versions.version(campaign, unit, number)), whole.content(), whole.attachments()));
    }

    /** Against the version before, or against {@code from}. */
    @GetMapping("/{number}/changes")
    ResponseEntity<ReportDiff> changes(
            @PathVariable String campaign,
            @PathVariable String unit,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer from) {
        requireReader(campaign, unit);
        if (number == 1 && from == null) {
            throw DomainException.notFound("Lần gửi 1 là lần đầu, không có lần trước để so sánh.");
        }
        return answer(versions.changes(campaign, unit, from == null ? number - 1 : from, number));
    }

    /** The bytes whose SHA-256 is {@code contentHash}. */
    @GetMapping("/{number}/canonical")
    ResponseEntity<byte[]> canonical(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable int number) {
        requireReader(campaign, unit);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(versions.canonicalContent(campaign, unit, number));
    }

    private void requireReader(String campaign, String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
