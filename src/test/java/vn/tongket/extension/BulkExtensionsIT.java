package vn.tongket.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.extension.ExtensionCommands.AskForMany;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.report.ReportService;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.TongketIT;

/** More time for many: exactly those who are meant and still owe, each rule with its sentence. */
@TongketIT
class BulkExtensionsIT {

    private static final Target SCHOOLS = new Target(ExtensionScope.CATEGORY, "CDCS_TT");
    private static final Target SAIGON = new Target(ExtensionScope.SEAT, "Thành phố Hồ Chí Minh");

    private static int campaignsSoFar;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BulkExtensions extensions;

    @Autowired
    private ReportService reports;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private JdbcClient jdbc;

    private OpenCampaign campaign;

    @BeforeEach
    void issue() {
        campaign = new OpenCampaign(context, "TK-GIAHANCHUNG-" + ++campaignsSoFar);
    }

    @Test
    void aCategoryMovesExactlyItsUnitsThatStillOweAndHaveNoLaterDay() {
        campaign.writing("VIETXO");
        campaign.writing("SONGDA");
        campaign.reportState("AMC", "ACCEPTED");
        campaign.reportState("IBST", "UNDER_REVIEW");
        extendedBefore("VIAR", campaign.day(50));
        extendedBefore("VIUP", campaign.day(35));
        int count = extensions.count(campaign.code, asked(SCHOOLS, 40));
        extensions.ask(campaign.code, asked(SCHOOLS, 40), "tuyengiao");

        campaign.complete(
                "UserTask_DecideBulkExtension",
                "thuongtruc",
                Map.of("decision", "grant", "grantedDay", campaign.day(40).toString(), "words", ""));

        // Seventeen in the category, less the accepted, the sent, and the one with a later day.
        assertThat(count).isEqualTo(14);
        assertThat(moved()).hasSize(14).contains("VIETXO", "VIUP").doesNotContain("AMC", "IBST", "VIAR", "SONGDA");
        assertThat(campaign.extendedTo("VIUP")).contains(campaign.day(40));
        assertThat(campaign.extendedTo("VIAR")).contains(campaign.day(50));
        assertThat(campaign.extendedTo("AMC")).isEmpty();
        assertThat(campaign.extendedTo("SONGDA")).isEmpty();
        assertThat(campaign.writingDue("VIETXO")).isEqualTo(campaign.day(40).atTime(23, 59));
        assertThat(campaign.writingDue("SONGDA")).isEqualTo(campaign.day(30).atTime(23, 59));
        ExtensionRequest request = extensions.all(campaign.code).get(0);
        assertThat(request.moved()).isEqualTo(14);
        assertThat(request.whom()).isEqualTo("Công đoàn cơ sở trực thuộc");
        assertThat(campaign.count(
                        "select count(*) from decision where campaign_id = :campaign and unit_code is not null"
                                + " and kind = 'Gia hạn đến " + Vietnamese.day(campaign.day(40)) + "'"))
                .isEqualTo(14);
    }

    @Test
    void aSeatMovesTheUnitsThere() {
        extensions.ask(campaign.code, asked(SAIGON, 40), "truongban");
        extensions.decide(campaign.code, new Decide(true, campaign.day(38), "Bão"), "thuongtruc");

        assertThat(moved()).containsExactlyInAnyOrder("CC1", "IDICO", "FICO", "DHKTHCM", "CDXDHCM");
        assertThat(campaign.extendedTo("CC1")).contains(campaign.day(38));
        assertThat(extensions.all(campaign.code).get(0).whom()).isEqualTo("Đơn vị đóng tại Thành phố Hồ Chí Minh");
    }

    @Test
    void forAllItMovesTheCommonDeadline() {
        campaign.writing("HUD");
        campaign.reportState("SONGDA", "ACCEPTED");
        campaign.resendBy("LILAMA", campaign.day(10));
        assertThat(extensions.count(campaign.code, asked(Target.ALL, 45))).isEqualTo(51);
        extensions.ask(campaign.code, asked(Target.ALL, 45), "tuyengiao");

        extensions.decide(campaign.code, new Decide(true, campaign.day(45), null), "thuongtruc");

        assertThat(campaigns.dates(campaign.code).lastAcceptableDay()).isEqualTo(campaign.day(45));
        assertThat(reports.owedBy(campaign.code, "HUD")).isEqualTo(campaign.day(45));
        assertThat(reports.owedBy(campaign.code, "LILAMA")).isEqualTo(campaign.day(45));
        assertThat(campaign.writingDue("HUD")).isEqualTo(campaign.day(45).atTime(23, 59));
        assertThat(campaign.extendedTo("HUD")).isEmpty();
    }

    @Test
    void aRefusalMovesNothing() {
        extensions.ask(campaign.code, asked(SCHOOLS, 40), "tuyengiao");

        extensions.decide(campaign.code, new Decide(false, null, "Đủ thời gian"), "thuongtruc");

        assertThat(moved()).isEmpty();
        assertThat(campaign.count("select count(extended_to) from report where campaign_id = :campaign"))
                .isZero();
        assertThat(extensions.all(campaign.code).get(0).state()).isEqualTo("Không đồng ý");
        extensions.ask(campaign.code, asked(SCHOOLS, 41), "tuyengiao");
    }

