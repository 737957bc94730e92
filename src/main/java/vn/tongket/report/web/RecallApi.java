package vn.tongket.report.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.RequestBodyJson;

/** The chair takes a sent report back. */
@RestController
class RecallApi {

    /** Where the report stands now. */
    record Recalled(String state) {}

    private final ReportService reports;
    private final ReportAccess access;

    RecallApi(ReportService reports, ReportAccess access) {
        this.reports = reports;
        this.access = access;
    }

    @PostMapping(
            path = "/api/reports/{campaign}/{unit}/recall",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Recalled> recall(@PathVariable String campaign, @PathVariable String unit, InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.requireChair(campaign, unit, user);
        var state = reports.recall(campaign, unit, reason(body), user.id());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Recalled(state.code()));
    }

    private static String reason(InputStream body) {
        JsonNode json = RequestBodyJson.read(body);
        if (json.size() != 1 || !json.path("reason").isTextual()) {
            throw DomainException.malformed("Nội dung phải có dạng {\"reason\": \"Lý do rút lại\"}.");
        }
        return PlainText.clean(json.path("reason").textValue());
    }
}
