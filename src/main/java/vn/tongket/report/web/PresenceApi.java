package vn.tongket.report.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.Presence;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.RequestBodyJson;

/** Who else writes in the report: each page says every quarter of a minute where its person is. Writers only. */
@RestController
class PresenceApi {

    private final Presence presence;
    private final ReportAccess access;

    PresenceApi(Presence presence, ReportAccess access) {
        this.presence = presence;
        this.access = access;
    }

    @PostMapping(
            path = "/api/reports/{campaign}/{unit}/presence",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Presence.Seen> tell(@PathVariable String campaign, @PathVariable String unit, InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(presence.tell(campaign, unit, user.id(), place(body)));
    }

    private static String place(InputStream body) {
        JsonNode json = RequestBodyJson.read(body);
        if (json.size() != 1 || !json.path("place").isTextual()) {
            throw DomainException.malformed("Nội dung phải có dạng {\"place\": \"PL01.LD/2008\"}.");
        }
        return json.path("place").textValue();
    }
}
