package vn.tongket.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportIntake;
import vn.tongket.report.WithdrawnReports;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/** When a plan may be withdrawn, for what reason, and who waits for whom. */
@TongketIT
class PlanWithdrawalIT {

    private static final String BODY = "thuongtruc";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanWithdrawal withdrawal;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private Decisions decisions;

    @Autowired
    private ReportIntake intake;

    @Autowired
    private ReportCollection reports;

    @Autowired
    private WithdrawnReports withdrawn;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isKeptWithItsReasonInTheCampaignAndItsLog() {
        String code = IssuedCampaign.of(context, "TK.THUHOI.GHI");

        withdrawal.withdraw(code, Normalizer.normalize("  Đã có kế hoạch khác.\n", Normalizer.Form.NFD), BODY);

        Campaign campaign = campaigns.campaign(code);
        assertThat(campaign.state()).isEqualTo(CampaignState.CANCELLED);
        assertThat(campaign.state().label()).isEqualTo("Đã thu hồi");
        assertThat(campaign.withdrawal().orElseThrow().reason()).isEqualTo("Đã có kế hoạch khác.");
        assertThat(decisions.of(campaign.id(), null)).last().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo("Thu hồi Kế hoạch số 45/KH-CĐXD");
            assertThat(decision.actor()).isEqualTo(BODY);
            assertThat(decision.reason()).isEqualTo("Đã có kế hoạch khác.");
        });
    }

    @Test
    void needsAReasonOfBoundedLength() {
        String code = IssuedCampaign.of(context, "TK.THUHOI.LYDO");

        assertThatThrownBy(() -> withdrawal.withdraw(code, " \n ", BODY))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults())
                                .containsExactly(new Fault("reason", "Cần ghi lý do thu hồi.")));
        assertThatThrownBy(() -> withdrawal.withdraw(code, "ộ".repeat(2001), BODY))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults())
                                .containsExactly(new Fault("reason", "Lý do không được quá 2.000 ký tự.")));
        withdrawal.withdraw(code, Normalizer.normalize("ộ".repeat(2000), Normalizer.Form.NFD), BODY);
        assertThat(campaigns.campaign(code).state()).isEqualTo(CampaignState.CANCELLED);
    }

    @Test
    void isRefusedTheSecondTimeAndOnceFiguresAreFixed() {
        String twice = IssuedCampaign.of(context, "TK.THUHOI.HAILAN");
        withdrawal.withdraw(twice, "Nhầm.", BODY);
        assertThatThrownBy(() -> withdrawal.withdraw(twice, "Nhầm nữa.", BODY)).hasMessage("Kế hoạch đã được thu hồi.");

        String locked = IssuedCampaign.of(context, "TK.THUHOI.KHOA");
        reports.closeCollection(locked, "truongban");
        assertThatThrownBy(() -> withdrawal.withdraw(locked, "Nhầm.", BODY))
                .hasMessage("Chiến dịch đang ở bước “Khóa số liệu”: số liệu đã chốt, không thu hồi kế hoạch được nữa.");
        assertThat(campaigns.campaign(locked).withdrawal()).isEmpty();
    }

    @Test
    void waitsForWhoeverSendsAtThatMomentAndLetsNobodySendAfterwards() throws Exception {
        String code = IssuedCampaign.of(context, "TK.THUHOI.CHO");
        UUID id = campaigns.campaign(code).id();

        CompletableFuture<Void> waiting = transaction.execute(sending -> {
            intake.holdOpen(id);
            CompletableFuture<Void> started =
                    CompletableFuture.runAsync(() -> withdrawal.withdraw(code, "Nhầm.", BODY));
            assertThatThrownBy(() -> started.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return started;
        });

        waiting.get(20, TimeUnit.SECONDS);
        assertThat(campaigns.campaign(code).state()).isEqualTo(CampaignState.CANCELLED);
        assertThatThrownBy(() -> transaction.executeWithoutResult(sending -> intake.holdOpen(id)))
                .hasMessage("Kế hoạch đã được thu hồi, báo cáo theo kế hoạch này không sửa, không gửi nữa.");
    }

    @Test
    void endsWhatIsOpenInChunksAndLeavesWhatIsSettled() {
        String code = IssuedCampaign.of(context, "TK.THUHOI.LOAT");
        for (String unit : List.of("HUD", "LICOGI")) {
            jdbc.sql("""
                            update report set state = ? where id = (select p.id from participant p
                                join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = ?)""")
                    .params(unit.equals("HUD") ? "ACCEPTED" : "UNDER_REVIEW", code, unit)
                    .update();
        }
        withdrawal.withdraw(code, "Nhầm.", BODY);

        assertThat(withdrawn.endNext(code, 40)).isEqualTo(40);
        assertThat(withdrawn.endNext(code, 40)).isEqualTo(11);
        assertThat(withdrawn.endNext(code, 40)).isZero();

        assertThat(jdbc.sql("""
                        select r.state || ' ' || count(*) from report r join campaign c on c.id = r.campaign_id
                        where c.code = ? group by r.state order by 1""").param(code).query(String.class).list()).containsExactly("ACCEPTED 1", "WITHDRAWN 51");
    }
}
