package vn.tongket.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignAccess;
import vn.tongket.campaign.CampaignDates;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.Counts;
import vn.tongket.report.LastNotice;
import vn.tongket.report.LastNotices;
import vn.tongket.report.Progress;
import vn.tongket.report.Punctuality;
import vn.tongket.report.UnitStatus;
import vn.tongket.security.CurrentUser;

/** Campaigns, their counts and the table of units, for scripts and for the panel in Cockpit. */
@RestController
@RequestMapping(path = "/api/campaigns", produces = MediaType.APPLICATION_JSON_VALUE)
class CampaignApi {

    private final CampaignService campaigns;
    private final CampaignAccess access;
    private final Progress progress;
    private final LastNotices notices;

    CampaignApi(CampaignService campaigns, CampaignAccess access, Progress progress, LastNotices notices) {
        this.campaigns = campaigns;
        this.access = access;
        this.progress = progress;
        this.notices = notices;
    }

    /** As {@link CampaignDates}; {@code deadline} is the last acceptable day. */
    record DatesView(
            LocalDate deadline,
            LocalDate lastWorkingDay,
            @Nullable LocalDate graceUntil,
            LocalDateTime closesAt,
            List<LocalDate> reminders) {

        static DatesView of(CampaignDates dates) {
            return new DatesView(
                    dates.lastAcceptableDay(),
                    dates.lastWorkingDay(),
                    dates.graceUntil(),
                    dates.closesAt(),
                    dates.reminders());
        }
    }

    /** The counts are left out for a unit's people, who see their own line only. */
    record CampaignView(
            String code,
            String title,
            String state,
            String stateLabel,
            DatesView dates,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Counts counts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Counts coordinatedCounts) {}

    /**
     * One line; {@code receivedAt} with its time zone, null where nothing is known yet.
     *
     * @param lastNotice null for a unit's people as well
     */
    record UnitView(
            String unit,
            String name,
            boolean required,
            String state,
            String stateLabel,
            LocalDate effectiveDeadline,
            LocalDate owedBy,
            @Nullable Instant receivedAt,
            @Nullable String punctuality,
            @Nullable String punctualityLabel,
            @Nullable Integer version,
            int returns,
            @Nullable LastNotice lastNotice) {

        static UnitView of(UnitStatus status, @Nullable LastNotice lastNotice) {
            Punctuality punctuality = status.punctuality();
            return new UnitView(
                    status.participant().unitCode(),
                    status.participant().unitName(),
                    status.participant().required(),
                    status.state().code(),
                    status.state().label(),
                    status.effectiveDeadline(),
                    status.owedBy(),
                    status.receivedAt(),
                    punctuality == null ? null : punctuality.code(),
                    punctuality == null ? null : punctuality.label(),
                    status.version(),
                    status.returns(),
                    lastNotice);
        }
    }

    @GetMapping
    List<CampaignView> all() {
        CurrentUser user = CurrentUser.require();
        return access.readable(user).stream()
                .map(campaign -> view(campaign, user))
                .toList();
    }

    @GetMapping("/{code}")
    CampaignView one(@PathVariable String code) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(code, user);
        return view(campaigns.campaign(code), user);
    }

    @GetMapping("/{code}/units")
    List<UnitView> units(@PathVariable String code) {
        CurrentUser user = CurrentUser.require();
        access.requireReader(code, user);
        List<UnitStatus> units = progress.units(code);
        if (!access.seesAllUnits(code, user)) {
            return VisibleUnits.of(user, units).stream()
                    .map(unit -> UnitView.of(unit, null))
                    .toList();
        }
        Map<String, LastNotice> last = notices.ofUnits(campaigns.campaign(code).id());
        return units.stream()
                .map(unit -> UnitView.of(unit, last.get(unit.participant().unitCode())))
                .toList();
    }

    private CampaignView view(Campaign campaign, CurrentUser user) {
        boolean all = access.seesAllUnits(campaign.code(), user);
        List<UnitStatus> units = all ? progress.units(campaign.code()) : List.of();
        return new CampaignView(
                campaign.code(),
                campaign.title(),
                campaign.state().code(),
                campaign.state().label(),
                DatesView.of(campaigns.dates(campaign)),
                all ? progress.counts(units, true) : null,
                all ? progress.counts(units, false) : null);
    }
}