    @Test
    void allFaultsAreToldEachAtItsField() {
        assertRefused(
                () -> extensions.count(campaign.code, new AskForMany(null, null, "")),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault("target", "Cần chọn các đơn vị được gia hạn."),
                new Fault("day", "Cần chọn ngày gia hạn."),
                new Fault("reason", "Cần ghi lý do gia hạn."));
        assertRefused(
                () -> extensions.ask(campaign.code, asked(new Target(ExtensionScope.SEAT, "Sao Hỏa"), 40), "tuyengiao"),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault("target", "Không có đơn vị nào còn nợ báo cáo mà hạn sớm hơn ngày này."));
        assertRefused(
                () -> extensions.ask(campaign.code, asked(Target.unit("SONGDA"), 40), "tuyengiao"),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault("target", "Cần chọn các đơn vị được gia hạn."));
        assertDay(-1, "Ngày gia hạn " + Vietnamese.day(campaign.day(-1)) + " đã qua.");
        assertDay(30, "Ngày gia hạn phải sau hạn chung hiện nay (" + Vietnamese.day(campaign.day(30)) + ").");
        assertDay(
                61,
                "Ngày gia hạn không được sau ngày khóa số liệu theo kế hoạch (" + Vietnamese.day(campaign.day(60))
                        + ").");
        assertThat(extensions.all(campaign.code)).isEmpty();
    }

    private void assertDay(int ahead, String sentence) {
        assertRefused(
                () -> extensions.ask(campaign.code, asked(SCHOOLS, ahead), "tuyengiao"),
                "Chưa gửi được đề nghị gia hạn.",
                new Fault("day", sentence));
    }

    @Test
    void oneIsAskedAtATimeAndNoneAfterTheLock() {
        extensions.ask(campaign.code, asked(SCHOOLS, 40), "tuyengiao");
        assertRefused(
                () -> extensions.ask(campaign.code, asked(SAIGON, 40), "tuyengiao"),
                "Một đề nghị gia hạn hàng loạt đang chờ quyết định.");

        campaign.state("LOCKED");

        assertRefused(
                () -> extensions.decide(campaign.code, new Decide(true, campaign.day(40), null), "thuongtruc"),
                "Không còn đề nghị gia hạn hàng loạt nào chờ quyết định.");
        assertThat(extensions.all(campaign.code).get(0).state()).isEqualTo("Kết thúc, không quyết định");
        assertRefused(
                () -> extensions.ask(campaign.code, asked(SAIGON, 40), "tuyengiao"),
                "Chiến dịch không nhận báo cáo vào lúc này nên không gia hạn được.");
        assertThat(moved()).isEmpty();
    }

    @Test
    void nothingIsGrantedWhenNobodyIsLeftToMove() {
        extensions.ask(campaign.code, asked(SAIGON, 40), "tuyengiao");
        List.of("CC1", "IDICO", "FICO", "DHKTHCM", "CDXDHCM").forEach(unit -> campaign.reportState(unit, "ACCEPTED"));

        assertRefused(
                () -> extensions.decide(campaign.code, new Decide(true, campaign.day(40), null), "thuongtruc"),
                "Không còn đơn vị nào phải gia hạn đến " + Vietnamese.day(campaign.day(40))
                        + ": các đơn vị đã gửi báo cáo hoặc đã có hạn muộn hơn.");

        assertThat(extensions.open(campaign.code).decision()).isNull();
    }

    @Test
    void theTaskIsTheStandingBodysAlone() {
        extensions.ask(campaign.code, asked(SCHOOLS, 40), "tuyengiao");

        for (String user : List.of("tuyengiao", "truongban", "quansat", "vietxochutich", "admin")) {
            assertThatThrownBy(() -> campaign.complete(
                            "UserTask_DecideBulkExtension", user, Map.of("decision", "refuse", "words", "Không")))
                    .as(user)
                    .isInstanceOf(DomainException.class)
                    .asInstanceOf(type(DomainException.class))
                    .extracting(DomainException::kind)
                    .isEqualTo(DomainException.Kind.FORBIDDEN);
        }
    }

    private AskForMany asked(Target target, int ahead) {
        return new AskForMany(target, campaign.day(ahead), "Mưa lũ");
    }

    private List<String> moved() {
        return jdbc.sql("""
                        select p.unit_code from extension_unit u join participant p on p.id = u.report_id
                        join campaign c on c.id = p.campaign_id where c.code = ?""").param(campaign.code).query(String.class).list();
    }

    private void extendedBefore(String unit, LocalDate day) {
        jdbc.sql("""
                        update report set extended_to = ? where id = (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = ?)""").params(day, campaign.code, unit).update();
    }

    private static void assertRefused(ThrowingCallable work, String sentence, Fault... faults) {
        assertThatThrownBy(work)
                .isInstanceOf(DomainException.class)
                .hasMessage(sentence)
                .asInstanceOf(type(DomainException.class))
                .extracting(DomainException::faults)
                .isEqualTo(List.of(faults));
    }
}
