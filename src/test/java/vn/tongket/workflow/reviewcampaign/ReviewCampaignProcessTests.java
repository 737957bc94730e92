package vn.tongket.workflow.reviewcampaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static vn.tongket.support.Actor.CAN_BO;
import static vn.tongket.support.Actor.CHU_TICH;
import static vn.tongket.support.Actor.THUONG_TRUC;
import static vn.tongket.support.Actor.TRUONG_BAN;
import static vn.tongket.support.Actor.TUYEN_GIAO;
import static vn.tongket.support.Actor.VAN_PHONG;
import static vn.tongket.support.Actor.VAN_THU;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.tongket.calendar.CalendarChanged;
import vn.tongket.campaign.CampaignDates;
import vn.tongket.campaign.CampaignLocked;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.campaign.PlanWithdrawn;
import vn.tongket.conference.ConferenceService.Convene;
import vn.tongket.conference.ConferenceService.Outcome;
import vn.tongket.conference.ConferenceService.RecordOutcome;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.ExtensionGranted;
import vn.tongket.extension.ExtensionRequest;
import vn.tongket.extension.ExtensionRequested;
import vn.tongket.extension.Target;
import vn.tongket.report.LateClosingPlanned;
import vn.tongket.report.ReportReturned;
import vn.tongket.report.ReportsClosed;
import vn.tongket.report.ReportsOpened;
import vn.tongket.shared.DomainException;
import vn.tongket.support.BareEngine;
import vn.tongket.support.Coverage;
import vn.tongket.support.ProcessSteps;
import vn.tongket.support.ProcessTestBase;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.unitreview.UnitReviewProcess;

class ReviewCampaignProcessTests extends ProcessTestBase {

    private static final String DRAFT = ReviewCampaignProcess.Task.DRAFT_PLAN;
    private static final String APPROVE = ReviewCampaignProcess.Task.APPROVE_PLAN;
    private static final String ISSUE = ReviewCampaignProcess.Task.ISSUE_PLAN;
    private static final String SETTLE = ReviewCampaignProcess.Task.SETTLE_MISSING_UNITS;
    private static final String LATE = "CatchEvent_LateClosingDue";
    private static final String COMPILE = ReviewCampaignProcess.Task.COMPILE_REPORT;
    private static final String SUBMIT = ReviewCampaignProcess.Task.SUBMIT_TO_STANDING_COMMITTEE;
    private static final String CONVENE = ReviewCampaignProcess.Task.CONVENE_CONFERENCE;
    private static final String RECORD = ReviewCampaignProcess.Task.RECORD_CONFERENCE;
    private static final String FINISH = ReviewCampaignProcess.Task.FINISH_REPORT;
    private static final String SIGN = ReviewCampaignProcess.Task.SIGN_REPORT;
    private static final String NUMBER = ReviewCampaignProcess.Task.NUMBER_REPORT;
    private static final String ACKNOWLEDGE = ReviewCampaignProcess.Task.ACKNOWLEDGE_RECEIPT;
    private static final String NOTICES = ReviewCampaignProcess.Timer.NOTICES_DUE;
    private static final String DEADLINE = ReviewCampaignProcess.Timer.DEADLINE_REACHED;
    private static final String DECIDE_BULK = ReviewCampaignProcess.Task.DECIDE_BULK_EXTENSION;
    private static final String OVERDUE = "BoundaryEvent_AcknowledgementOverdue";

    private static final Map<String, Object> APPROVED = Map.of("decision", "approve");
    private static final Map<String, Object> ISSUED =
            Map.of("number", 45, "date", "2017-09-05", "signer", "Người ký thử");
    private static final Map<String, Object> AGREED = Map.of("decision", "agree");
    private static final Map<String, Object> CONVENED =
            Map.of("heldAt", "2017-12-15T08:00", "place", "Hội trường tầng 2", "agenda", "Tổng kết 10 năm");
    private static final Map<String, Object> SIGNED = Map.of("signer", "Người ký thử");
    private static final Map<String, Object> NUMBERED = Map.of("number", 123, "date", "2017-12-25");
    private static final Map<String, Object> ACKNOWLEDGED =
            Map.of("incomingNumber", "987/Đ", "receivedOn", "2017-12-28");

