package vn.tongket.workflow.unitreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;
import static vn.tongket.support.Actor.CAN_BO;
import static vn.tongket.support.Actor.CHU_TICH;
import static vn.tongket.support.Actor.THUONG_TRUC;
import static vn.tongket.support.Actor.TRUONG_BAN;
import static vn.tongket.support.Actor.TUYEN_GIAO;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import vn.tongket.calendar.CalendarChanged;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.DeadlineMoved;
import vn.tongket.document.Documents.Kind;
import vn.tongket.document.Documents.Listed;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.ExtensionCommands.Propose;
import vn.tongket.extension.ExtensionGranted;
import vn.tongket.extension.ExtensionRequest;
import vn.tongket.extension.ExtensionRequest.Proposal;
import vn.tongket.extension.ExtensionRequested;
import vn.tongket.extension.ExtensionScope;
import vn.tongket.extension.Target;
import vn.tongket.report.ExemptionProposed;
import vn.tongket.report.LateAcceptanceGranted;
import vn.tongket.report.ReportCommands.HoldReview;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.report.ReportRecalled;
import vn.tongket.report.ReportsClosed;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.support.BareEngine;
import vn.tongket.support.Coverage;
import vn.tongket.support.ProcessSteps;
import vn.tongket.support.ProcessTestBase;
import vn.tongket.workflow.EngineDates;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess;

class UnitReviewProcessTests extends ProcessTestBase {

    private static final String RECEIVE = UnitReviewProcess.Task.RECEIVE_PLAN;
    private static final String HOLD = UnitReviewProcess.Task.HOLD_REVIEW;
    private static final String WRITE = UnitReviewProcess.Task.WRITE_UNIT_REPORT;
    private static final String SIGN = UnitReviewProcess.Task.SIGN_UNIT_REPORT;
    private static final String EXEMPT = UnitReviewProcess.Task.DECIDE_EXEMPTION;
    private static final String REVIEW = UnitReviewProcess.Task.REVIEW_UNIT_REPORT;
    private static final String PROPOSE = UnitReviewProcess.Task.PROPOSE_EXTENSION;
    private static final String DECIDE = UnitReviewProcess.Task.DECIDE_EXTENSION;

    private static final Map<String, Object> RECEIVED =
            Map.of("reviewForm", "OWN_CONFERENCE", "personInCharge", "Đồng chí phụ trách", "ownDate", "2017-10-10");
    private static final Map<String, Object> HELD =
            Map.of("heldOn", "2017-10-09", "reviewForm", "WITHIN_MEETING", "present", 120, "minutes", "");
    private static final Map<String, Object> SIGNED =
            Map.of("decision", "sign", "number", "12/BC-CĐ", "signedOn", "2017-10-20");
    private static final Map<String, Object> ACCEPTED = Map.of("decision", "accept");

    @RegisterExtension
    static ProcessEngineCoverageExtension coverage = Coverage.without(ReviewCampaignProcess.KEY);

