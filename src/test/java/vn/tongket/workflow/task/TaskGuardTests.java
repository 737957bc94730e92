package vn.tongket.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static vn.tongket.support.Actor.CAN_BO;
import static vn.tongket.support.Actor.CHU_TICH;
import static vn.tongket.support.Actor.THUONG_TRUC;
import static vn.tongket.support.Actor.TRUONG_BAN;
import static vn.tongket.support.Actor.TUYEN_GIAO;
import static vn.tongket.support.Actor.VAN_THU;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.DomainException.Kind;
import vn.tongket.support.Actor;
import vn.tongket.support.Coverage;
import vn.tongket.support.ProcessSteps;
import vn.tongket.support.ProcessTestBase;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess;
import vn.tongket.workflow.unitreview.UnitReviewProcess;

/** What a client may send with a task, and what not: the browser's form binds nobody. */
class TaskGuardTests extends ProcessTestBase {

    @RegisterExtension
    static ProcessEngineCoverageExtension coverage = Coverage.unasserted();

    private static final String RECEIVE = UnitReviewProcess.Task.RECEIVE_PLAN;
    private static final String SETTLE = ReviewCampaignProcess.Task.SETTLE_MISSING_UNITS;
    private static final Map<String, Object> RECEIVED =
            Map.of("reviewForm", "OWN_CONFERENCE", "personInCharge", "Cán bộ", "ownDate", "2017-10-10");

    @Test
    void aRefusalComesOutInTheDomainsWordsAndKeepsTheTaskOpen() {
        ProcessSteps unit = startUnit();
        DomainException refusal = DomainException.refused(
                "Chưa nhận được kế hoạch.", List.of(new Fault("ownDate", "Ngày dự kiến sau hạn gửi.")));
        doThrow(refusal).when(reports).receivePlan(any(), any(), any(), any());

        assertThatThrownBy(() -> unit.submit(CAN_BO, RECEIVE, RECEIVED)).isSameAs(refusal);

        assertThat(unit.waitsAt(RECEIVE)).isTrue();
        assertThat(unit.variables()).doesNotContainKeys("personInCharge", "ownDate");
    }

    @Test
    void leavesNothingOfTheFormInTheProcess() {
        ProcessSteps unit = startUnit().complete(CAN_BO, RECEIVE, RECEIVED);

        assertThat(unit.variables()).containsOnlyKeys(UnitReviewProcess.Variable.OWN_DATE_AT);
    }

    @Test
    void takesWhatCompleteSendsAsWellAsTheForm() {
        ProcessSteps unit = startUnit();
        String task = unit.task(RECEIVE).getId();

        unit.as(CAN_BO, () -> tasks(unit).complete(task, new HashMap<>(RECEIVED)));

        verify(reports)
                .receivePlan(
                        CAMPAIGN,
                        UNIT,
                        new ReceivePlan(ReviewForm.OWN_CONFERENCE, "Cán bộ", LocalDate.of(2017, 10, 10)),
                        "songdacanbo");
        assertThat(unit.variables()).containsOnlyKeys(UnitReviewProcess.Variable.OWN_DATE_AT);
    }

    @Test
    void composesDecomposedTextAndStripsIt() {
        ProcessSteps unit = startUnit();
        Map<String, Object> decomposed = new HashMap<>(RECEIVED);
        decomposed.put("personInCharge", "  " + Normalizer.normalize("Cán bộ", Normalizer.Form.NFD) + "\r\n");

        unit.submit(CAN_BO, RECEIVE, decomposed);

        verify(reports)
                .receivePlan(
                        CAMPAIGN,
                        UNIT,
                        new ReceivePlan(ReviewForm.OWN_CONFERENCE, "Cán bộ", LocalDate.of(2017, 10, 10)),
                        "songdacanbo");
    }

    static Stream<Arguments> faultyAnswers() {
        return Stream.of(
                Arguments.of("personInCharge", "", "Cần điền “Người phụ trách”."),
                Arguments.of("personInCharge", " \n ", "Cần điền “Người phụ trách”."),
                Arguments.of("personInCharge", 7, "“Người phụ trách” phải là văn bản."),
                Arguments.of("personInCharge", "x".repeat(201), "“Người phụ trách” dài quá 200 ký tự."),
                Arguments.of("personInCharge", "x".repeat(5000), "“Người phụ trách” dài quá 200 ký tự."),
                Arguments.of("personInCharge", new Date(0), "“Người phụ trách” phải là văn bản."),
                Arguments.of("reviewForm", "PICNIC", "“Hình thức tổ chức”: hãy chọn một trong các mục của biểu mẫu."),
                Arguments.of("ownDate", "10/10/2017", "“Ngày đơn vị dự kiến hoàn thành” phải là một ngày."),
                Arguments.of("ownDate", "2017-02-30", "“Ngày đơn vị dự kiến hoàn thành” phải là một ngày."),
                Arguments.of("ownDate", 20171010, "“Ngày đơn vị dự kiến hoàn thành” phải là một ngày."));
    }