    @RegisterExtension
    static ProcessEngineCoverageExtension coverage = Coverage.without(UnitReviewProcess.KEY);

    @Test
    void goesFromThePlanToTheDossier() {
        when(collection.openNext(CAMPAIGN, 200))
                .thenAnswer(call -> opened("SONGDA"))
                .thenAnswer(call -> opened("HUD"))
                .thenReturn(0);
        when(collection.closeNext(CAMPAIGN, 100)).thenReturn(100, 4, 0);
        ProcessSteps campaign = startCampaign();
        assertThat(campaign.instance().getTenantId()).isEqualTo("CDXDVN");

        campaign.complete(TUYEN_GIAO, DRAFT);
        verify(campaigns).finishDrafting(CAMPAIGN, "tuyengiao");
        campaign.complete(THUONG_TRUC, APPROVE, APPROVED);
        verify(campaigns).approvePlan(CAMPAIGN, "thuongtruc");
        campaign.complete(VAN_THU, ISSUE, ISSUED);
        verify(documents).issuePlan(CAMPAIGN, 45, LocalDate.of(2017, 9, 5), "Người ký thử", "vanthu");
        verify(collection, times(3)).openNext(CAMPAIGN, 200);
        assertThat(ProcessSteps.of(UNIT_KEY).waitsAt(UnitReviewProcess.Task.RECEIVE_PLAN))
                .isTrue();
        assertThat(ProcessSteps.of(CAMPAIGN + "/HUD").instance().getTenantId()).isEqualTo("CDXDVN");

        accept(ProcessSteps.of(UNIT_KEY), false);
        verify(collection, never()).closeCollection(any(), any());
        campaign.runJobs();
        assertThat(campaign.waitsAt(COMPILE)).isFalse();
        tellCampaignThatAllAreAccountedFor();
        campaign.runJobs();
        verify(collection).closeCollection(CAMPAIGN, "Hệ thống");
        verify(collection, times(3)).closeNext(CAMPAIGN, 100);

        campaign.complete(TRUONG_BAN, COMPILE);
        verify(synthesis).finishCompiling(CAMPAIGN, "truongban");
        campaign.complete(THUONG_TRUC, SUBMIT, AGREED);
        verify(synthesis).agree(CAMPAIGN, "thuongtruc");
        campaign.complete(VAN_PHONG, CONVENE, CONVENED);
        verify(conferences)
                .convene(
                        CAMPAIGN,
                        new Convene(LocalDateTime.of(2017, 12, 15, 8, 0), "Hội trường tầng 2", "Tổng kết 10 năm"),
                        "vanphong");
        campaign.complete(VAN_PHONG, RECORD, outcome("adopted"));
        verify(conferences)
                .recordOutcome(CAMPAIGN, new RecordOutcome(30, 39, "Biên bản", Outcome.ADOPTED, List.of()), "vanphong");
        campaign.complete(THUONG_TRUC, SIGN, SIGNED);
        verify(documents).signReport(CAMPAIGN, "Người ký thử", "thuongtruc");
        campaign.complete(VAN_THU, NUMBER, NUMBERED);
        verify(documents).issueReport(CAMPAIGN, 123, LocalDate.of(2017, 12, 25), "vanthu");
        verify(notices).sendReportUpward(CAMPAIGN);
        campaign.complete(VAN_THU, ACKNOWLEDGE, ACKNOWLEDGED);
        verify(documents).acknowledge(CAMPAIGN, "987/Đ", LocalDate.of(2017, 12, 28), "vanthu");
        verify(documents).archive(CAMPAIGN);

        assertThat(campaign.isOver()).isTrue();
    }

    @Test
    void proposesNumberDateAndSignerOfThePlan() {
        ProcessSteps campaign = startCampaign().complete(TUYEN_GIAO, DRAFT).complete(THUONG_TRUC, APPROVE, APPROVED);
        Task task = campaign.task(ISSUE);

        assertThat(campaign.engine().getTaskService().getVariablesLocal(task.getId()))
                .containsEntry("number", 45)
                .containsEntry("date", "2017-09-05")
                .containsEntry("signer", "Người ký thử");
        assertThat(task.getName()).isEqualTo("Ban hành kế hoạch – TK-20NQTW-2017");
    }

