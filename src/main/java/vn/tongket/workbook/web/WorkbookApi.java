package vn.tongket.workbook.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.RequestBodyJson;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.workbook.Decision;
import vn.tongket.workbook.Decision.Choice;
import vn.tongket.workbook.Loose;
import vn.tongket.workbook.Upload;
import vn.tongket.workbook.UploadView;
import vn.tongket.workbook.Uploads;

/** The template and the uploads of one report, for programs. What is uploaded is for the unit's officers alone. */
@RestController
@RequestMapping("/api/reports/{campaign}/{unit}")
class WorkbookApi {

    /** An upload with everything that is to be decided about it. */
    record UploadJson(
            UUID id,
            String name,
            String kind,
            int size,
            String sha256,
            String state,
            int place,
            String uploadedBy,
            LocalDateTime uploadedAt,
            List<RemarkJson> remarks,
            List<DifferenceJson> differences,
            List<Loose> loose,
            String seen) {

        static UploadJson of(UploadView view) {
            Upload upload = view.upload();
            return new UploadJson(
                    upload.id(),
                    upload.name(),
                    lower(upload.kind()),
                    upload.size(),
                    upload.sha256(),
                    lower(upload.state()),
                    upload.place(),
                    upload.uploadedBy(),
                    LocalDateTime.ofInstant(upload.uploadedAt(), TimeConfiguration.ZONE),
                    view.remarks().stream()
                            .map(remark -> new RemarkJson(
                                    lower(remark.level()), remark.place(), remark.path(), remark.message()))
                            .toList(),
                    view.differences().stream()
                            .map(difference -> new DifferenceJson(
                                    lower(difference.kind()),
                                    difference.path(),
                                    difference.base(),
                                    difference.file(),
                                    difference.draft()))
                            .toList(),
                    view.loose(),
                    view.seen());
        }
    }

    /** A remark; {@code place} is in the file, {@code path} in the report. */
    record RemarkJson(String level, String place, String path, String message) {}

    /** A place at which file and draft differ, with values as people read them. */
    record DifferenceJson(
            String changed, String path, @Nullable String base, String file, String draft) {}

    private final Uploads uploads;
    private final Received received;
    private final ReportAccess access;

    WorkbookApi(Uploads uploads, Received received, ReportAccess access) {
        this.uploads = uploads;
        this.received = received;
        this.access = access;
    }

    @GetMapping("/workbook.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return Downloads.workbook(uploads.template(campaign, unit), "Bieu-mau-%s-%s.xlsx".formatted(unit, campaign));
    }

    @GetMapping("/outline.docx")
    ResponseEntity<byte[]> outline(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return Downloads.document(uploads.outline(campaign, unit), "De-cuong-%s-%s.docx".formatted(unit, campaign));
    }

    @PostMapping(
            path = "/uploads",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadJson> upload(
            @PathVariable String campaign, @PathVariable String unit, @RequestPart MultipartFile file) {
        String actor = requireWriter(campaign, unit);
        Upload upload = received.take(campaign, unit, file, actor);
        URI place = ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(upload.id().toString())
                .build()
                .toUri();
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(place)
                .cacheControl(CacheControl.noStore())
                .body(UploadJson.of(uploads.view(campaign, unit, upload.id())));
    }

    @GetMapping(path = "/uploads/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadJson> read(@PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id) {
        requireWriter(campaign, unit);
        return answer(campaign, unit, id);
    }

    /** Takes what the file changed into the draft, with the body's choices. */
    @PostMapping(
            path = "/uploads/{id}/take",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadJson> take(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id, InputStream body) {
        String actor = requireWriter(campaign, unit);
        JsonNode json = RequestBodyJson.read(body);
        Decision decision = new Decision(choices(json.path("choices")), placed(json.path("placed")));
        uploads.take(campaign, unit, id, json.path("seen").asText(), decision, actor);
        return answer(campaign, unit, id);
    }

    @DeleteMapping(path = "/uploads/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<UploadJson> discard(
            @PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id) {
        uploads.discard(campaign, unit, id, requireWriter(campaign, unit));
        return answer(campaign, unit, id);
    }

    @GetMapping("/uploads/{id}/marked.xlsx")
    ResponseEntity<byte[]> marked(@PathVariable String campaign, @PathVariable String unit, @PathVariable UUID id) {
        requireWriter(campaign, unit);
        return Downloads.workbook(
                uploads.marked(campaign, unit, id), "Loi-can-sua-%s-%s.xlsx".formatted(unit, campaign));
    }

    private ResponseEntity<UploadJson> answer(String campaign, String unit, UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(UploadJson.of(uploads.view(campaign, unit, id)));
    }

    private String requireWriter(String campaign, String unit) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        return user.id();
    }

    private static Map<String, Choice> choices(JsonNode json) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        json.properties().forEach(entry -> {
            String words = entry.getValue().asText();
            if (!words.equals("file") && !words.equals("draft")) {
                throw DomainException.malformed("Mỗi lựa chọn là \"file\" hoặc \"draft\".");
            }
            choices.put(entry.getKey(), Choice.valueOf(words.toUpperCase(Locale.ROOT)));
        });
        return choices;
    }

    /** In the order of {@code loose}: a heading's code, or null for a text that is dropped. */
    private static Map<Integer, String> placed(JsonNode json) {
        Map<Integer, String> placed = new LinkedHashMap<>();
        for (int i = 0; i < json.size(); i++) {
            JsonNode code = json.path(i);
            if (!code.isTextual() && !code.isNull()) {
                throw DomainException.malformed("“placed” là danh sách mã đề mục; null là bỏ đoạn đó.");
            }
            placed.put(i, code.isNull() ? Decision.DROPPED : code.asText());
        }
        return placed;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
