package vn.tongket.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.organization.UnionRole;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/**
 * What the focal department decides on a sent report: accepted or returned. While they read it, its reviewers collect
 * reasons against it. They share them, each carries its author, and they go out with the return.
 */
@Service
@Transactional
public class ReportReview {

    /** More than this is a talk, not a return. */
    private static final int MOST = 300;

    private final Reports reports;
    private final ReportRepository repository;
    private final ReturnReasonStore reasons;
    private final CampaignService campaigns;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportReview(
            Reports reports,
            ReportRepository repository,
            ReturnReasonStore reasons,
            CampaignService campaigns,
            Decisions decisions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reports = reports;
        this.repository = repository;
        this.reasons = reasons;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ReturnReason> collected(String campaign, String unit) {
        return reasons.collected(reports.findUnit(campaign, unit).report().id());
    }

    /** Adds a reason; refused for a place that the unit's form does not have, and when the report is not in review. */
    public ReturnReason collect(String campaign, String unit, Reason reason, String actor) {
        var place = reviewed(campaign, unit);
        var report = place.report().id();
        Reason checked = reports.form(place).checked(reason);
        if (reasons.collected(report).size() >= MOST) {
            throw DomainException.refused("Một lần trả lại không quá " + MOST + " lý do.");
        }
        return reasons.collect(report, checked, actor);
    }

    /** Only who named a reason says it in other words. */
    public ReturnReason reword(String campaign, String unit, UUID id, Reason reason, String actor) {
        var place = reviewed(campaign, unit);
        ReturnReason known = require(place, id);
        if (!known.namedBy().equals(actor)) {
            throw DomainException.forbidden("Lý do này do người khác ghi; đồng chí chỉ có thể bỏ và ghi lý do khác.");
        }
        reasons.reword(id, reports.form(place).checked(reason));
        return require(place, id);
    }

    /** Any of the reviewers may drop any reason: its author may be away. */
    public void drop(String campaign, String unit, UUID id) {
        var place = reviewed(campaign, unit);
        reasons.drop(require(place, id).id());
    }

    /** Only the head of the focal department may ({@code TRUONG_BAN} of the issuer); refused while reasons against it stand. */
    public void accept(String campaign, String unit, CurrentUser actor) {
        if (!actor.has(UnionRole.TRUONG_BAN, campaigns.issuer(campaign))) {
            throw DomainException.refused("Chỉ người đứng đầu "
                    + campaigns
                            .definition(campaign)
                            .campaign()
                            .focalDepartment()
                            .name() + " được chấp nhận báo cáo.");
        }
        var place = reports.findUnit(campaign, unit);
        reports.holdReviewed(place);
        int collected = reasons.collected(place.report().id()).size();
        if (collected > 0) {
            throw DomainException.refused("Còn " + collected
                    + " lý do trả lại đã ghi ở trang thẩm tra; hãy bỏ các lý do đó hoặc trả lại báo cáo.");
        }
        place.report().become(SubmissionState.ACCEPTED);
        if (place.report().lateUntil().isPresent()) {
            place.report()
                    .count(reports.lastVersion(place.report().id())
                            .orElseThrow()
                            .number());
        }
        repository.flush();
        decide(place, "Chấp nhận báo cáo", actor.id());
        events.publishEvent(new ReportAccepted(campaign, unit));
    }

    /** What a return reason may name. */
    @Transactional(readOnly = true)
    public Set<String> returnTargets(String campaign, String unit) {
        return reports.form(reports.findUnit(campaign, unit)).places().codes();
    }

    /**
     * Back to the unit with the reasons that were collected and those of the command; refuses none at all, one that
     * names nothing of the unit's form, and a date in the past.
     */
    public void returnToUnit(String campaign, String unit, ReturnReport command, String actor) {
        var place = reports.findUnit(campaign, unit);
        UUID report = place.report().id();
        reports.holdReviewed(place);
        ReportForm form = reports.form(place);
        command.reasons().forEach(reason -> reasons.collect(report, form.checked(reason), actor));
        List<ReturnReason> collected = reasons.collected(report);
        if (collected.isEmpty()) {
            throw DomainException.refused("Cần ghi ít nhất một lý do trả lại.");
        }
        if (command.due().isBefore(LocalDate.now(clock))) {
            throw DomainException.refused("Hạn gửi lại phải từ hôm nay trở đi.");
        }
        place.report().returnUntil(command.due());
        repository.flush();
        int version = reports.lastVersion(report).orElseThrow().number();
        reports.addReturn(report, version, command.due(), actor);
        decide(place, "Trả lại báo cáo", actor);
        place.report()
                .lateUntil()
                .filter(command.due()::equals)
                .ifPresent(day -> events.publishEvent(LateAcceptances.closingAfter(campaign, day)));
        events.publishEvent(new ReportReturned(campaign, unit, version, command.due(), told(collected, form.places())));
    }

    private static List<String> told(List<ReturnReason> reasons, ReportPlaces places) {
        return reasons.stream()
                .map(ReturnReason::reason)
                .map(reason -> places.name(reason.place()) + ": " + reason.sentence())
                .toList();
    }

    private ReturnReason require(Reports.Place place, UUID id) {
        return reasons.collected(place.report().id(), id)
                .orElseThrow(() -> DomainException.notFound("Không còn lý do trả lại này."));
    }

    private Reports.Place reviewed(String campaign, String unit) {
        var place = reports.findUnit(campaign, unit);
        reports.holdReviewed(place);
        return place;
    }

    private void decide(Reports.Place place, String kind, String actor) {
        decisions.record(place.campaign().id(), place.participant().unitCode(), kind, actor, null);
    }
}