    @Test
    void isDueOnTheDayOfItsMilestone() {
        when(campaigns.milestone(CAMPAIGN, "issue")).thenReturn(Optional.of(LocalDate.of(2017, 9, 5)));

        assertThat(startCampaign().task(DRAFT).getDueDate())
                .isEqualTo(EngineDates.at(LocalDateTime.of(2017, 9, 5, 23, 59)));
    }

    @Test
    void standingBodyReturnsThePlanWithAReason() {
        ProcessSteps campaign = startCampaign().complete(TUYEN_GIAO, DRAFT);

        campaign.complete(THUONG_TRUC, APPROVE, Map.of("decision", "return", "reason", "Rà lại thời hạn."));

        verify(campaigns).returnPlan(CAMPAIGN, "Rà lại thời hạn.", "thuongtruc");
        assertThat(campaign.waitsAt(DRAFT)).isTrue();
    }

    @Test
    void doesNotWaitWhenAllWereAccountedForBefore() {
        when(collection.isHeldOpen(CAMPAIGN)).thenReturn(false);

        ProcessSteps campaign = issued();

        verify(collection).closeCollection(CAMPAIGN, "Hệ thống");
        assertThat(campaign.waitsAt(COMPILE)).isTrue();
        assertThat(campaign.waitsForTimer(DEADLINE)).isFalse();
        assertThat(campaign.waitsForTimer(NOTICES)).isFalse();
    }

    @Test
    void endsTheWaitWhenTheLastUnitIsAccepted() {
        ProcessSteps campaign = issued();
        ProcessSteps unit = startUnit();

        accept(unit, true);
        campaign.runJobs();

        assertThat(unit.isOver()).isTrue();
        assertThat(campaign.waitsAt(COMPILE)).isTrue();
    }

    @Test
    void waitsWithTheLockUntilEverySentReportIsReviewed() {
        ProcessSteps campaign = issued();
        doThrow(DomainException.refused("Chưa khóa được.")).when(collection).closeCollection(CAMPAIGN, "Hệ thống");
        tellCampaignThatAllAreAccountedFor();

        campaign.runFailingJob();

        assertThat(campaign.asynchronous())
                .singleElement()
                .satisfies(job -> assertThat(job.getRetries()).isEqualTo(239));
        doNothing().when(collection).closeCollection(CAMPAIGN, "Hệ thống");
        campaign.runJobs();
        assertThat(campaign.waitsAt(COMPILE)).isTrue();
    }

    @Test
    void decidesWhenItIsDueAndComesAgainWhenTheDecisionSays() {
        LocalDateTime first = REMINDERS.get(0).atTime(8, 0);
        LocalDateTime second = REMINDERS.get(1).atTime(8, 0);
        ProcessSteps campaign = issued();
        verify(noticeDays).replan(CAMPAIGN, LocalDateTime.of(2017, 9, 5, 8, 30));
        assertThat(campaign.timer(NOTICES).getDuedate()).isEqualTo(EngineDates.at(first));
        when(noticeDays.decide(CAMPAIGN, first.plusMinutes(3))).thenReturn(second);
        clock.set("2017-10-06T08:03");

        campaign.fireTimer(NOTICES);

        assertThat(campaign.timer(NOTICES).getDuedate()).isEqualTo(EngineDates.at(second));
    }

    @Test
    void decidesForTheMomentThatIsDueWhenTheClockLags() {
        LocalDateTime due = REMINDERS.get(0).atTime(8, 0);
        when(noticeDays.decide(any(), any())).thenReturn(due.plusDays(7));
        ProcessSteps campaign = issued();
        clock.set("2017-10-06T07:59");

        campaign.fireTimer(NOTICES);

        verify(noticeDays).decide(CAMPAIGN, due);
    }

    @Test
    void goesOnWithNoticesWhileTheMissingUnitsAreSettled() {
        ProcessSteps campaign = issued().fireTimer(DEADLINE);
        when(noticeDays.decide(any(), any())).thenReturn(LocalDateTime.of(2017, 11, 8, 8, 0));

        campaign.fireTimer(NOTICES);

        assertThat(campaign.waitsAt(SETTLE)).isTrue();
        assertThat(campaign.timer(NOTICES).getDuedate()).isEqualTo(EngineDates.at(LocalDateTime.of(2017, 11, 8, 8, 0)));
        campaign.complete(TRUONG_BAN, SETTLE, Map.of("decision", "close"));
        assertThat(campaign.waitsForTimer(NOTICES)).isFalse();
    }

