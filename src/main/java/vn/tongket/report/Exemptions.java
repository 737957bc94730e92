package vn.tongket.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.Decisions;
import vn.tongket.report.Exemption.Outcome;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;

/**
 * Units that need not report, for they merged, ended or began only: proposed by the focal department, decided by the
 * standing body, as long as the unit still owes its report.
 */
@Service
@Transactional
public class Exemptions {

    private final Reports reports;
    private final ReportRepository repository;
    private final ReportIntake intake;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exemptions(
            Reports reports,
            ReportRepository repository,
            ReportIntake intake,
            Decisions decisions,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.intake = intake;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** All that were proposed for the unit, newest first. */
    @Transactional(readOnly = true)
    public List<Exemption> of(String campaign, String unit) {
        return jdbc.sql("""
                        select kind, reason, proposed_by, proposed_at, outcome, decided_by, decided_at, answer
                        from exemption where report_id = ? order by proposed_at desc""")
                .param(reports.findUnit(campaign, unit).report().id())
                .query((row, i) -> exemption(row))
                .list();
    }

    private static Exemption exemption(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Exemption(
                ExemptionKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("answer"));
    }

    /**
     * The standing body is asked. Refused without kind or reason, while another proposal waits, for a unit whose report
     * was sent, accepted or closed, and after the lock.
     *
     * @param kind null when none was chosen
     */
    public void propose(String campaign, String unit, @Nullable ExemptionKind kind, String reason, String actor) {
        List<Fault> faults = new ArrayList<>();
        if (kind == null) {
            faults.add(new Fault("kind", "Cần chọn trường hợp miễn."));
        }
        faults.addAll(DecisionReasons.faultsOf(reason));
        DecisionReasons.refuse(faults);
        ExemptionKind chosen = Objects.requireNonNull(kind);
        var place = held(campaign, unit);
        place.report().requireExemptible();
        if (waiting(place.report().id()).isPresent()) {
            throw DomainException.refused(
                    "Đã có đề nghị miễn báo cáo cho đơn vị này, đang chờ Thường trực quyết định.");
        }
        jdbc.sql("""
                        insert into exemption (id, report_id, kind, reason, proposed_by, proposed_at)
                        values (:id, :report, :kind, :reason, :actor, :at)""")
                .param("id", UUID.randomUUID())
                .param("report", place.report().id())
                .param("kind", chosen.name())
                .param("reason", reason)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        decide(place, "Đề nghị miễn báo cáo (" + inSentence(chosen) + ")", actor, reason);
        events.publishEvent(new ExemptionProposed(campaign, unit));
    }

    /** The unit need not report. Refused when it has sent meanwhile, or the campaign is locked. */
    public void grant(String campaign, String unit, @Nullable String answer, String actor) {
        var place = held(campaign, unit);
        Waiting proposal = requireWaiting(place);
        place.report().exempt();
        repository.flush();
        settle(proposal.id(), Outcome.GRANTED, answer, actor);
        decide(
                place,
                "Miễn báo cáo (" + inSentence(proposal.kind()) + ")",
                actor,
                answer == null ? proposal.reason() : answer);
        events.publishEvent(new ReportExempted(campaign, unit, proposal.kind(), proposal.reason(), answer));
    }

    /** The unit goes on; refuses a blank reason. */
    public void refuse(String campaign, String unit, String reason, String actor) {
        DecisionReasons.require(reason);
        var place = held(campaign, unit);
        settle(requireWaiting(place).id(), Outcome.REFUSED, reason, actor);
        decide(place, "Không đồng ý miễn báo cáo", actor, reason);
    }

    @EventListener
    void on(ReportAccepted event) {
        lapse(event.campaign(), List.of(event.unit()));
    }

    @EventListener
    void on(ReportsClosed event) {
        lapse(event.campaign(), event.units());
    }

    private void lapse(String campaign, List<String> units) {
        jdbc.sql("""
                        update exemption set outcome = 'LAPSED', decided_at = :at
                        where outcome is null and report_id in (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = :campaign and p.unit_code in (:units))""")
                .param("at", Timestamp.from(clock.instant()))
                .param("campaign", campaign)
                .param("units", units)
                .update();
    }

    private record Waiting(UUID id, ExemptionKind kind, String reason) {}

    private Optional<Waiting> waiting(UUID report) {
        return jdbc.sql("select id, kind, reason from exemption where report_id = ? and outcome is null")
                .param(report)
                .query(new DataClassRowMapper<>(Waiting.class))
                .optional();
    }

    private Waiting requireWaiting(Reports.Place place) {
        return waiting(place.report().id())
                .orElseThrow(() -> DomainException.refused("Không có đề nghị miễn báo cáo nào đang chờ quyết định."));
    }

    private void settle(UUID id, Outcome outcome, @Nullable String answer, String actor) {
        jdbc.sql("""
                        update exemption set outcome = :outcome, answer = :answer, decided_by = :actor, decided_at = :at
                        where id = :id""")
                .param("outcome", outcome.name())
                .param("answer", answer)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private Reports.Place held(String campaign, String unit) {
        var place = reports.findUnit(campaign, unit);
        intake.holdOpen(place.campaign().id());
        reports.hold(place);
        return place;
    }

    private void decide(Reports.Place place, String kind, String actor, String reason) {
        decisions.record(place.campaign().id(), place.participant().unitCode(), kind, actor, reason);
    }

    private static String inSentence(ExemptionKind kind) {
        return kind.label().toLowerCase(Locale.forLanguageTag("vi"));
    }
}
