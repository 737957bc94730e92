package vn.tongket.workflow.reviewcampaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static vn.tongket.support.Actor.THUONG_TRUC;
import static vn.tongket.support.Actor.TUYEN_GIAO;
import static vn.tongket.support.Actor.VAN_THU;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.tongket.shared.DomainException;
import vn.tongket.support.Coverage;
import vn.tongket.support.ProcessSteps;
import vn.tongket.support.ProcessTestBase;

/** A plan goes out past the gate only: what the form shows of it, and both ways to complete the task. */
class IssuePlanGateTests extends ProcessTestBase {

    @RegisterExtension
    static ProcessEngineCoverageExtension coverage = Coverage.unasserted();

    private static final String ISSUE = ReviewCampaignProcess.Task.ISSUE_PLAN;
    private static final Map<String, Object> ISSUED =
            Map.of("number", 45, "date", "2017-09-05", "signer", "Người ký thử");

    @Test
    void theFormShowsHowManyAreUnconfirmedWhenItIsOpenedNotWhenTheTaskBegan() {
        ProcessSteps campaign = approved();

        when(reachability.unconfirmed(CAMPAIGN)).thenReturn(3);
        assertThat(form(campaign))
                .containsEntry("unconfirmedUnits", 3)
                .containsEntry("contactsPage", "/campaigns/TK-20NQTW-2017/contacts")
                .containsEntry("number", 45);
        when(reachability.unconfirmed(CAMPAIGN)).thenReturn(0);
        assertThat(form(campaign)).containsEntry("unconfirmedUnits", 0);
    }

    @Test
    void whatTheFormShowsIsNotKeptOnTheTask() {
        ProcessSteps campaign = approved();
        form(campaign);

        assertThat(campaign.engine()
                        .getTaskService()
                        .getVariables(campaign.task(ISSUE).getId()))
                .doesNotContainKeys("unconfirmedUnits", "contactsPage");
    }

    @Test
    void takesNoNumberOfUnconfirmedUnitsFromAClient() {
        ProcessSteps campaign = approved();
        Map<String, Object> forged = new HashMap<>(ISSUED);
        forged.put("unconfirmedUnits", 0);

        assertThatThrownBy(() -> campaign.submit(VAN_THU, ISSUE, forged))
                .isInstanceOf(DomainException.class)
                .hasMessage("Biểu mẫu này không nhận giá trị “unconfirmedUnits”.");
        assertThat(campaign.waitsAt(ISSUE)).isTrue();
        verifyNoInteractions(reachability);
    }

    @Test
    void aRefusalKeepsTheTaskOpenWhenTheFormIsSubmitted() {
        ProcessSteps campaign = approved();
        DomainException refusal = closed();

        assertThatThrownBy(() -> campaign.submit(VAN_THU, ISSUE, ISSUED)).isSameAs(refusal);
        assertNothingIssued(campaign);
    }

    @Test
    void aRefusalKeepsTheTaskOpenWhenTheTaskIsCompletedPastTheForm() {
        ProcessSteps campaign = approved();
        DomainException refusal = closed();
        String task = campaign.task(ISSUE).getId();

        assertThatThrownBy(() -> campaign.as(
                        VAN_THU, () -> campaign.engine().getTaskService().complete(task, new HashMap<>(ISSUED))))
                .isSameAs(refusal);
        assertNothingIssued(campaign);
    }

    @Test
    void theReasonPassesTheGateBeforeThePlanIsIssued() {
        when(collection.openNext(any(), anyInt())).thenReturn(0);
        Map<String, Object> withReason = new HashMap<>(ISSUED);
        withReason.put("reason", "  Đã gọi điện kiểm tra. ");

        ProcessSteps campaign = approved().complete(VAN_THU, ISSUE, withReason);

        var order = inOrder(reachability, documents);
        order.verify(reachability).pass(CAMPAIGN, "Đã gọi điện kiểm tra.", "vanthu");
        order.verify(documents).issuePlan(CAMPAIGN, 45, LocalDate.of(2017, 9, 5), "Người ký thử", "vanthu");
        assertThat(campaign.variables()).doesNotContainKey("reason");
    }

    private DomainException closed() {
        DomainException refusal = DomainException.refused("Còn 3 đơn vị chưa có địa chỉ thư được xác nhận.");
        doThrow(refusal).when(reachability).pass(CAMPAIGN, null, "vanthu");
        return refusal;
    }

    private void assertNothingIssued(ProcessSteps campaign) {
        assertThat(campaign.waitsAt(ISSUE)).isTrue();
        verify(documents, never()).issuePlan(any(), anyInt(), any(), any(), any());
    }

    private ProcessSteps approved() {
        return startCampaign()
                .complete(TUYEN_GIAO, ReviewCampaignProcess.Task.DRAFT_PLAN)
                .complete(THUONG_TRUC, ReviewCampaignProcess.Task.APPROVE_PLAN, Map.of("decision", "approve"));
    }

    private static VariableMap form(ProcessSteps campaign) {
        return campaign.engine()
                .getFormService()
                .getTaskFormVariables(campaign.task(ISSUE).getId());
    }
}
