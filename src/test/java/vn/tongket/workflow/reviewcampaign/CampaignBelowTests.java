package vn.tongket.workflow.reviewcampaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static vn.tongket.support.Actor.THUONG_TRUC;
import static vn.tongket.support.Actor.TRUONG_BAN;
import static vn.tongket.support.Actor.TUYEN_GIAO;
import static vn.tongket.support.Actor.VAN_PHONG;
import static vn.tongket.support.Actor.VAN_THU;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.tongket.cascade.ReportUpward.Receipt;
import vn.tongket.cascade.ReportUpward.Standing;
import vn.tongket.shared.DomainException;
import vn.tongket.support.Coverage;
import vn.tongket.support.ProcessSteps;
import vn.tongket.support.ProcessTestBase;
import vn.tongket.workflow.reviewcampaign.ReviewCampaignProcess.Task;

/** The last steps of a campaign under a superior's: its report goes up as the issuer's own report there, not by mail. */
class CampaignBelowTests extends ProcessTestBase {

    @RegisterExtension
    static ProcessEngineCoverageExtension coverage = Coverage.unasserted();

    private static final String ACKNOWLEDGE = Task.ACKNOWLEDGE_RECEIPT;
    private static final Receipt RECEIVED = new Receipt("15", LocalDate.of(2017, 11, 3));

    @Test
    void handsItsReportToTheIssuersOwnAndSendsNoMail() {
        ProcessSteps campaign = handedUp();

        verify(upward).hand(CAMPAIGN);
        verify(notices, never()).sendReportUpward(any());
        assertThat(campaign.waitsAt(ACKNOWLEDGE)).isTrue();
    }

    @Test
    void waitsUntilTheSuperiorHasRegisteredTheReport() {
        ProcessSteps campaign = handedUp();
        standing(null, true);

        assertThat(form(campaign))
                .containsEntry("typed", false)
                .containsEntry(
                        "standing",
                        "Tổng Liên đoàn chưa vào sổ báo cáo của đơn vị. Chủ tịch ký gửi báo cáo trong chiến dịch TK-TLD"
                                + " trước, rồi hãy hoàn thành việc này.");
        assertThatThrownBy(() -> campaign.submit(VAN_THU, ACKNOWLEDGE, Map.of()))
                .isInstanceOf(DomainException.class)
                .hasMessageStartingWith("Tổng Liên đoàn chưa vào sổ");
        // Nor with a number of the clerk's own.
        assertThatThrownBy(() -> campaign.submit(
                        VAN_THU, ACKNOWLEDGE, Map.of("incomingNumber", "99", "receivedOn", "2017-11-03")))
                .isInstanceOf(DomainException.class);
        assertThat(campaign.waitsAt(ACKNOWLEDGE)).isTrue();
        verify(documents, never()).acknowledge(any(), any(), any(), any());
    }

    @Test
    void takesNumberAndDayFromTheSuperiorsRegister() {
        ProcessSteps campaign = handedUp();
        standing(RECEIVED, true);

        assertThat(form(campaign))
                .containsEntry("typed", false)
                .containsEntry(
                        "standing", "Tổng Liên đoàn đã vào sổ báo cáo của đơn vị: số đến 15, nhận ngày 03/11/2017.");
        campaign.complete(VAN_THU, ACKNOWLEDGE, Map.of());

        verify(documents).acknowledge(CAMPAIGN, "15", LocalDate.of(2017, 11, 3), "vanthu");
        assertThat(campaign.isOver()).isTrue();
    }

    @Test
    void asksForNumberAndDayWhereTheSuperiorExpectsNoReport() {
        ProcessSteps campaign = handedUp();
        standing(null, false);

        assertThat(form(campaign)).containsEntry("typed", true);
        assertThatThrownBy(() -> campaign.submit(VAN_THU, ACKNOWLEDGE, Map.of()))
                .hasMessageContaining("Số đến của cấp trên");
        campaign.complete(VAN_THU, ACKNOWLEDGE, Map.of("incomingNumber", "7/Đ", "receivedOn", "2017-11-06"));

        verify(documents).acknowledge(CAMPAIGN, "7/Đ", LocalDate.of(2017, 11, 6), "vanthu");
        assertThat(campaign.isOver()).isTrue();
    }

    private void standing(Receipt receipt, boolean expected) {
        when(upward.standing(CAMPAIGN))
                .thenReturn(Optional.of(new Standing("Tổng Liên đoàn", "TK-TLD", receipt, expected)));
    }

    private ProcessSteps handedUp() {
        when(upward.hand(CAMPAIGN)).thenReturn(true);
        when(collection.openNext(any(), anyInt())).thenReturn(0);
        return startCampaign()
                .complete(TUYEN_GIAO, Task.DRAFT_PLAN)
                .complete(THUONG_TRUC, Task.APPROVE_PLAN, Map.of("decision", "approve"))
                .complete(VAN_THU, Task.ISSUE_PLAN, Map.of("number", 45, "date", "2017-09-05", "signer", "Người ký"))
                .fireTimer(ReviewCampaignProcess.Timer.DEADLINE_REACHED)
                .complete(TRUONG_BAN, Task.SETTLE_MISSING_UNITS, Map.of("decision", "close"))
                .complete(TUYEN_GIAO, Task.COMPILE_REPORT)
                .complete(THUONG_TRUC, Task.SUBMIT_TO_STANDING_COMMITTEE, Map.of("decision", "agree"))
                .complete(
                        VAN_PHONG,
                        Task.CONVENE_CONFERENCE,
                        Map.of("heldAt", "2017-10-30T08:00", "place", "Hội trường", "agenda", "Tổng kết"))
                .complete(
                        VAN_PHONG,
                        Task.RECORD_CONFERENCE,
                        Map.of("present", 30, "total", 39, "minutes", "Biên bản", "outcome", "adopted"))
                .complete(THUONG_TRUC, Task.SIGN_REPORT, Map.of("signer", "Người ký"))
                .complete(VAN_THU, Task.NUMBER_REPORT, Map.of("number", 12, "date", "2017-10-31"));
    }

    private static VariableMap form(ProcessSteps campaign) {
        return campaign.engine()
                .getFormService()
                .getTaskFormVariables(campaign.task(ACKNOWLEDGE).getId());
    }
}