    @Test
    void movesItsTimersWhenADateMoves() {
        ProcessSteps campaign = issued();
        clock.set("2017-10-10T09:00");
        LocalDate later = LocalDate.of(2017, 11, 14);
        LocalDateTime notice = LocalDateTime.of(2017, 10, 16, 8, 0);

        for (Object event : List.of(
                new DeadlineMoved(CAMPAIGN, LAST_DAY, later),
                new ReportReturned(CAMPAIGN, UNIT, 1, later, List.of()),
                new ExtensionGranted(CAMPAIGN, UUID.randomUUID(), later),
                new CalendarChanged(2017, later))) {
            notice = notice.plusDays(1);
            later = later.plusDays(1);
            when(noticeDays.replan(CAMPAIGN, LocalDateTime.of(2017, 10, 10, 9, 0)))
                    .thenReturn(notice);
            when(noticeDays.collecting()).thenReturn(List.of(CAMPAIGN));
            when(campaigns.dates(CAMPAIGN)).thenReturn(new CampaignDates(later, later, null, List.of()));

            BareEngine.context().publishEvent(event);

            Date noticesAt = EngineDates.at(notice);
            Date deadlineAt = EngineDates.at(later.plusDays(1).atStartOfDay());
            assertThat(campaign.timer(NOTICES).getDuedate()).isEqualTo(noticesAt);
            assertThat(campaign.timer(DEADLINE).getDuedate()).isEqualTo(deadlineAt);
            assertThat(branch(campaign, NOTICES)).containsEntry("nextNoticeAt", noticesAt);
            assertThat(branch(campaign, DEADLINE)).containsEntry("deadlineAt", deadlineAt);
        }
    }

    @Test
    void leavesACampaignThatDoesNotCollectAlone() {
        startCampaign().complete(TUYEN_GIAO, DRAFT);
        ProcessSteps closed = ProcessSteps.of(CAMPAIGN);

        BareEngine.context().publishEvent(new DeadlineMoved(CAMPAIGN, LAST_DAY, LAST_DAY.plusDays(3)));

        assertThat(closed.waitsAt(APPROVE)).isTrue();
        assertThat(closed.waitsForTimer(DEADLINE)).isFalse();
    }

    @Test
    void opensTheSettlingAtMidnightAfterTheLastDay() {
        ProcessSteps campaign = issued();
        assertThat(campaign.timer(DEADLINE).getDuedate())
                .isEqualTo(EngineDates.at(LocalDateTime.of(2017, 11, 5, 0, 0)));

        campaign.fireTimer(DEADLINE);

        assertThat(campaign.waitsAt(SETTLE)).isTrue();
    }

    @Test
    void headClosesTheCollection() {
        when(collection.closeNext(CAMPAIGN, 100)).thenReturn(7, 0);
        ProcessSteps campaign = issued().fireTimer(DEADLINE);

        campaign.complete(TRUONG_BAN, SETTLE, Map.of("decision", "close"));

        verify(collection).closeCollection(CAMPAIGN, "truongban");
        verify(collection, never()).closeCollection(CAMPAIGN, "Hệ thống");
        assertThat(campaign.waitsAt(COMPILE)).isTrue();
    }

    @Test
    void headMovesTheDeadlineAndTheWaitGoesOn() {
        ProcessSteps campaign = issued().fireTimer(DEADLINE);
        LocalDate later = LocalDate.of(2017, 11, 14);
        when(campaigns.dates(CAMPAIGN))
                .thenReturn(new CampaignDates(later, later, null, List.of(LocalDate.of(2017, 11, 13))));
        clock.set("2017-11-06T09:00");

        campaign.complete(
                TRUONG_BAN,
                SETTLE,
                Map.of("decision", "moveDeadline", "newDeadline", "2017-11-14", "reason", "Bão số 12."));

        verify(campaigns).moveDeadline(CAMPAIGN, later, "Bão số 12.", "truongban");
        assertThat(campaign.timer(DEADLINE).getDuedate())
                .isEqualTo(EngineDates.at(LocalDateTime.of(2017, 11, 15, 0, 0)));
    }