    @ParameterizedTest
    @MethodSource("faultyAnswers")
    void refusesAFaultyAnswerWithTheFieldsName(String field, Object value, String sentence) {
        ProcessSteps unit = startUnit();
        Map<String, Object> faulty = new HashMap<>(RECEIVED);
        faulty.put(field, value);

        assertThatThrownBy(() -> unit.submit(CAN_BO, RECEIVE, faulty))
                .isInstanceOf(DomainException.class)
                .hasMessage(sentence);

        assertThat(unit.waitsAt(RECEIVE)).isTrue();
        verifyNoDecision();
    }

    @Test
    void listsAllFaultyAnswersTogether() {
        ProcessSteps unit = startUnit();

        DomainException refusal = catchThrowableOfType(
                DomainException.class, () -> unit.submit(CAN_BO, RECEIVE, Map.of("personInCharge", "Cán bộ")));

        assertThat(refusal).hasMessage("Biểu mẫu còn 2 chỗ cần sửa:");
        assertThat(refusal.faults())
                .extracting(Fault::message)
                .containsExactly("Cần điền “Hình thức tổ chức”.", "Cần điền “Ngày đơn vị dự kiến hoàn thành”.");
    }

    @Test
    void keepsNumbersWithinTheFormsBounds() {
        ProcessSteps campaign = startCampaign()
                .complete(TUYEN_GIAO, ReviewCampaignProcess.Task.DRAFT_PLAN)
                .complete(THUONG_TRUC, ReviewCampaignProcess.Task.APPROVE_PLAN, Map.of("decision", "approve"));

        for (Map.Entry<Object, String> wrong : Map.<Object, String>of(
                        0,
                        "“Số văn bản” không được nhỏ hơn 1.",
                        99_999_999_999L,
                        "“Số văn bản” không được lớn hơn 99999.",
                        4.5,
                        "“Số văn bản” phải là số nguyên.",
                        "45",
                        "“Số văn bản” phải là số nguyên.")
                .entrySet()) {
            assertThatThrownBy(() -> campaign.submit(
                            VAN_THU, ReviewCampaignProcess.Task.ISSUE_PLAN, Map.of("number", wrong.getKey())))
                    .hasMessage(wrong.getValue());
        }
        assertThat(campaign.waitsAt(ReviewCampaignProcess.Task.ISSUE_PLAN)).isTrue();
    }

    @Test
    void asksForTheReasonThatTheFormHidesUntilItIsNeeded() {
        ProcessSteps campaign = startCampaign().complete(TUYEN_GIAO, ReviewCampaignProcess.Task.DRAFT_PLAN);

        assertThatThrownBy(() -> campaign.submit(
                        THUONG_TRUC,
                        ReviewCampaignProcess.Task.APPROVE_PLAN,
                        Map.of("decision", "return", "reason", "  ")))
                .hasMessage("Cần điền “Lý do trả lại”.");
    }

    @Test
    void refusesAStrayVariableEitherWay() {
        ProcessSteps unit = startUnit();
        Map<String, Object> stray = new HashMap<>(RECEIVED);
        stray.put("reportAccepted", true);

        assertThatThrownBy(() -> unit.submit(CAN_BO, RECEIVE, stray))
                .hasMessage("Biểu mẫu này không nhận giá trị “reportAccepted”.");
        assertThatThrownBy(() -> completeAs(CAN_BO, unit, RECEIVE, stray))
                .hasMessage("Biểu mẫu này không nhận giá trị “reportAccepted”.");

        assertThat(unit.waitsAt(RECEIVE)).isTrue();
        assertThat(unit.variables()).isEmpty();
        verifyNoDecision();
    }

    @Test
    void refusesToOverwriteFlagsAndTimerDatesEitherWay() {
        ProcessSteps campaign = settling();
        Object before = deadlineOf(campaign);
        assertThat(before).isNotNull();

        for (Map<String, Object> overwrite : List.<Map<String, Object>>of(
                Map.of("decision", "close", "deadlineAt", new Date(0)),
                Map.of("decision", "close", "deadlineAt", "2018-01-01T00:00:00"),
                Map.of("decision", "close", "planApproved", false),
                Map.of("decision", "close", "issuer", "KHAC"))) {
            assertThatThrownBy(() -> campaign.submit(TRUONG_BAN, SETTLE, overwrite))
                    .hasMessageStartingWith("Biểu mẫu này không nhận giá trị");
            assertThatThrownBy(() -> completeAs(TRUONG_BAN, campaign, SETTLE, overwrite))
                    .hasMessageStartingWith("Biểu mẫu này không nhận giá trị");
        }

        assertThat(deadlineOf(campaign)).isEqualTo(before);
        assertThat(campaign.variables()).containsEntry("planApproved", true);
        assertThat(campaign.waitsAt(SETTLE)).isTrue();
    }

