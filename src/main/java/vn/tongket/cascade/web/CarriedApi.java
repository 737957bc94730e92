package vn.tongket.cascade.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.cascade.CarryUpward;
import vn.tongket.cascade.CarryUpward.Carried;
import vn.tongket.cascade.CarryUpward.Change;
import vn.tongket.report.ReportAccess;
import vn.tongket.security.CurrentUser;

/** What a union's own campaign has put into the draft of its report upward, and what has changed there since. */
@RestController
@RequestMapping(path = "/api/reports/{campaign}/{unit}/carried", produces = MediaType.APPLICATION_JSON_VALUE)
class CarriedApi {

    /**
     * @param campaign the unit's own, absent while it has no locked one
     * @param takenAt absent while nothing was carried
     * @param cells indicator → year → canonical value, as they were put into the draft
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CarriedJson(
            @Nullable String campaign,
            @Nullable Instant takenAt,
            Map<String, Map<String, String>> cells,
            List<Change> changes) {

        static CarriedJson of(Carried carried) {
            var draft = carried.inDraft();
            return new CarriedJson(
                    carried.own().code(),
                    draft == null ? null : draft.takenAt(),
                    draft == null ? Map.of() : draft.cells(),
                    carried.changes());
        }
    }

    private static final CarriedJson NOTHING = new CarriedJson(null, null, Map.of(), List.of());

    private final CarryUpward upward;
    private final ReportAccess access;

    CarriedApi(CarryUpward upward, ReportAccess access) {
        this.upward = upward;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<CarriedJson> read(@PathVariable String campaign, @PathVariable String unit) {
        access.requireReader(campaign, unit, CurrentUser.require());
        return answer(upward.carried(campaign, unit).map(CarriedJson::of).orElse(NOTHING));
    }

    private static ResponseEntity<CarriedJson> answer(CarriedJson body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
