package vn.tongket.report.web;

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
import vn.tongket.report.ReportHistory;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.TimeConfiguration;

/** A report's history; whoever may read the report may read that. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}/history", produces = MediaType.APPLICATION_JSON_VALUE)
class HistoryApi {

    /** Part of it, newest first; {@code more} when an older page follows. */
    record HistoryJson(List<EntryJson> entries, int page, boolean more) {}

    /** One event: when, by whom (null: by nobody), what, and where. */
    record EntryJson(
            LocalDateTime at,
            @Nullable String actor,
            @Nullable String name,
            String what,
            @Nullable String place,
            @Nullable Integer version,
            @Nullable String details) {

        static EntryJson of(ReportHistory.Entry entry) {
            return new EntryJson(
                    LocalDateTime.ofInstant(entry.at(), TimeConfiguration.ZONE),
                    entry.actor(),
                    entry.name(),
                    entry.what(),
                    entry.place(),
                    entry.version(),
                    entry.details());
        }
    }

    private final ReportHistory history;
    private final ReportAccess access;

    HistoryApi(ReportHistory history, ReportAccess access) {
        this.history = history;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<HistoryJson> page(
            @PathVariable String campaign, @PathVariable String unit, @RequestParam(defaultValue = "0") int page) {
        access.requireReader(campaign, unit, CurrentUser.require());
        var found = history.page(campaign, unit, page);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new HistoryJson(
                        found.entries().stream().map(EntryJson::of).toList(), found.number(), found.more()));
    }
}