    @Test
    void endsTheSettlingWhenTheLastUnitIsAcceptedMeanwhile() {
        ProcessSteps campaign = issued().fireTimer(DEADLINE);

        accept(startUnit(), true);
        campaign.runJobs();

        assertThat(campaign.waitsAt(SETTLE)).isFalse();
        verify(collection).closeCollection(CAMPAIGN, "Hệ thống");
        assertThat(campaign.waitsAt(COMPILE)).isTrue();
    }

    @Test
    void closesWhatWasLetInAfterTheLockWhenItsDayIsOver() {
        when(late.closeDue(CAMPAIGN, 100)).thenReturn(100, 3, 0);
        ProcessSteps campaign = issued().fireTimer(DEADLINE).complete(TRUONG_BAN, SETTLE, Map.of("decision", "close"));
        LocalDateTime over = LocalDateTime.of(2017, 11, 26, 0, 0);

        planLateClosing(over);

        assertThat(campaign.timer(LATE).getDuedate()).isEqualTo(EngineDates.at(over));
        verify(late, never()).closeDue(any(), anyInt());
        campaign.fireTimer(LATE);
        verify(late, times(3)).closeDue(CAMPAIGN, 100);
        // The open task knows nothing of it.
        assertThat(campaign.variables())
                .doesNotContainKeys(
                        ReviewCampaignProcess.Variable.LATE_CLOSING_AT,
                        ReviewCampaignProcess.Variable.MORE_LATE_TO_CLOSE);
        assertThat(campaign.complete(TUYEN_GIAO, COMPILE).waitsAt(SUBMIT)).isTrue();
    }

    @Test
    void manyLateClosingsWaitBesideEachOtherAndNoneOutlivesTheCampaign() {
        ProcessSteps campaign = signed();
        planLateClosing(LocalDateTime.of(2017, 11, 26, 0, 0));
        planLateClosing(LocalDateTime.of(2030, 1, 1, 0, 0));
        assertThat(campaign.engine()
                        .getManagementService()
                        .createJobQuery()
                        .activityId(LATE)
                        .list())
                .extracting(Job::getDuedate)
                .containsExactlyInAnyOrder(
                        EngineDates.at(LocalDateTime.of(2017, 11, 26, 0, 0)),
                        EngineDates.at(LocalDateTime.of(2030, 1, 1, 0, 0)));

        campaign.complete(VAN_THU, NUMBER, NUMBERED).complete(VAN_THU, ACKNOWLEDGE, ACKNOWLEDGED);

        assertThat(campaign.isOver()).isTrue();
    }

    @Test
    void aWithdrawnPlanEndsWhateverWaitsAndTheUnitsWorkInChunks() {
        when(withdrawn.endNext(CAMPAIGN, 100))
                .thenAnswer(call -> {
                    BareEngine.context().publishEvent(new ReportsClosed(CAMPAIGN, List.of(UNIT)));
                    return 100;
                })
                .thenReturn(4, 0);
        ProcessSteps campaign = askingForMany().fireTimer(DEADLINE);
        ProcessSteps unit = startUnit();
        planLateClosing(LocalDateTime.of(2017, 11, 26, 0, 0));

        BareEngine.context().publishEvent(new PlanWithdrawn(CAMPAIGN, "Đã có kế hoạch khác."));

        // At once what the campaign waits for, after it what the units do.
        assertThat(campaign.waitsAt(SETTLE)).isFalse();
        assertThat(campaign.waitsAt(DECIDE_BULK)).isFalse();
        assertThat(campaign.waitsForTimer(NOTICES)).isFalse();
        assertThat(campaign.waitsForTimer(LATE)).isFalse();
        assertThat(unit.waitsAt(UnitReviewProcess.Task.RECEIVE_PLAN)).isTrue();
        verify(withdrawn, never()).endNext(any(), anyInt());

        campaign.runJobs();

        verify(withdrawn, times(3)).endNext(CAMPAIGN, 100);
        assertThat(unit.isOver()).isTrue();
        assertThat(campaign.isOver()).isTrue();
        verify(collection, never()).closeCollection(any(), any());
    }

