package vn.tongket.report.web;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportChecks;
import vn.tongket.security.CurrentUser;
import vn.tongket.statistics.Finding.Outcome;

/** The cross-checks of a report, and the explanations that the unit gives for warnings. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}", produces = MediaType.APPLICATION_JSON_VALUE)
class ChecksApi {

    private static final Set<Outcome> BROKEN = Set.of(Outcome.BROKEN);

    private final ReportChecks checks;
    private final ReportAccess access;

    ChecksApi(ReportChecks checks, ReportAccess access) {
        this.checks = checks;
        this.access = access;
    }

    /** {@code outcome} names the lines that are wanted; without it, those that are broken. */
    @GetMapping("/checks")
    ResponseEntity<ChecksJson> checks(
            @PathVariable String campaign,
            @PathVariable String unit,
            @RequestParam(name = "outcome", required = false, defaultValue = "") List<String> outcomes) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return answer(ChecksJson.of(checks.of(campaign, unit), ChecksJson.outcomes(outcomes, BROKEN), List.of()));
    }

    /** Keeps explanations; those that a colleague changed meanwhile are answered, not overwritten. */
    @PutMapping(path = "/explanations", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChecksJson> explain(@PathVariable String campaign, @PathVariable String unit, InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        var checked = checks.explain(campaign, unit, RequestJson.explanations(body), user.id());
        return answer(ChecksJson.of(checked.findings(), BROKEN, checked.changedByOthers()));
    }

    private static ResponseEntity<ChecksJson> answer(ChecksJson json) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json);
    }
}
