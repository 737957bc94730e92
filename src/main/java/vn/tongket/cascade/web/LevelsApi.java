package vn.tongket.cascade.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.cascade.CampaignLevels;
import vn.tongket.cascade.LevelUnit;
import vn.tongket.cascade.LevelUnit.OwnRun;
import vn.tongket.security.CurrentUser;

/** Where the campaigns below stand, for scripts. */
@RestController
class LevelsApi {

    /** As {@link CampaignLevels.Page}; {@code allLevels} says whether levels above 1 may be asked for. */
    record LevelsView(int level, int page, boolean more, boolean allLevels, List<UnitView> units) {}

    /** As {@link LevelUnit}. */
    record UnitView(
            String above,
            String unit,
            String name,
            boolean required,
            @Nullable String state,
            @Nullable String stateLabel,
            @Nullable String countedIn,
            @Nullable CampaignView campaign) {

        static UnitView of(LevelUnit unit) {
            return new UnitView(
                    unit.above(),
                    unit.unit(),
                    unit.name(),
                    unit.required(),
                    unit.report() == null ? null : unit.report().code(),
                    unit.report() == null ? null : unit.report().label(),
                    unit.countedIn(),
                    unit.own() == null ? null : CampaignView.of(unit.own()));
        }
    }

    /** As {@link OwnRun}. */
    record CampaignView(String code, String state, String stateLabel, LocalDate deadline, int expected, int received) {

        static CampaignView of(OwnRun own) {
            return new CampaignView(
                    own.code(),
                    own.state().code(),
                    own.state().label(),
                    own.deadline(),
                    own.expected(),
                    own.received());
        }
    }

    private final CampaignLevels levels;
    private final CampaignAccess access;

    LevelsApi(CampaignLevels levels, CampaignAccess access) {
        this.levels = levels;
        this.access = access;
    }

    @GetMapping(path = "/api/campaigns/{code}/levels", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LevelsView> list(
            @PathVariable String code,
            @RequestParam(defaultValue = "1") int level,
            @RequestParam(required = false) @Nullable String under,
            @RequestParam(defaultValue = "0") int page) {
        access.requireAllUnits(code, CurrentUser.require());
        CampaignLevels.Page found = levels.page(code, level, under, page);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new LevelsView(
                        found.level(),
                        found.number(),
                        found.more(),
                        levels.showsAll(),
                        found.units().stream().map(UnitView::of).toList()));
    }
}
