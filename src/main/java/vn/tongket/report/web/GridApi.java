package vn.tongket.report.web;

import java.io.InputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportGrid;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.EntityTag;

/** The appendices' grid of the report page: figures as people write them, cell by cell. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}/grid", produces = MediaType.APPLICATION_JSON_VALUE)
class GridApi {

    private final ReportGrid grid;
    private final ReportAccess access;

    GridApi(ReportGrid grid, ReportAccess access) {
        this.grid = grid;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<GridJson> read(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return answer(grid.read(campaign, unit));
    }

    /** Saves what can be taken; cells refused or changed by others are answered, not saved. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<GridJson> type(@PathVariable String campaign, @PathVariable String unit, InputStream body) {
        CurrentUser user = CurrentUser.require();
        access.requireWriter(campaign, unit, user);
        return answer(grid.type(campaign, unit, RequestJson.changes(body), user.id()));
    }

    private static ResponseEntity<GridJson> answer(ReportGrid.Typed typed) {
        return ResponseEntity.ok()
                .eTag(EntityTag.of(typed.version()))
                .cacheControl(CacheControl.noStore())
                .body(GridJson.of(typed));
    }
}
