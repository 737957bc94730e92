package vn.tongket.report.web;

import vn.tongket.report.ReportAccess;
import vn.tongket.report.ReportView;
import vn.tongket.report.SubmissionState;
import vn.tongket.security.CurrentUser;

/**
 * Which decisions on a report its page leads the person to.
 *
 * @param recall the chair takes back what was sent
 * @param exemption the issuer's people propose that the unit need not report, or read what became of it
 * @param lateAcceptance the head lets the unit send after the lock, or gives it a later day
 * @param ownCampaign the unit's people open a campaign of their own under this plan, or are led to it
 */
record ReportLinks(boolean recall, boolean exemption, boolean lateAcceptance, boolean ownCampaign) {

    static ReportLinks of(ReportView view, ReportAccess access, String issuer, CurrentUser user) {
        String unit = view.participant().unitCode();
        return new ReportLinks(
                access.isChair(unit, user)
                        && SubmissionState.AWAITING_REVIEW.contains(
                                view.report().state()),
                access.mayReview(issuer, user)
                        && (view.report().state() == SubmissionState.EXEMPT
                                || (view.campaign().state().isCollecting()
                                        && view.report().isExemptible())),
                access.isHead(issuer, user)
                        && view.campaign().state().takesLateReports()
                        && view.report().isLate(),
                user.worksFor(unit) && !view.participant().leaf());
    }
}
