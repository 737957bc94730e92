package vn.tongket.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tongket.report.Attachment;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportAttachments;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.TimeConfiguration;

/**
 * A report's attachments. They come from outside, so a browser is told to save them, to believe the type that was found
 * in them, and to run nothing that it may yet find.
 */
@RestController
@RequestMapping("/api/reports/{campaign}/{unit}/attachments")
class AttachmentApi {

    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    /** An attachment; {@code version}: the first that was signed with it. */
    record AttachmentJson(
            UUID id,
            String part,
            String name,
            String mediaType,
            int size,
            String sha256,
            String addedBy,
            LocalDateTime addedAt,
            @Nullable Integer version) {

        static AttachmentJson of(Attachment attachment) {
            return new AttachmentJson(
                    attachment.id(),
                    attachment.part().name().toLowerCase(Locale.ROOT),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.sha256(),
                    attachment.addedBy(),
                    LocalDateTime.ofInstant(attachment.addedAt(), TimeConfiguration.ZONE),
                    attachment.sinceVersion());
        }
    }

    private final ReportAttachments attachments;
    private final ReportAccess access;

    AttachmentApi(ReportAttachments attachments, ReportAccess access) {
        this.attachments = attachments;
        this.access = access;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<AttachmentJson>> list(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return answer(campaign, unit);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AttachmentJson> add(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestPart MultipartFile file,
            @RequestParam(defaultValue = "other") String part)
            throws IOException {
        String actor = requireWriter(campaign, unit);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        // The request's own copy may be in memory; from here on the file is on disk.
        Path copy = Files.createTempFile("attachment", ".bin");
        try {
            file.transferTo(copy);
            Attachment added = attachments.add(campaign, unit, part(part), name, copy, actor);
            return ResponseEntity.created(place(added))
                    .cacheControl(CacheControl.noStore())
                    .body(AttachmentJson.of(added));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping("/{id}")
    void download(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id, HttpServletResponse out)
            throws IOException {
        access.requireReader(campaign, unit, CurrentUser.require());
        Attachment attachment = attachments.attachment(campaign, unit, id);
        out.setContentType(attachment.mediaType());
        out.setContentLength(attachment.size());
        out.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(attachment.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        out.setHeader("Content-Security-Policy", NOTHING_RUNS);
        out.setHeader("X-Content-Type-Options", "nosniff");
        out.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        attachments.copy(attachment, out.getOutputStream());
    }

    @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<AttachmentJson>> remove(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id) {
        String actor = requireWriter(campaign, unit);
        attachments.remove(campaign, unit, id, actor);
        return answer(campaign, unit);
    }

    private ResponseEntity<List<AttachmentJson>> answer(String campaign, String unit) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(attachments.list(campaign, unit).stream()
                        .map(AttachmentJson::of)
                        .toList());
    }

    private String requireWriter(String campaign, String unit) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        return user.id();
    }

    private static Attachment.Part part(String words) {
        return switch (words) {
            case "signed_scan" -> Attachment.Part.SIGNED_SCAN;
            case "other" -> Attachment.Part.OTHER;
            default -> throw DomainException.malformed("Loại tệp là \"signed_scan\" hoặc \"other\".");
        };
    }

    private static URI place(Attachment attachment) {
        return ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(attachment.id().toString())
                .build()
                .toUri();
    }
}