    @Test
    void aPlanCanBeWithdrawnWhileItGoesOut() {
        when(collection.openNext(CAMPAIGN, 200)).thenThrow(DomainException.refused("Chưa phát hành được."));
        ProcessSteps campaign = startCampaign().complete(TUYEN_GIAO, DRAFT).complete(THUONG_TRUC, APPROVE, APPROVED);
        campaign.submit(VAN_THU, ISSUE, ISSUED);
        campaign.runFailingJob();

        BareEngine.context().publishEvent(new PlanWithdrawn(CAMPAIGN, "Ban hành nhầm."));
        campaign.runJobs();

        assertThat(campaign.isOver()).isTrue();
        verify(withdrawn).endNext(CAMPAIGN, 100);
    }

    @Test
    void tellsWhoeverWithdrawsWhatNoProcessWaitsFor() {
        assertThatThrownBy(() -> BareEngine.context().publishEvent(new PlanWithdrawn(CAMPAIGN, "Nhầm.")))
                .isInstanceOf(DomainException.class)
                .hasMessage("Chiến dịch này được mở từ phiên bản trước của phần mềm và chưa có bước thu hồi kế hoạch.");
    }

    @Test
    void aChunkThatFailsIsTriedAgain() {
        when(withdrawn.endNext(CAMPAIGN, 100)).thenThrow(new IllegalStateException("lost"));
        ProcessSteps campaign = issued();
        BareEngine.context().publishEvent(new PlanWithdrawn(CAMPAIGN, "Nhầm."));

        campaign.runFailingJob();

        assertThat(campaign.asynchronous())
                .singleElement()
                .satisfies(job -> assertThat(job.getRetries()).isEqualTo(4));
        doReturn(0).when(withdrawn).endNext(CAMPAIGN, 100);
        assertThat(campaign.runJobs().isOver()).isTrue();
    }

    private static void planLateClosing(LocalDateTime at) {
        BareEngine.context()
                .publishEvent(
                        new LateClosingPlanned(CAMPAIGN, EngineDates.at(at).toInstant()));
    }

    @Test
    void standingCommitteeSendsTheReportBack() {
        ProcessSteps campaign = compiled();

        campaign.complete(THUONG_TRUC, SUBMIT, Map.of("decision", "sendBack", "remarks", "Bổ sung kiến nghị."));

        verify(synthesis).sendBack(CAMPAIGN, "Bổ sung kiến nghị.", "thuongtruc");
        assertThat(campaign.waitsAt(COMPILE)).isTrue();
    }

    @Test
    void proposesTheConferenceForTheMorningOfItsMilestone() {
        when(campaigns.milestone(CAMPAIGN, "conference")).thenReturn(Optional.of(LocalDate.of(2017, 12, 15)));
        ProcessSteps campaign = compiled().complete(THUONG_TRUC, SUBMIT, AGREED);

        assertThat(campaign.engine()
                        .getTaskService()
                        .getVariableLocal(campaign.task(CONVENE).getId(), "heldAt"))
                .isEqualTo("2017-12-15T08:00");
    }

    @Test
    void worksInTheAmendmentsOfTheConference() {
        ProcessSteps campaign = convened();

        campaign.complete(
                VAN_PHONG,
                RECORD,
                Map.of(
                        "present", 30,
                        "total", 39,
                        "minutes", "Biên bản",
                        "outcome", "adoptedWithAmendments",
                        "amendments", "Bổ sung số liệu nhà ở\n\n Nêu rõ nguyên nhân "));

        verify(conferences)
                .recordOutcome(
                        CAMPAIGN,
                        new RecordOutcome(
                                30,
                                39,
                                "Biên bản",
                                Outcome.ADOPTED_WITH_AMENDMENTS,
                                List.of("Bổ sung số liệu nhà ở", "Nêu rõ nguyên nhân")),
                        "vanphong");
        campaign.complete(TUYEN_GIAO, FINISH);
        verify(conferences).finishAmendments(CAMPAIGN, "tuyengiao");
        assertThat(campaign.waitsAt(SIGN)).isTrue();
    }

    @Test
    void compilesAgainWhatTheConferenceSentBack() {
        assertThat(convened().complete(VAN_PHONG, RECORD, outcome("sentBack")).waitsAt(COMPILE))
                .isTrue();
    }

    @Test
    void convenesAgainWhenTheQuorumWasMissing() {
        assertThat(convened().complete(VAN_PHONG, RECORD, outcome("postponed")).waitsAt(CONVENE))
                .isTrue();
    }

