package vn.tongket.report;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.shared.DomainException;

/**
 * What the reviewers of the focal department collect against a report while they read it. They share it, each reason
 * carries its author, and it goes out with the return ({@link ReportService#returnToUnit}).
 */
@Service
@Transactional
public class ReportReview {

    /** More than this is a talk, not a return. */
    private static final int MOST = 300;

    private final Reports reports;
    private final ReturnReasonStore reasons;

    ReportReview(Reports reports, ReturnReasonStore reasons) {
        this.reports = reports;
        this.reasons = reasons;
    }

    @Transactional(readOnly = true)
    public List<ReturnReason> collected(String campaign, String unit) {
        return reasons.collected(reports.find(campaign, unit).report().id());
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

    private ReturnReason require(Reports.Place place, UUID id) {
        return reasons.collected(place.report().id(), id)
                .orElseThrow(() -> DomainException.notFound("Không còn lý do trả lại này."));
    }

    private Reports.Place reviewed(String campaign, String unit) {
        var place = reports.find(campaign, unit);
        reports.holdReviewed(place);
        return place;
    }
}