    @Test
    void goesFromThePlanToAcceptance() {
        ProcessSteps unit = startUnit();

        unit.complete(CAN_BO, RECEIVE, RECEIVED);
        verify(reports)
                .receivePlan(
                        CAMPAIGN,
                        UNIT,
                        new ReceivePlan(ReviewForm.OWN_CONFERENCE, "Đồng chí phụ trách", LocalDate.of(2017, 10, 10)),
                        "songdacanbo");
        unit.complete(CAN_BO, HOLD, HELD);
        verify(reports)
                .holdReview(
                        CAMPAIGN,
                        UNIT,
                        new HoldReview(LocalDate.of(2017, 10, 9), ReviewForm.WITHIN_MEETING, 120, null),
                        "songdacanbo");
        unit.complete(CAN_BO, WRITE);
        verify(reports).finishWriting(CAMPAIGN, UNIT, "songdacanbo");
        unit.complete(CHU_TICH, SIGN, SIGNED);
        verify(reports).sign(CAMPAIGN, UNIT, new SignReport("12/BC-CĐ", LocalDate.of(2017, 10, 20)), "songdachutich");
        verify(documents).registerIncoming(CAMPAIGN, UNIT);
        unit.complete(TRUONG_BAN, REVIEW, ACCEPTED);
        verify(review).accept(CAMPAIGN, UNIT, new CurrentUser("truongban", Set.of("CDXDVNtruongban")));

        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void leadsAUnionWithUnionsBelowToItsOwnCampaign() {
        ProcessSteps unit = startUnit();
        String task = unit.task(RECEIVE).getId();

        assertThat(unit.engine().getFormService().getTaskFormVariables(task))
                .containsEntry("ownCampaignOpenable", false);
        when(own.isOpenable(CAMPAIGN, UNIT)).thenReturn(true);
        assertThat(unit.engine().getFormService().getTaskFormVariables(task))
                .containsEntry("ownCampaignOpenable", true)
                .containsEntry("ownCampaignPage", "/reports/TK-20NQTW-2017/SONGDA/own-campaign");
    }

    @Test
    void proposesTheNumberUnderWhichTheUnitsOwnCampaignReported() {
        UUID below = UUID.randomUUID();
        Campaign campaign = mock(Campaign.class);
        when(campaign.id()).thenReturn(below);
        when(own.of(CAMPAIGN, UNIT)).thenReturn(Optional.of(campaign));
        Listed report = mock(Listed.class);
        when(report.symbol()).thenReturn("31/BC-CĐSĐ");
        when(stored.latest(below, Kind.REPORT)).thenReturn(Optional.of(report));

        ProcessSteps unit = startUnit()
                .complete(CAN_BO, RECEIVE, RECEIVED)
                .complete(CAN_BO, HOLD, HELD)
                .complete(CAN_BO, WRITE);

        assertThat(unit.engine()
                        .getTaskService()
                        .getVariablesLocal(unit.task(SIGN).getId()))
                .containsEntry("number", "31/BC-CĐSĐ");
    }

    @Test
    void belongsToTheIssuerAsTenant() {
        assertThat(startUnit().instance().getTenantId()).isEqualTo("CDXDVN");
    }

    @Test
    void tellsPeopleWhatToDoForWhomUntilWhen() {
        Task task = startUnit().task(RECEIVE);

        assertThat(task.getName()).isEqualTo("Tiếp nhận kế hoạch – Sông Đà – TK-20NQTW-2017");
        assertThat(task.getDescription()).contains("thẻ “Hồ sơ”");
        assertThat(task.getDueDate())
                .isEqualTo(EngineDates.at(LocalDate.of(2017, 9, 10).atTime(23, 59)));
        assertThat(candidates(task)).containsExactly("SONGDAcanbo");
        assertThat(task.getCamundaFormRef().getKey()).isEqualTo("receive-plan");
    }

    @Test
    void takesTheUnitsOwnDateAsDueDate() {
        ProcessSteps unit = startUnit().complete(CAN_BO, RECEIVE, RECEIVED);

        assertThat(unit.task(HOLD).getDueDate())
                .isEqualTo(EngineDates.at(LocalDate.of(2017, 10, 10).atTime(23, 59)));
    }

    @Test
    void chairSendsItBackToTheWriters() {
        ProcessSteps unit = written();

        unit.complete(CHU_TICH, SIGN, Map.of("decision", "return", "reason", "Thiếu số liệu đào tạo."));

        verify(reports).sendBackToWriters(CAMPAIGN, UNIT, "Thiếu số liệu đào tạo.", "songdachutich");
        assertThat(unit.waitsAt(WRITE)).isTrue();
    }

    @Test
    void departmentReturnsItWithReasonsAndADate() {
        ProcessSteps unit = sent();

        when(reports.owedBy(CAMPAIGN, UNIT)).thenReturn(LocalDate.of(2017, 11, 10));
        unit.complete(
                TUYEN_GIAO,
                REVIEW,
                Map.of(
                        "decision",
                        "return",
                        "reasons",
                        "P1.I.1: thiếu số liệu tuyên truyền\n\nPL02: sai đơn vị tính\nChưa đóng dấu",
                        "due",
                        "2017-11-10"));

        verify(review)
                .returnToUnit(
                        CAMPAIGN,
                        UNIT,
                        new ReturnReport(
                                List.of(
                                        new Reason("P1.I.1", null, "thiếu số liệu tuyên truyền"),
                                        new Reason("PL02", null, "sai đơn vị tính"),
                                        new Reason(null, null, "Chưa đóng dấu")),
                                LocalDate.of(2017, 11, 10)),
                        "tuyengiao");
        assertThat(unit.task(WRITE).getDueDate())
                .isEqualTo(EngineDates.at(LocalDate.of(2017, 11, 10).atTime(23, 59)));
        assertThat(candidates(unit.task(WRITE))).containsExactly("SONGDAcanbo");
    }

    @Test
    void departmentReturnsItWithTheReasonsOfItsPageAlone() {
        ProcessSteps unit = sent();

        unit.complete(TUYEN_GIAO, REVIEW, Map.of("decision", "return", "reasons", " ", "due", "2017-11-10"));

        verify(review)
                .returnToUnit(CAMPAIGN, UNIT, new ReturnReport(List.of(), LocalDate.of(2017, 11, 10)), "tuyengiao");
        assertThat(unit.waitsAt(WRITE)).isTrue();
    }

    @Test
    void theUnitTakesItBackFromTheReviewAndWritesAgain() {
        ProcessSteps unit = sent();

        BareEngine.context().publishEvent(new ReportRecalled(CAMPAIGN, UNIT, 1, "Nhầm phụ lục"));

        assertThat(unit.waitsAt(REVIEW)).isFalse();
        assertThat(unit.waitsAt(WRITE)).isTrue();
        assertThat(candidates(unit.task(WRITE))).containsExactly("SONGDAcanbo");
        unit.complete(CAN_BO, WRITE).complete(CHU_TICH, SIGN, SIGNED);
        verify(documents, times(2)).registerIncoming(CAMPAIGN, UNIT);
        assertThat(unit.waitsAt(REVIEW)).isTrue();
    }

    @Test
    void nothingIsTakenBackThatIsNotUnderReview() {
        ProcessSteps unit = written();

        assertThatThrownBy(
                        () -> BareEngine.context().publishEvent(new ReportRecalled(CAMPAIGN, UNIT, 1, "Nhầm phụ lục")))
                .isInstanceOf(DomainException.class)
                .hasMessageEndingWith("chưa có bước này.");
        assertThat(unit.waitsAt(SIGN)).isTrue();
    }

    @Test
    void isReviewedByTheDepartmentWithinThreeWorkingDays() {
        Task task = sent().task(REVIEW);

        assertThat(candidates(task)).containsExactlyInAnyOrder("CDXDVNtuyengiao", "CDXDVNtruongban");
        assertThat(task.getDueDate())
                .isEqualTo(EngineDates.at(LocalDate.of(2017, 9, 8).atTime(23, 59)));
    }

    @Test
    void endsWhereverItIsWhenTheCampaignLocks() {
        ProcessSteps unit = written();

        BareEngine.context().publishEvent(new ReportsClosed(CAMPAIGN, List.of(UNIT, "HUD")));

        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void followsWhateverMovesTheDayOnWhichReportsAreOwed() {
        Campaign collecting = campaign("TK-1", CampaignState.COLLECTING);
        Campaign archived = campaign("TK-2", CampaignState.ARCHIVED);
        when(campaigns.all()).thenReturn(List.of(archived, collecting));

        BareEngine.context().publishEvent(new DeadlineMoved("TK-1", LAST_DAY, LAST_DAY.plusDays(10)));
        BareEngine.context().publishEvent(new ExtensionGranted("TK-1", UUID.randomUUID(), LAST_DAY.plusDays(10)));
        BareEngine.context().publishEvent(new CalendarChanged(2017, LAST_DAY));

        verify(dueDates, times(3)).follow("TK-1", List.of(WRITE, SIGN));
        verifyNoMoreInteractions(dueDates);
    }

    private static Campaign campaign(String code, CampaignState state) {
        Campaign campaign = mock(Campaign.class);
        when(campaign.code()).thenReturn(code);
        when(campaign.state()).thenReturn(state);
        return campaign;
    }

    @Test
    void asksTheDepartmentAndThenTheStandingBodyForMoreTimeWhileTheUnitWorksOn() {
        ProcessSteps unit = asking();
        assertThat(candidates(unit.task(PROPOSE))).containsExactlyInAnyOrder("CDXDVNtuyengiao", "CDXDVNtruongban");
        assertThat(unit.task(PROPOSE).getDueDate()).isEqualTo(EngineDates.endOf(LocalDate.of(2017, 9, 7)));
        assertThat(unit.engine().getTaskService().getVariable(unit.task(PROPOSE).getId(), "proposedDay"))
                .isEqualTo("2017-11-10");

        unit.complete(CAN_BO, WRITE)
                .complete(
                        TUYEN_GIAO,
                        PROPOSE,
                        Map.of("recommendation", "grant", "proposedDay", "2017-11-08", "note", "Mưa lũ"));
        verify(extensions).propose(CAMPAIGN, UNIT, new Propose(true, LocalDate.of(2017, 11, 8), "Mưa lũ"), "tuyengiao");
        assertThat(candidates(unit.task(DECIDE))).containsExactly("CDXDVNthuongtruc");

        unit.complete(THUONG_TRUC, DECIDE, Map.of("decision", "grant", "grantedDay", "2017-11-09", "words", ""));

        verify(extensions).decide(CAMPAIGN, UNIT, new Decide(true, LocalDate.of(2017, 11, 9), null), "thuongtruc");
        assertThat(unit.waitsAt(DECIDE)).isFalse();
        unit.complete(CHU_TICH, SIGN, SIGNED).complete(TRUONG_BAN, REVIEW, ACCEPTED);
        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void standingBodyRefusesMoreTimeWithAReason() {
        ProcessSteps unit =
                asking().complete(TRUONG_BAN, PROPOSE, Map.of("recommendation", "refuse", "note", "Đã đủ thời gian"));

        unit.complete(THUONG_TRUC, DECIDE, Map.of("decision", "refuse", "words", "Hạn chung đã lùi"));

        verify(extensions).propose(CAMPAIGN, UNIT, new Propose(false, null, "Đã đủ thời gian"), "truongban");
        verify(extensions).decide(CAMPAIGN, UNIT, new Decide(false, null, "Hạn chung đã lùi"), "thuongtruc");
        assertThat(unit.waitsAt(WRITE)).isTrue();
        assertThat(unit.waitsAt(DECIDE)).isFalse();
    }

    @Test
    void theStandingBodyStartsFromTheDayThatTheDepartmentIsFor() {
        ProcessSteps unit = asking();
        when(extensions.open(CAMPAIGN, UNIT)).thenReturn(request(LocalDate.of(2017, 11, 8)));

        unit.complete(TUYEN_GIAO, PROPOSE, Map.of("recommendation", "grant", "proposedDay", "2017-11-08"));

        assertThat(unit.engine().getTaskService().getVariable(unit.task(DECIDE).getId(), "grantedDay"))
                .isEqualTo("2017-11-08");
    }

    @Test
    void aQuestionOfMoreTimeEndsWhenTheReportIsAccepted() {
        ProcessSteps unit = asking().complete(CAN_BO, WRITE).complete(CHU_TICH, SIGN, SIGNED);

        unit.complete(TRUONG_BAN, REVIEW, ACCEPTED);

        assertThat(unit.isOver()).isTrue();
        verify(extensions, never()).decide(any(), any(), any(), any());
    }

    @Test
    void aQuestionOfMoreTimeEndsWhenTheCampaignLocks() {
        ProcessSteps unit = asking().complete(TUYEN_GIAO, PROPOSE, Map.of("recommendation", "refuse", "note", "Không"));

        BareEngine.context().publishEvent(new ReportsClosed(CAMPAIGN, List.of(UNIT)));

        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void aUnitWhoseWorkIsOverIsToldSoWhenItAsks() {
        ProcessSteps unit = startUnit();
        BareEngine.context().publishEvent(new ReportsClosed(CAMPAIGN, List.of(UNIT)));
        assertThat(unit.isOver()).isTrue();

        assertThatThrownBy(() -> BareEngine.context().publishEvent(new ExtensionRequested(CAMPAIGN, UNIT)))
                .isInstanceOf(DomainException.class)
                .hasMessageStartingWith("Việc của đơn vị trong chiến dịch này đã kết thúc");
    }

    @Test
    void aRefusalByTheDomainKeepsTheQuestionOfMoreTimeOpen() {
        ProcessSteps unit = asking();
        doThrow(DomainException.refused("Ngày gia hạn đã qua."))
                .when(extensions)
                .propose(any(), any(), any(), any());

        assertThatThrownBy(() -> unit.submit(
                        TUYEN_GIAO, PROPOSE, Map.of("recommendation", "grant", "proposedDay", "2017-09-01")))
                .hasMessageContaining("Ngày gia hạn đã qua.");

        assertThat(unit.waitsAt(PROPOSE)).isTrue();
    }

    /** The unit writes, and has asked. */
    private ProcessSteps asking() {
        when(extensions.open(CAMPAIGN, UNIT)).thenReturn(request(null));
        ProcessSteps unit = startUnit().complete(CAN_BO, RECEIVE, RECEIVED).complete(CAN_BO, HOLD, HELD);
        BareEngine.context().publishEvent(new ExtensionRequested(CAMPAIGN, UNIT));
        assertThat(unit.waitsAt(WRITE)).isTrue();
        return unit;
    }

    private static ExtensionRequest request(LocalDate favoured) {
        return new ExtensionRequest(
                UUID.randomUUID(),
                new Target(ExtensionScope.UNIT, UNIT),
                "Sông Đà",
                LocalDate.of(2017, 11, 10),
                "Mưa lũ",
                "15/CV-CĐ",
                "songdacanbo",
                Instant.EPOCH,
                favoured == null ? null : new Proposal(true, favoured, null, "tuyengiao", Instant.EPOCH),
                null,
                false,
                0);
    }

    @Test
    void theUnitTakesItBackBeforeItIsRegistered() {
        ProcessSteps unit = written();
        unit.submit(CHU_TICH, SIGN, SIGNED);
        assertThat(unit.asynchronous()).hasSize(1);

        BareEngine.context().publishEvent(new ReportRecalled(CAMPAIGN, UNIT, 1, "Nhầm phụ lục"));

        assertThat(unit.asynchronous()).isEmpty();
        assertThat(unit.waitsAt(WRITE)).isTrue();
        unit.runJobs();
        verify(documents, never()).registerIncoming(any(), any());
    }

    @Test
    void theStandingBodyExemptsTheUnitWhereverItIsAndTheCampaignIsTold() {
        ProcessSteps unit = written();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));
        assertThat(unit.waitsAt(SIGN)).isTrue();
        assertThat(candidates(unit.task(EXEMPT))).containsExactly("CDXDVNthuongtruc");
        assertThat(unit.task(EXEMPT).getDueDate()).isEqualTo(EngineDates.endOf(LocalDate.of(2017, 9, 8)));

        unit.submit(THUONG_TRUC, EXEMPT, Map.of("decision", "grant", "answer", " "));

        verify(exemptions).grant(CAMPAIGN, UNIT, null, "thuongtruc");
        assertThat(unit.waitsAt(SIGN)).isFalse();
        assertThat(unit.isOver()).isFalse();
        verify(collection, never()).isHeldOpen(CAMPAIGN);
        unit.runJobs();
        verify(collection).isHeldOpen(CAMPAIGN);
        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void theUnitGoesOnWhenItIsNotExempted() {
        ProcessSteps unit = written();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));

        unit.complete(THUONG_TRUC, EXEMPT, Map.of("decision", "refuse", "reason", "Chưa có quyết định sáp nhập."));

        verify(exemptions).refuse(CAMPAIGN, UNIT, "Chưa có quyết định sáp nhập.", "thuongtruc");
        assertThat(unit.waitsAt(EXEMPT)).isFalse();
        // The open task must not take the other decision for something that was sent with its form.
        unit.complete(CHU_TICH, SIGN, SIGNED);
        assertThat(unit.waitsAt(REVIEW)).isTrue();
        assertThat(unit.variables()).doesNotContainKey(UnitReviewProcess.Variable.EXEMPTION_GRANTED);
    }

    @Test
    void theExemptionIsDecidedAfterTheUnitWentOn() {
        ProcessSteps unit = startUnit();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));
        unit.complete(CAN_BO, RECEIVE, RECEIVED)
                .complete(CAN_BO, HOLD, HELD)
                .complete(CAN_BO, WRITE)
                .complete(CHU_TICH, SIGN, Map.of("decision", "return", "reason", "Thiếu số liệu."));