    @Test
    void retriesTheReportUpwardThenRaisesAnIncidentAndGoesOnWhenItIsMended() {
        ProcessSteps campaign = signed();
        doThrow(new IllegalStateException("mail server down")).when(notices).sendReportUpward(CAMPAIGN);
        campaign.submit(VAN_THU, NUMBER, NUMBERED);

        for (int left = 4; left >= 0; left--) {
            campaign.runFailingJob();
            assertThat(campaign.asynchronous().get(0).getRetries()).isEqualTo(left);
        }

        assertThat(campaign.engine().getRuntimeService().createIncidentQuery().list())
                .extracting(Incident::getActivityId)
                .containsExactly("ServiceTask_SendReportUpward");
        doNothing().when(notices).sendReportUpward(CAMPAIGN);
        campaign.runJobs();
        assertThat(campaign.waitsAt(ACKNOWLEDGE)).isTrue();
    }

    @Test
    void remindsOfTheAcknowledgementAfterTenWorkingDays() {
        ProcessSteps campaign = signed();
        clock.set("2017-12-25T10:00");
        campaign.complete(VAN_THU, NUMBER, NUMBERED);
        verify(calendar).plus(LocalDate.of(2017, 12, 25), 10);
        assertThat(campaign.timer(OVERDUE).getDuedate()).isEqualTo(EngineDates.at(LocalDateTime.of(2018, 1, 4, 8, 0)));

        campaign.fireTimer(OVERDUE);

        verify(notices).remindAcknowledgement(CAMPAIGN);
        campaign.complete(VAN_THU, ACKNOWLEDGE, ACKNOWLEDGED);
        assertThat(campaign.isOver()).isTrue();
    }

    private static Map<String, Object> branch(ProcessSteps campaign, String timer) {
        return campaign.engine()
                .getRuntimeService()
                .getVariables(campaign.timer(timer).getExecutionId());
    }

    @Test
    void asksTheStandingBodyForMoreTimeForManyWhileTheCollectionGoesOn() {
        ProcessSteps campaign = askingForMany();

        campaign.complete(
                THUONG_TRUC, DECIDE_BULK, Map.of("decision", "grant", "grantedDay", "2017-11-10", "words", "Đồng ý"));

        verify(bulkExtensions).decide(CAMPAIGN, new Decide(true, LocalDate.of(2017, 11, 10), "Đồng ý"), "thuongtruc");
        assertThat(campaign.waitsAt(DECIDE_BULK)).isFalse();
        assertThat(campaign.waitsForTimer(DEADLINE)).isTrue();
    }

    @Test
    void standingBodyRefusesMoreTimeForMany() {
        ProcessSteps campaign = askingForMany();

        campaign.complete(THUONG_TRUC, DECIDE_BULK, Map.of("decision", "refuse", "words", "Đã đủ thời gian"));

        verify(bulkExtensions).decide(CAMPAIGN, new Decide(false, null, "Đã đủ thời gian"), "thuongtruc");
        assertThat(campaign.waitsAt(DECIDE_BULK)).isFalse();
    }

    @Test
    void theHeadsLockEndsTheQuestionOfMoreTimeForMany() {
        ProcessSteps campaign = askingForMany().fireTimer(DEADLINE);
        lockTellsTheProcess();

        campaign.complete(TRUONG_BAN, SETTLE, Map.of("decision", "close"));

        assertThat(campaign.waitsAt(DECIDE_BULK)).isFalse();
        verify(bulkExtensions, never()).decide(any(), any(), any());
        theRestGoesToTheDossier(campaign);
    }

    @Test
    void theLockByItselfEndsTheQuestionOfMoreTimeForMany() {
        ProcessSteps campaign = askingForMany();
        lockTellsTheProcess();

        tellCampaignThatAllAreAccountedFor();
        campaign.runJobs();

        assertThat(campaign.waitsAt(DECIDE_BULK)).isFalse();
        theRestGoesToTheDossier(campaign);
    }

    private void theRestGoesToTheDossier(ProcessSteps campaign) {
        campaign.complete(TRUONG_BAN, COMPILE)
                .complete(THUONG_TRUC, SUBMIT, AGREED)
                .complete(VAN_PHONG, CONVENE, CONVENED)
                .complete(VAN_PHONG, RECORD, outcome("adopted"))
                .complete(THUONG_TRUC, SIGN, SIGNED)
                .complete(VAN_THU, NUMBER, NUMBERED)
                .complete(VAN_THU, ACKNOWLEDGE, ACKNOWLEDGED);
        assertThat(campaign.isOver()).isTrue();
    }