    /** It belongs to the branch of the deadline, which the task is in. */
    private static Object deadlineOf(ProcessSteps campaign) {
        return campaign.engine()
                .getRuntimeService()
                .getVariable(campaign.task(SETTLE).getExecutionId(), "deadlineAt");
    }

    @Test
    void takesNeitherFilesNorSerializedObjects() {
        ProcessSteps unit = startUnit();
        Map<String, Object> stranger = new HashMap<>(RECEIVED);

        stranger.put(
                "personInCharge",
                Variables.fileValue("x.txt").file(new byte[] {1}).create());
        assertThatThrownBy(() -> unit.submit(CAN_BO, RECEIVE, stranger))
                .hasMessage("“Người phụ trách” phải là văn bản.");
        stranger.put(
                "personInCharge",
                Variables.serializedObjectValue("rO0ABQ==")
                        .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                        .objectTypeName("java.util.HashMap")
                        .create());
        assertThatThrownBy(() -> unit.submit(CAN_BO, RECEIVE, stranger)).isInstanceOf(ProcessEngineException.class);

        assertThat(unit.waitsAt(RECEIVE)).isTrue();
    }

    @Test
    void letsOnlyTheTasksOwnPeopleDecide() {
        ProcessSteps unit = startUnit();

        assertThatThrownBy(() -> unit.submit(CHU_TICH, RECEIVE, RECEIVED))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Kind.FORBIDDEN))
                .hasMessage("Việc này không thuộc nhiệm vụ của đồng chí.");
        assertThatThrownBy(() -> unit.engine()
                        .getFormService()
                        .submitTaskForm(unit.task(RECEIVE).getId(), RECEIVED))
                .hasMessage("Đồng chí cần đăng nhập.");
    }

    @Test
    void closesTheSideDoorsIntoATask() {
        ProcessSteps campaign = settling();
        String task = campaign.task(SETTLE).getId();
        TaskService tasks = tasks(campaign);

        for (Runnable door : List.<Runnable>of(
                () -> tasks.setVariable(task, "collectionClosed", true),
                () -> tasks.setVariableLocal(task, "deadlineAt", new Date(0)),
                () -> tasks.removeVariable(task, "deadlineAt"),
                () -> tasks.handleBpmnError(task, "stop"),
                () -> tasks.handleEscalation(task, "stop", Map.of("deadlineAt", new Date(0))),
                () -> tasks.delegateTask(task, "tuyengiao"),
                () -> tasks.resolveTask(task, Map.of("deadlineAt", new Date(0))))) {
            assertThatThrownBy(() -> campaign.as(TRUONG_BAN, door))
                    .isInstanceOf(DomainException.class)
                    .hasMessage("Việc chỉ được làm bằng biểu mẫu của nó.");
        }

        assertThat(campaign.waitsAt(SETTLE)).isTrue();
    }

    @Test
    void tellsTwoPeopleInVietnameseThatTheyTookTheSameTask() {
        ProcessSteps unit = startUnit();
        String task = unit.task(RECEIVE).getId();
        unit.as(CAN_BO, () -> tasks(unit).claim(task, CAN_BO.id()));

        assertThatThrownBy(() -> unit.as(CAN_BO, () -> tasks(unit).claim(task, "songdacanbo2")))
                .hasMessage("Việc này đã có người khác nhận.");
        unit.submit(CAN_BO, RECEIVE, RECEIVED);
        assertThatThrownBy(() ->
                        unit.as(CAN_BO, () -> unit.engine().getFormService().submitTaskForm(task, RECEIVED)))
                .isInstanceOf(DomainException.class)
                .hasMessage("Việc này đã xong hoặc không còn. Hãy tải lại trang.");
    }

    private ProcessSteps settling() {
        when(collection.openNext(any(), org.mockito.ArgumentMatchers.anyInt())).thenReturn(0);
        return startCampaign()
                .complete(TUYEN_GIAO, ReviewCampaignProcess.Task.DRAFT_PLAN)
                .complete(THUONG_TRUC, ReviewCampaignProcess.Task.APPROVE_PLAN, Map.of("decision", "approve"))
                .complete(
                        VAN_THU,
                        ReviewCampaignProcess.Task.ISSUE_PLAN,
                        Map.of("number", 45, "date", "2017-09-05", "signer", "Người ký thử"))
                .fireTimer(ReviewCampaignProcess.Timer.DEADLINE_REACHED);
    }

    private void completeAs(Actor person, ProcessSteps process, String taskKey, Map<String, Object> variables) {
        String task = process.task(taskKey).getId();
        process.as(person, () -> tasks(process).complete(task, new HashMap<>(variables)));
    }

    private static TaskService tasks(ProcessSteps process) {
        return process.engine().getTaskService();
    }

    private void verifyNoDecision() {
        verifyNoInteractions(synthesis, conferences);
        org.mockito.Mockito.verify(reports, org.mockito.Mockito.never()).receivePlan(any(), any(), any(), any());
    }
}
