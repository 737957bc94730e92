package vn.tongket.notification;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.campaign.PlanWithdrawn;
import vn.tongket.conference.ConferenceConvened;
import vn.tongket.report.LateAcceptanceGranted;
import vn.tongket.report.Progress;
import vn.tongket.report.ReportExempted;
import vn.tongket.report.ReportRecalled;
import vn.tongket.report.ReportRegistered;
import vn.tongket.report.ReportReturned;
import vn.tongket.report.ReportsOpened;
import vn.tongket.report.UnitStatus;
import vn.tongket.shared.Vietnamese;

/** Writes the notices that follow from what happened, in the transaction in which it happened. */
@Component
class NoticesOfEvents {

    private final CampaignNotices notices;
    private final DecisionNotices decisions;
    private final Progress progress;

    NoticesOfEvents(CampaignNotices notices, DecisionNotices decisions, Progress progress) {
        this.notices = notices;
        this.decisions = decisions;
        this.progress = progress;
    }

    @EventListener
    void on(ReportsOpened event) {
        notices.sendPlan(event.campaign(), event.units());
    }

    @EventListener
    void on(ReportRegistered event) {
        UnitStatus status = progress.unit(event.campaign(), event.unit());
        notices.sendToUnit(
                event.campaign(),
                event.unit(),
                NoticeKind.RECEIPT,
                "version " + event.version(),
                Map.of(
                        "documentNumber",
                        String.valueOf(status.documentNumber()),
                        "incomingNumber",
                        event.incomingNumber(),
                        "receivedAt",
                        Vietnamese.minute(event.sentAt()),
                        "punctuality",
                        status.punctualityWords(),
                        "version",
                        event.version(),
                        "hash",
                        event.hash()));
    }

    @EventListener
    void on(ReportReturned event) {
        notices.sendToUnit(
                event.campaign(),
                event.unit(),
                NoticeKind.RETURNED,
                "version " + event.version(),
                Map.of("version", event.version(), "reasons", event.reasons(), "due", Vietnamese.day(event.due())));
    }

    @EventListener
    void on(ReportRecalled event) {
        notices.tellIssuer(
                event.campaign(),
                event.unit(),
                NoticeKind.RECALLED,
                "version " + event.version(),
                Map.of("version", event.version(), "reason", event.reason()));
    }

    @EventListener
    void on(ConferenceConvened event) {
        notices.invite(event.campaign(), event.round(), event.at(), event.place(), event.agenda());
    }

    @EventListener
    void on(DeadlineMoved event) {
        notices.announceDeadline(event.campaign(), event.from(), event.to());
    }

    @EventListener
    void on(PlanWithdrawn event) {
        notices.announceWithdrawal(event.campaign(), event.reason());
    }

    @EventListener
    void on(ReportExempted event) {
        decisions.exempted(event.campaign(), event.unit(), event.reason());
    }

    @EventListener
    void on(LateAcceptanceGranted event) {
        decisions.lateAccepted(event.campaign(), event.unit(), event.until(), event.reason());
    }
}