    /** As the domain does, in the middle of the step that locks. */
    private void lockTellsTheProcess() {
        doAnswer(call -> {
                    BareEngine.context().publishEvent(new CampaignLocked(CAMPAIGN));
                    return null;
                })
                .when(collection)
                .closeCollection(any(), any());
    }

    private ProcessSteps askingForMany() {
        when(bulkExtensions.open(CAMPAIGN))
                .thenReturn(new ExtensionRequest(
                        UUID.randomUUID(),
                        Target.ALL,
                        "Tất cả đơn vị",
                        LocalDate.of(2017, 11, 10),
                        "Mưa lũ",
                        null,
                        "tuyengiao",
                        Instant.EPOCH,
                        null,
                        null,
                        false,
                        0));
        ProcessSteps campaign = issued();
        BareEngine.context().publishEvent(new ExtensionRequested(CAMPAIGN, null));
        assertThat(campaign.engine()
                        .getTaskService()
                        .getVariable(campaign.task(DECIDE_BULK).getId(), "grantedDay"))
                .isEqualTo("2017-11-10");
        return campaign;
    }

    private ProcessSteps issued() {
        when(collection.openNext(any(), anyInt())).thenReturn(0);
        return startCampaign()
                .complete(TUYEN_GIAO, DRAFT)
                .complete(THUONG_TRUC, APPROVE, APPROVED)
                .complete(VAN_THU, ISSUE, ISSUED);
    }

    private ProcessSteps compiled() {
        return issued().fireTimer(DEADLINE)
                .complete(TRUONG_BAN, SETTLE, Map.of("decision", "close"))
                .complete(TUYEN_GIAO, COMPILE);
    }

    private ProcessSteps convened() {
        return compiled().complete(THUONG_TRUC, SUBMIT, AGREED).complete(VAN_PHONG, CONVENE, CONVENED);
    }

    private ProcessSteps signed() {
        return convened().complete(VAN_PHONG, RECORD, outcome("adopted")).complete(THUONG_TRUC, SIGN, SIGNED);
    }

    private static Map<String, Object> outcome(String outcome) {
        return Map.of("present", 30, "total", 39, "minutes", "Biên bản", "outcome", outcome, "amendments", "");
    }

    private static int opened(String unit) {
        BareEngine.context().publishEvent(new ReportsOpened(CAMPAIGN, "CDXDVN", List.of(unit)));
        return 1;
    }

    /** The unit of Sông Đà goes to acceptance; {@code last}: it was the last one required. */
    private void accept(ProcessSteps unit, boolean last) {
        unit.complete(
                        CAN_BO,
                        UnitReviewProcess.Task.RECEIVE_PLAN,
                        Map.of("reviewForm", "OTHER", "personInCharge", "Cán bộ", "ownDate", "2017-10-10"))
                .complete(
                        CAN_BO,
                        UnitReviewProcess.Task.HOLD_REVIEW,
                        Map.of("heldOn", "2017-10-09", "reviewForm", "OTHER", "present", 12))
                .complete(CAN_BO, UnitReviewProcess.Task.WRITE_UNIT_REPORT)
                .complete(
                        CHU_TICH,
                        UnitReviewProcess.Task.SIGN_UNIT_REPORT,
                        Map.of("decision", "sign", "number", "12/BC-CĐ", "signedOn", "2017-10-20"));
        when(collection.isHeldOpen(CAMPAIGN)).thenReturn(!last);
        unit.complete(TRUONG_BAN, UnitReviewProcess.Task.REVIEW_UNIT_REPORT, Map.of("decision", "accept"));
    }

    private void tellCampaignThatAllAreAccountedFor() {
        BareEngine.bean(org.camunda.bpm.engine.RuntimeService.class)
                .createMessageCorrelation(ReviewCampaignProcess.Message.ALL_ACCOUNTED_FOR)
                .processInstanceBusinessKey(CAMPAIGN)
                .tenantId("CDXDVN")
                .correlateAll();
    }
}
