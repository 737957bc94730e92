package vn.tongket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.report.ReportCommands.HoldReview;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/** The way of each unit's report from the plan's receipt to the issuer; what is decided there, {@link ReportReview} says. */
@Service
@Transactional
public class ReportService {

    private final Reports reports;
    private final ReportRepository repository;
    private final CampaignService campaigns;
    private final Decisions decisions;
    private final ReportIntake intake;
    private final Signatures signatures;
    private final ReportEvents history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportService(
            Reports reports,
            ReportRepository repository,
            CampaignService campaigns,
            Decisions decisions,
            ReportIntake intake,
            Signatures signatures,
            ReportEvents history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.intake = intake;
        this.signatures = signatures;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    public void receivePlan(String campaign, String unit, ReceivePlan command, String actor) {
        var place = reports.findUnit(campaign, unit);
        LocalDate deadline = effectiveDeadline(place);
        if (command.ownDate().isAfter(deadline)) {
            throw DomainException.refused("Ngày hoàn thành của đơn vị (" + Vietnamese.day(command.ownDate())
                    + ") phải không sau hạn gửi báo cáo " + Vietnamese.day(deadline) + ".");
        }
        if (command.personInCharge().isBlank()) {
            throw DomainException.refused("Cần ghi họ tên người phụ trách.");
        }
        place.report().receivePlan(command);
        decide(place, "Tiếp nhận kế hoạch", actor, command.form().label());
    }

    public void holdReview(String campaign, String unit, HoldReview command, String actor) {
        var place = reports.findUnit(campaign, unit);
        if (command.heldOn().isAfter(LocalDate.now(clock))) {
            throw DomainException.refused(
                    "Ngày tổ chức " + Vietnamese.day(command.heldOn()) + " chưa đến; chỉ ghi khi đã tổ chức.");
        }
        if (command.present() < 1) {
            throw DomainException.refused("Số người dự phải lớn hơn 0.");
        }
        place.report().holdReview(command);
        decide(
                place,
                "Tổ chức " + place.campaign().type().label(),
                actor,
                command.form().label());
    }

    /** Hands the report to the chair; refuses missing headings, cells and rows and broken length limits, all listed. */
    public void finishWriting(String campaign, String unit, String actor) {
        var place = reports.findUnit(campaign, unit);
        reports.holdWritable(place);
        WholeContent whole = signatures.draft(place.report().id());
        var faults = reports.form(place).faultsOf(whole.content());
        if (!faults.isEmpty()) {
            throw DomainException.refused("Báo cáo còn " + faults.size() + " điểm phải hoàn thiện.", faults);
        }
        place.report().handOver(signatures.handed(place, whole).hash());
        decide(place, "Trình ký", actor, null);
    }

    /** The chair signs what was handed over, the report is sent. */
    public void sign(String campaign, String unit, SignReport command, String actor) {
        if (command.number().isBlank()) {
            throw DomainException.refused("Cần ghi số, ký hiệu báo cáo.");
        }
        if (command.signedOn().isAfter(LocalDate.now(clock))) {
            throw DomainException.refused("Ngày ký không được sau hôm nay.");
        }
        var place = reports.findUnit(campaign, unit);
        intake.holdOpenFor(place.report());
        int version = signatures.sign(place, command, actor);
        decide(place, "Ký và gửi báo cáo lần " + version, actor, command.number());
    }

    /** The chair sends it back to the writers; refuses a blank reason. */
    public void sendBackToWriters(String campaign, String unit, String reason, String actor) {
        DecisionReasons.require(reason);
        var place = reports.findUnit(campaign, unit);
        place.report().become(isReturned(place) ? SubmissionState.RETURNED : SubmissionState.DRAFTING);
        decide(place, "Chủ tịch trả lại để sửa", actor, reason);
    }

    /**
     * The chair takes back what was sent while nobody has decided on it; refuses a blank reason, and after the lock.
     * Answers where the report stands then.
     */
    public SubmissionState recall(String campaign, String unit, String reason, String actor) {
        DecisionReasons.require(reason);
        var place = reports.findUnit(campaign, unit);
        intake.holdOpenFor(place.report());
        reports.hold(place);
        place.report().recall(owedAgain(place));
        repository.flush();
        int version = reports.lastVersion(place.report().id()).orElseThrow().number();
        reports.addRecall(place.report().id(), version);
        decide(place, "Rút lại báo cáo gửi lần " + version, actor, reason);
        events.publishEvent(new ReportRecalled(campaign, unit, version, reason));
        return place.report().state();
    }

    /** The day of the last return, or the unit's deadline when that is later meanwhile; null when none was. */
    private @Nullable LocalDate owedAgain(Reports.Place place) {
        return reports.returns(place.report().id()).stream()
                .findFirst()
                .map(ReportReturn::due)
                .map(due -> Collections.max(List.of(due, effectiveDeadline(place))))
                .orElse(null);
    }

    private boolean isReturned(Reports.Place place) {
        return !reports.returns(place.report().id()).isEmpty();
    }

    /** A sent report has its incoming number; the first receipt counts for punctuality. Repeatable. */
    public void register(String campaign, String unit, IntSupplier incomingNumber) {
        var place = reports.findUnit(campaign, unit);
        if (place.report().state() != SubmissionState.SUBMITTED) {
            return;
        }
        ReportVersion version = reports.lastVersion(place.report().id()).orElseThrow();
        int number = incomingNumber.getAsInt();
        reports.numberIncoming(place.report().id(), version.number(), number);
        place.report().register(version.sentAt());
        repository.flush();
        history.registered(place.report().id(), version.number(), number);
        events.publishEvent(
                new ReportRegistered(campaign, unit, version.number(), number, version.sentAt(), version.hash()));
    }

    /** The unit's own last acceptable day. */
    @Transactional(readOnly = true)
    public LocalDate effectiveDeadline(String campaign, String unit) {
        return effectiveDeadline(reports.findUnit(campaign, unit));
    }

    private LocalDate effectiveDeadline(Reports.Place place) {
        return place.report().effectiveDeadline(campaigns.lastAcceptableDay(place.campaign()));
    }

    /** The day by which the unit owes its report now: that of the last return, else its {@link #effectiveDeadline}. */
    @Transactional(readOnly = true)
    public LocalDate owedBy(String campaign, String unit) {
        var place = reports.findUnit(campaign, unit);
        return place.report().owedBy(campaigns.lastAcceptableDay(place.campaign()));
    }

    private void decide(Reports.Place place, String kind, String actor, @Nullable String reason) {
        decisions.record(place.campaign().id(), place.participant().unitCode(), kind, actor, reason);
    }
}