        unit.complete(THUONG_TRUC, EXEMPT, Map.of("decision", "grant"));

        assertThat(unit.isOver()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theExemptionsFormWritesNothingOfTheUnitsWay(boolean byForm) {
        ProcessSteps unit = startUnit();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));
        unit.complete(CAN_BO, RECEIVE, RECEIVED)
                .complete(CAN_BO, HOLD, HELD)
                .complete(CAN_BO, WRITE)
                .complete(CHU_TICH, SIGN, Map.of("decision", "return", "reason", "Thiếu số liệu."));
        Map<String, Object> sent = Map.of("decision", "grant", UnitReviewProcess.Variable.REPORT_SIGNED, true);
        String task = unit.task(EXEMPT).getId();
        TaskService tasks = unit.engine().getTaskService();

        assertThatThrownBy(() -> unit.as(THUONG_TRUC, () -> {
                    if (byForm) {
                        unit.engine().getFormService().submitTaskForm(task, sent);
                    } else {
                        tasks.complete(task, sent);
                    }
                }))
                .hasMessage("Biểu mẫu này không nhận giá trị “reportSigned”.");

        assertThat(unit.variables()).containsEntry(UnitReviewProcess.Variable.REPORT_SIGNED, false);
        assertThat(unit.waitsAt(EXEMPT)).isTrue();
    }

    @Test
    void isProposedForExemptionOnceMoreAfterARefusal() {
        ProcessSteps unit = startUnit();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));
        unit.complete(THUONG_TRUC, EXEMPT, Map.of("decision", "refuse", "reason", "Chưa đủ căn cứ."));

        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));
        unit.complete(THUONG_TRUC, EXEMPT, Map.of("decision", "grant", "answer", "Đã có quyết định."));

        verify(exemptions).grant(CAMPAIGN, UNIT, "Đã có quyết định.", "thuongtruc");
        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void aProposalEndsWithTheAcceptedReport() {
        ProcessSteps unit = sent();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));

        unit.complete(TRUONG_BAN, REVIEW, ACCEPTED);

        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void aProposalEndsWithTheLock() {
        ProcessSteps unit = written();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));

        BareEngine.context().publishEvent(new ReportsClosed(CAMPAIGN, List.of(UNIT)));

        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void exemptingTheLastUnitEndsTheCampaignsWait() {
        ProcessSteps unit = startUnit();
        BareEngine.context().publishEvent(new ExemptionProposed(CAMPAIGN, UNIT));
        unit.submit(THUONG_TRUC, EXEMPT, Map.of("decision", "grant"));
        doThrow(new IllegalStateException("no database")).when(collection).isHeldOpen(CAMPAIGN);
        unit.runFailingJob();
        assertThat(unit.isOver()).isFalse();

        Mockito.reset(collection);
        unit.runJobs();

        verify(collection).isHeldOpen(CAMPAIGN);
        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void writesAfterTheLockWhenItIsLetIn() {
        LocalDate until = LocalDate.of(2017, 11, 25);
        when(reports.owedBy(CAMPAIGN, UNIT)).thenReturn(until);

        BareEngine.context().publishEvent(new LateAcceptanceGranted(CAMPAIGN, UNIT, until, "Bão lụt", true));

        ProcessSteps unit = ProcessSteps.of(UNIT_KEY);
        assertThat(unit.instance().getTenantId()).isEqualTo("CDXDVN");
        assertThat(candidates(unit.task(WRITE))).containsExactly("SONGDAcanbo");
        assertThat(unit.task(WRITE).getDueDate()).isEqualTo(EngineDates.endOf(until));
        unit.complete(CAN_BO, WRITE).complete(CHU_TICH, SIGN, SIGNED).complete(TRUONG_BAN, REVIEW, ACCEPTED);
        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void hasUntilALaterDayWhenThatIsMoved() {
        LocalDate until = LocalDate.of(2017, 11, 25);
        BareEngine.context().publishEvent(new LateAcceptanceGranted(CAMPAIGN, UNIT, until, "Bão lụt", true));

        LocalDate later = until.plusDays(3);
        BareEngine.context().publishEvent(new LateAcceptanceGranted(CAMPAIGN, UNIT, later, "Bão lụt", false));

        ProcessSteps unit = ProcessSteps.of(UNIT_KEY);
        assertThat(unit.task(WRITE).getDueDate()).isEqualTo(EngineDates.endOf(later));
    }

    @Test
    void isClosedAgainWhenItWasLetInAndSentNothing() {
        BareEngine.context()
                .publishEvent(new LateAcceptanceGranted(CAMPAIGN, UNIT, LocalDate.of(2017, 11, 25), "Bão lụt", true));
        ProcessSteps unit = ProcessSteps.of(UNIT_KEY);

        BareEngine.context().publishEvent(new ReportsClosed(CAMPAIGN, List.of(UNIT)));

        assertThat(unit.isOver()).isTrue();
    }

    @Test
    void registersAgainWhenTheRegisterFailedAndRaisesAnIncidentAtLast() {
        ProcessSteps unit = written();
        doThrow(new IllegalStateException("no register")).when(documents).registerIncoming(any(), any());
        unit.submit(CHU_TICH, SIGN, SIGNED);

        for (int attempt = 1; attempt <= 5; attempt++) {
            unit.runFailingJob();
        }

        assertThat(unit.asynchronous().get(0).getRetries()).isZero();
        assertThat(unit.engine().getRuntimeService().createIncidentQuery().list())
                .extracting(Incident::getActivityId)
                .containsExactly("ServiceTask_RegisterReport");
        verify(reports).sign(any(), any(), any(), any());
    }

    @Test
    void saysNothingToTheCampaignWhileOthersAreOpen() {
        ProcessSteps campaign = startCampaign();
        ProcessSteps unit = sent();
        when(collection.isHeldOpen(CAMPAIGN)).thenReturn(true);

        unit.complete(TRUONG_BAN, REVIEW, ACCEPTED);

        assertThat(unit.isOver()).isTrue();
        assertThat(campaign.waitsAt(ReviewCampaignProcess.Task.DRAFT_PLAN)).isTrue();
    }

    @Test
    void endsEvenIfTheCampaignDoesNotWait() {
        ProcessSteps unit = sent();
        when(collection.isHeldOpen(CAMPAIGN)).thenReturn(false);

        unit.complete(TRUONG_BAN, REVIEW, ACCEPTED);

        assertThat(unit.isOver()).isTrue();
    }

    private ProcessSteps written() {
        return startUnit()
                .complete(CAN_BO, RECEIVE, RECEIVED)
                .complete(CAN_BO, HOLD, HELD)
                .complete(CAN_BO, WRITE);
    }

    private ProcessSteps sent() {
        return written().complete(CHU_TICH, SIGN, SIGNED);
    }

    private static List<String> candidates(Task task) {
        return BareEngine.bean(org.camunda.bpm.engine.TaskService.class).getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }
}
