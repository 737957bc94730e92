package vn.tongket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportEvents.Kind;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.shared.Vietnamese;

/**
 * Units that did not send until the lock and are let in after it, for some days, by the head of the focal department.
 * They write, sign and send as always; what has not come when their day is over, or when the draft goes to the Standing
 * Committee, is closed again.
 */
@Service
@Transactional
public class LateAcceptances {

    /** The field of the form that holds the day. */
    public static final String UNTIL = "until";

    private final Reports reports;
    private final ReportRepository repository;
    private final ReportIntake intake;
    private final CampaignService campaigns;
    private final Decisions decisions;
    private final ReportEvents history;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LateAcceptances(
            Reports reports,
            ReportRepository repository,
            ReportIntake intake,
            CampaignService campaigns,
            Decisions decisions,
            ReportEvents history,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.intake = intake;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.history = history;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The unit may send until the end of that day; for one that is let in already, the day moves. Only the head of the
     * focal department may ({@code TRUONG_BAN} of the issuer). Refused without reason, for a day that is over or not
     * after the present one, before the lock, once the Standing Committee has the draft, and for a report that is not
     * missing.
     *
     * @param until null when no day was given
     */
    public void accept(String campaign, String unit, @Nullable LocalDate until, String reason, CurrentUser actor) {
        if (!actor.has(UnionRole.TRUONG_BAN, campaigns.issuer(campaign))) {
            throw DomainException.forbidden("Chỉ người đứng đầu "
                    + campaigns
                            .definition(campaign)
                            .campaign()
                            .focalDepartment()
                            .name() + " được nhận báo cáo sau khi khóa số liệu.");
        }
        var place = reports.findUnit(campaign, unit);
        intake.holdLate(place.campaign().id());
        reports.hold(place);
        Report report = place.report();
        report.requireLate();
        List<Fault> faults = new ArrayList<>(faultsOf(until, report.lateUntil().orElse(null)));
        faults.addAll(DecisionReasons.faultsOf(reason));
        DecisionReasons.refuse(faults);
        LocalDate day = Objects.requireNonNull(until);
        boolean reopened = report.state() == SubmissionState.NOT_SUBMITTED;
        if (reopened) {
            report.reopen(day, !reports.returns(report.id()).isEmpty());
        } else {
            report.moveLateDay(day);
        }
        repository.flush();
        decisions.record(
                place.campaign().id(),
                unit,
                "Nhận báo cáo sau khi khóa số liệu, đến hết ngày " + Vietnamese.day(day),
                actor.id(),
                reason);
        events.publishEvent(new LateAcceptanceGranted(campaign, unit, day, reason, reopened));
        events.publishEvent(closingAfter(campaign, day));
    }

    private List<Fault> faultsOf(@Nullable LocalDate until, @Nullable LocalDate present) {
        if (until == null) {
            return List.of(new Fault(UNTIL, "Cần ghi ngày cuối được nhận."));
        }
        if (until.isBefore(LocalDate.now(clock))) {
            return List.of(new Fault(UNTIL, "Ngày cuối được nhận phải từ hôm nay trở đi."));
        }
        if (present != null && !until.isAfter(present)) {
            return List.of(new Fault(UNTIL, "Ngày mới phải sau ngày đã cho, " + Vietnamese.day(present) + "."));
        }
        return List.of();
    }

    static LateClosingPlanned closingAfter(String campaign, LocalDate day) {
        return new LateClosingPlanned(
                campaign, day.plusDays(1).atStartOfDay(TimeConfiguration.ZONE).toInstant());
    }

    /**
     * Closes up to {@code limit} reports that were let in after the lock, were not sent, and whose day is over, or all of
     * them once the Standing Committee has the draft; answers how many. Repeatable.
     */
    public int closeDue(String campaignCode, int limit) {
        var campaign = campaigns.campaign(campaignCode);
        // The state is looked at once more in the row that is changed: its chair may sign at this moment.
        List<UUID> closed = jdbc.sql("""
                        update report set state = 'NOT_SUBMITTED', late_until = null, resend_by = null,
                            version = version + 1
                        where state in ('DRAFTING', 'INTERNAL_REVIEW', 'RETURNED') and id in (
                            select r.id from report r join participant p on p.id = r.id
                            where r.campaign_id = :campaign and r.state in ('DRAFTING', 'INTERNAL_REVIEW', 'RETURNED')
                                and r.late_until is not null and (r.late_until < :today or :over)
                            order by p.position limit :limit)
                        returning id""")
                .param("campaign", campaign.id())
                .param("today", LocalDate.now(clock))
                .param("over", !campaign.state().takesLateReports())
                .param("limit", limit)
                .query(UUID.class)
                .list();
        if (!closed.isEmpty()) {
            history.closed(closed, Kind.CLOSED_LATE);
            events.publishEvent(new ReportsClosed(campaignCode, reports.unitCodes(closed)));
        }
        return closed.size();
    }
}
