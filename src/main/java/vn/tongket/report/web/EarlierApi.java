package vn.tongket.report.web;

import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.EarlierReports;
import vn.tongket.report.EarlierReports.EarlierText;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;

/** What the unit wrote in earlier campaigns of the same issuer; whoever may read this report may read that. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}", produces = MediaType.APPLICATION_JSON_VALUE)
class EarlierApi {

    private final EarlierReports earlier;
    private final ReportAccess access;

    EarlierApi(EarlierReports earlier, ReportAccess access) {
        this.earlier = earlier;
        this.access = access;
    }

    /** By the code of this campaign's heading. */
    @GetMapping("/earlier")
    ResponseEntity<Map<String, EarlierText>> texts(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(earlier.texts(campaign, unit));
    }
}
