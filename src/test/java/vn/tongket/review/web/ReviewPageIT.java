package vn.tongket.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportReview;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** The page for reviewing: who sees it, what it shows of a version that was sent. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class ReviewPageIT {

    private static final String CAMPAIGN = "TK.REVIEWING-2017";
    private static final String SONGDA = "/reports/" + CAMPAIGN + "/SONGDA/review";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportReview review;

    @Autowired
    private Clock clock;

    @BeforeAll
    void send() {
        IssuedCampaign.of(context, CAMPAIGN);
        WholeReport.written(context, CAMPAIGN, "SONGDA")
                .with("MD.1", "Đoạn một <script>.\n- Mở 12 lớp\n" + "a".repeat(300))
                .sent()
                .registered(1);
    }

    @Test
    void isForTheFocalDepartmentAndObserversOnly() {
        for (String reader : List.of("tuyengiao", "truongban", "quansat")) {
            assertThat(page(reader, SONGDA).statusCode()).as(reader).isEqualTo(200);
        }
        for (String other : List.of("songdacanbo", "songdachutich", "lilamacanbo", "thuongtruc", "vanthu", "admin")) {
            assertThat(page(other, SONGDA).statusCode()).as(other).isEqualTo(403);
        }
        assertThat(page("tldcanbo", SONGDA).statusCode()).isEqualTo(404);
        assertThat(Person.stranger(port).get(SONGDA).headers().firstValue("location"))
                .get()
                .asString()
                .endsWith("/login");
    }

    @Test
    void observersReadAndCollectNothing() {
        assertThat(page("tuyengiao", SONGDA).body()).contains("id=\"reason\"", "data-reason=\"MD.1\"");
        assertThat(page("quansat", SONGDA).body()).doesNotContain("id=\"reason\"", "data-reason=");
    }

    @Test
    void showsTextsAndFiguresAsTheyWereSent() {
        String body = page("tuyengiao", SONGDA).body();

        assertThat(body)
                .contains("Đoạn một &lt;script&gt;.", "<li>Mở 12 lớp</li>", "data-place=\"PL01.LD/2017\"")
                .doesNotContain("<script>.");
    }

    @Test
    void hasNothingToShowBeforeAReportIsSent() {
        HttpResponse<String> page = page("tuyengiao", "/reports/" + CAMPAIGN + "/COMA/review");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Đơn vị chưa gửi báo cáo, chưa có gì để thẩm tra.");
    }

    @Test
    void showsWhatWasAskedAndAnsweredBefore() {
        WholeReport.written(context, CAMPAIGN, "VICEM").sent().registered(2);
        review.returnToUnit(
                CAMPAIGN,
                "VICEM",
                new ReturnReport(List.of(new Reason("PL01.LD/2010", "Sai đơn vị tính", null)), LocalDate.now(clock)),
                "tuyengiao");

        String body =
                page("truongban", "/reports/" + CAMPAIGN + "/VICEM/review").body();

        assertThat(body)
                .contains("Trả lại lần gửi 1", "Sai đơn vị tính", "Chưa trả lời.", "data-go=\"PL01.LD/2010\"")
                .doesNotContain("id=\"reason\"");
    }

    @Test
    void showsWhatChangedSinceTheVersionThatWasReturned() {
        WholeReport.written(context, CAMPAIGN, "HUD")
                .with("P1.I.1", "Đã mở 12 lớp. " + "a".repeat(700))
                .sent()
                .returned("P1.I.1")
                .with("P1.I.1", "Đã mở 15 lớp. " + "a".repeat(700))
                .signedAgain()
                .registered(4);

        String body = page("tuyengiao", "/reports/" + CAMPAIGN + "/HUD/review").body();

        assertThat(body)
                .contains("Thay đổi so với lần gửi 1 đã trả lại: 1 chỗ")
                .containsPattern("<del>12</del>\\s*<ins>15</ins>");
        assertThat(page("tuyengiao", SONGDA).body()).doesNotContain("Thay đổi so với");
    }

    private HttpResponse<String> page(String user, String path) {
        return Person.loggedIn(port, user).get(path);
    }
}
