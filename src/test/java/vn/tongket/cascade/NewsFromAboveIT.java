package vn.tongket.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Decisions;
import vn.tongket.campaign.PlanWithdrawal;
import vn.tongket.extension.ExtensionCommands.Ask;
import vn.tongket.extension.ExtensionCommands.Decide;
import vn.tongket.extension.Extensions;
import vn.tongket.notification.CampaignNotices;
import vn.tongket.notification.Notice;
import vn.tongket.notification.NoticeKind;
import vn.tongket.report.ExemptionKind;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportExempted;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** What a superior decides on a union's own report is told in that union's campaign, and nowhere else. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsFromAboveIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private CampaignNotices notices;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Extensions extensions;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLaterDeadlineForAllIsToldOneLevelDown() {
        ThreeLevels levels = new ThreeLevels(context, "TK.TIN1");
        LocalDate day = later(levels.top, 5);
        LocalDate own = campaigns.dates(levels.middle).lastAcceptableDay();

        campaigns.moveDeadline(levels.top, day, "Mưa lũ", "cbmottruongban");

        String sentence =
                "Hạn gửi báo cáo của đơn vị với Công đoàn CB.MOT nay là hết ngày " + Vietnamese.day(day) + ".";
        assertThat(news(levels.middle)).singleElement().satisfies(notice -> {
            assertThat(notice.address()).isEqualTo("cb.hai.officer@demo.invalid");
            assertThat(notice.unitCode()).isNull();
        });
        assertThat(details(levels.middle)).contains(sentence);
        assertThat(kinds(levels.middle)).contains("Hạn của đơn vị với cấp trên nay là hết ngày " + Vietnamese.day(day));
        assertThat(news(levels.bottom)).isEmpty();
        assertThat(news(levels.top)).isEmpty();
        // What the union has asked of its own units stays until it moves it.
        assertThat(campaigns.dates(levels.middle).lastAcceptableDay()).isEqualTo(own);
        assertThat(Person.loggedIn(port, "cbhaicanbo")
                        .get("/campaigns/" + levels.middle)
                        .body())
                .contains("Theo kế hoạch của cấp trên", "Công đoàn CB.MOT", "Hạn của đơn vị với cấp trên")
                .contains(Vietnamese.day(day), "/reports/" + levels.top + "/CB.HAI");
    }

    @Test
    void isNotToldToWhoeverHasALaterDayAlreadyOrHasReported() {
        ThreeLevels levels = new ThreeLevels(context, "TK.TIN2");
        jdbc.sql("update report set extended_to = ? where campaign_id = ?")
                .params(later(levels.top, 20), campaigns.campaign(levels.top).id())
                .update();

        campaigns.moveDeadline(levels.top, later(levels.top, 5), "Mưa lũ", "cbmottruongban");
        assertThat(news(levels.middle)).isEmpty();

        jdbc.sql("update report set extended_to = null where campaign_id = ?")
                .param(campaigns.campaign(levels.top).id())
                .update();
        jdbc.sql("update campaign set state = 'REPORTED' where code = ?")
                .param(levels.middle)
                .update();
        campaigns.moveDeadline(levels.top, later(levels.top, 10), "Mưa lũ", "cbmottruongban");
        assertThat(news(levels.middle)).isEmpty();
    }

    @Test
    void moreTimeForOneUnitIsToldInItsCampaign() {
        ThreeLevels levels = new ThreeLevels(context, "TK.TIN3");
        LocalDate day = later(levels.top, 3);

        extensions.ask(levels.top, "CB.HAI", new Ask(day, "Thiếu số liệu", "15/CV-CĐ"), "cbhaicanbo");
        assertThat(news(levels.middle)).isEmpty();
        extensions.decide(levels.top, "CB.HAI", new Decide(true, day, ""), "cbmotthuongtruc");

        assertThat(news(levels.middle)).hasSize(1);
        assertThat(details(levels.middle)).contains(Vietnamese.day(day));
        assertThat(news(levels.bottom)).isEmpty();
    }

    @Test
    void anExemptionIsToldWithItsReasonAndEndsNothingBelow() {
        ThreeLevels levels = new ThreeLevels(context, "TK.TIN4");

        transaction.executeWithoutResult(status -> context.publishEvent(
                new ReportExempted(levels.top, "CB.HAI", ExemptionKind.MERGED, "Sáp nhập vào đơn vị khác.", null)));

        assertThat(news(levels.middle)).hasSize(1);
        assertThat(details(levels.middle))
                .contains("Công đoàn CB.MOT miễn cho đơn vị việc gửi báo cáo", "Sáp nhập vào đơn vị khác.");
        assertThat(kinds(levels.middle)).contains("Cấp trên miễn gửi báo cáo");
        assertThat(campaigns.campaign(levels.middle).state().isCollecting()).isTrue();
    }

    @Test
    void aWithdrawnPlanIsToldOneLevelDownAndAsksForNothingAnyMore() {
        ThreeLevels levels = new ThreeLevels(context, "TK.TIN5");

        context.getBean(PlanWithdrawal.class).withdraw(levels.top, "Có kế hoạch khác thay thế.", "cbmotthuongtruc");

        assertThat(news(levels.middle)).hasSize(1);
        assertThat(details(levels.middle))
                .contains(
                        "Công đoàn CB.MOT đã thu hồi Kế hoạch số 45/KH-CĐXD. Chiến dịch của đơn vị vẫn tiếp tục; kết quả"
                                + " không còn phải gửi lên.",
                        "Có kế hoạch khác thay thế.");
        assertThat(kinds(levels.middle)).contains("Cấp trên thu hồi Kế hoạch số 45/KH-CĐXD");
        assertThat(news(levels.bottom)).isEmpty();
        assertThat(campaigns.campaign(levels.middle).state().isCollecting()).isTrue();
        assertThat(Person.loggedIn(port, "cbhaicanbo")
                        .get("/campaigns/" + levels.middle)
                        .body())
                .contains("Theo kế hoạch của cấp trên", "Đã thu hồi")
                .doesNotContain("Hạn của đơn vị với cấp trên");
        // Neither its day nor its report binds the campaign below, even before the reports above have ended.
        campaigns.moveDeadline(levels.middle, later(levels.top, 20), "Mưa lũ", "cbhaichutich");
        ReportCollection reports = context.getBean(ReportCollection.class);
        reports.closeCollection(levels.middle, "cbhaichutich");
        assertThat(jdbc.sql(
                                "select count(*) from carried where report_id in (select id from report where campaign_id = ?)")
                        .param(campaigns.campaign(levels.top).id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(context.getBean(ReportUpward.class)
                        .standing(levels.middle)
                        .orElseThrow()
                        .expected())
                .isFalse();
        assertThatThrownBy(() -> context.getBean(CarryUpward.class).takeOver(levels.top, "CB.HAI", "cbhaicanbo"))
                .isInstanceOf(DomainException.class)
                .hasMessageStartingWith("Kế hoạch đã được thu hồi");
    }

    private LocalDate later(String campaign, int workingDays) {
        return calendar.plus(campaigns.dates(campaign).lastAcceptableDay(), workingDays);
    }

    private List<Notice.Logged> news(String campaign) {
        return notices.log(campaign).stream()
                .filter(notice -> notice.kind() == NoticeKind.SUPERIOR_CHANGED)
                .toList();
    }

    private String details(String campaign) {
        return jdbc.sql("select details::text from notice where campaign_id = ? and kind = 'SUPERIOR_CHANGED'")
                .param(campaigns.campaign(campaign).id())
                .query(String.class)
                .single();
    }

    private List<String> kinds(String campaign) {
        return decisions.of(campaigns.campaign(campaign).id(), null).stream()
                .map(Decisions.Decision::kind)
                .toList();
    }
}
