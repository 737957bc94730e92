package vn.tongket.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.notification.text.Placeholder;
import vn.tongket.report.Progress;
import vn.tongket.report.ReportService;
import vn.tongket.report.StillOwed;
import vn.tongket.shared.Vietnamese;

/** Where one unit's report stands when the mail is written, and until when it is to be sent. */
@Component
class FactsOfUnit implements FactSource {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final CampaignService campaigns;
    private final WorkingCalendar calendar;
    private final Progress progress;
    private final ReportService reports;
    private final StillOwed owed;
    private final Clock clock;

    FactsOfUnit(
            CampaignService campaigns,
            WorkingCalendar calendar,
            Progress progress,
            ReportService reports,
            StillOwed owed,
            Clock clock) {
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.progress = progress;
        this.reports = reports;
        this.owed = owed;
        this.clock = clock;
    }

    @Override
    public @Nullable List<String> of(Placeholder placeholder, Notice notice) {
        Campaign campaign = campaigns.campaign(notice.campaign());
        Optional<String> unit = reporting(notice, campaign);
        return switch (placeholder) {
            case DEADLINE -> List.of(Vietnamese.day(deadline(notice, campaign)));
            case TIME_LEFT -> List.of(timeLeft(calendar.days(), LocalDate.now(clock), deadline(notice, campaign)));
            case STATE ->
                unit
                        .map(code ->
                                progress.unit(campaign.code(), code).state().label())
                        .map(Vietnamese::midSentence)
                        .stream()
                        .toList();
            case OWED -> unit.map(code -> owed.of(campaign.code(), code)).orElse(List.of());
            default -> null;
        };
    }

    /** The day that the notice was decided by; without one the unit's own, or the common one. */
    private LocalDate deadline(Notice notice, Campaign campaign) {
        return Stream.of("due", "deadline")
                .flatMap(key -> FactsOfDetails.detail(notice, key).stream())
                .map(day -> LocalDate.parse(day, DAY))
                .findFirst()
                .or(() -> reporting(notice, campaign).map(code -> reports.owedBy(campaign.code(), code)))
                .orElseGet(() -> campaigns.lastAcceptableDay(campaign));
    }

    /** The unit with a report: none for what concerns the whole campaign, nor before the plan is issued. */
    private static Optional<String> reporting(Notice notice, Campaign campaign) {
        return campaign.issuedAt().isEmpty() ? Optional.empty() : Optional.ofNullable(notice.unitCode());
    }

    /** How far it is to the last day; counted in working days, to the last one on or before it. */
    static String timeLeft(WorkingDays days, LocalDate today, LocalDate deadline) {
        if (today.isAfter(deadline)) {
            int late = days.between(deadline, today);
            return late == 0 ? "đã quá hạn" : "đã quá hạn " + Vietnamese.count(late) + " ngày làm việc";
        }
        if (today.equals(deadline)) {
            return "hôm nay là hạn cuối";
        }
        int left = days.between(today, days.lastOnOrBefore(deadline));
        return left == 0
                ? "hôm nay là ngày làm việc cuối cùng trước hạn"
                : "còn " + Vietnamese.count(left) + " ngày làm việc";
    }
}
