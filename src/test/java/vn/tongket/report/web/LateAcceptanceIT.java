package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.LateAcceptances;
import vn.tongket.report.Progress;
import vn.tongket.report.Punctuality;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.report.ReportReview;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.synthesis.SynthesisService;
import vn.tongket.workflow.EngineDates;

/** A unit that sent nothing is let in after the lock over HTTP, sends and counts; nobody else writes any more. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LateAcceptanceIT {

    private static final String CAMPAIGN = "TK.SAU.KHOA-2017";
    private static final String OPEN = "TK.CHUA.KHOA-2017";
    private static final String SUBMITTED = "TK.DA.TRINH-2017";
    private static final CurrentUser HEAD = new CurrentUser("truongban", Set.of("CDXDVNtruongban"));

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private LateAcceptances late;

    @Autowired
    private ReportService reports;

    @Autowired
    private ReportReview review;

    @Autowired
    private Progress progress;

    @Autowired
    private SynthesisService synthesis;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeAll
    void lock() {
        IssuedCampaign.of(context, OPEN);
        IssuedCampaign.of(context, CAMPAIGN);
        samples(CAMPAIGN, "VIGLACERA", "accepted");
        lock(CAMPAIGN);
    }

    @Test
    void theHeadLetsAUnitInAndItsReportCounts() {
        Person head = person("truongban");
        assertThat(head.get(page("HUD", "")).body()).contains(page("HUD", "/late-acceptance"));
        assertThat(person("tuyengiao").get(page("HUD", "")).body()).doesNotContain("/late-acceptance");
        LocalDate until = today().plusDays(7);

        HttpResponse<String> accepted = accept(head, "HUD", until.toString(), "Đơn vị ở vùng bão lụt.");

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(302);
        assertThat(head.get(page("HUD", "")).body())
                .contains("Được nhận sau khi khóa số liệu, đến hết ngày " + Vietnamese.day(until))
                .doesNotContain("Hạn gửi lại");
        assertThat(head.get("/campaigns/" + CAMPAIGN).body()).contains("chậm nhất " + Vietnamese.day(until));
        assertThat(person("hudcanbo").get("/").body()).contains("Hạn gửi: hết ngày " + Vietnamese.day(until));
        assertThat(reports.owedBy(CAMPAIGN, "HUD")).isEqualTo(until);
        assertThat(context.getBean(TaskService.class)
                        .createTaskQuery()
                        .processInstanceBusinessKey(CAMPAIGN + "/HUD")
                        .list())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.getTaskDefinitionKey()).isEqualTo("UserTask_WriteUnitReport");
                    assertThat(task.getDueDate()).isEqualTo(EngineDates.endOf(until));
                });
        assertThat(decisions("HUD"))
                .containsExactly("truongban Nhận báo cáo sau khi khóa số liệu, đến hết ngày " + Vietnamese.day(until)
                        + ": Đơn vị ở vùng bão lụt.");

        int lateBefore = progress.counts(progress.units(CAMPAIGN), true).late();

        samples(CAMPAIGN, "HUD", "accepted");

        assertThat(progress.counts(progress.units(CAMPAIGN), true).late()).isEqualTo(lateBefore + 1);
        assertThat(progress.unit(CAMPAIGN, "HUD").punctuality()).isEqualTo(Punctuality.LATE_AFTER_LOCK);
        assertThat(progress.unit(CAMPAIGN, "HUD").label()).isEqualTo("Muộn, sau khóa số liệu");
        assertThat(synthesis.unitTexts(CAMPAIGN, "MD.1"))
                .extracting(text -> text.unitCode() + " " + text.version())
                .contains("HUD 1", "VIGLACERA 1");
        assertThat(isRunning(CAMPAIGN, "HUD")).isFalse();
    }

    @Test
    void nobodyElseWritesSignsOrSendsAfterTheLock() {
        for (String unit : List.of("COMA", "VIGLACERA")) {
            Person officer = person(unit.toLowerCase(java.util.Locale.ROOT) + "canbo");
            assertThat(officer.put("/api" + page(unit, "/sections/MD.1"), "{\"text\": \"Sau khóa\"}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(officer.put("/api" + page(unit, "/figures"), "{\"PL03.DV\": {\"2008\": \"5\"}}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(officer.put("/api" + page(unit, "/lists/LF03"), "[]").statusCode())
                    .isEqualTo(422);
            assertThat(officer.get(page(unit, "")).body()).doesNotContain("/uploads\"");
            assertThatThrownBy(() -> reports.finishWriting(CAMPAIGN, unit, "canbo"))
                    .hasMessageContaining("không sửa được");
            assertThatThrownBy(() -> reports.sign(CAMPAIGN, unit, new SignReport("1/BC", today()), "chutich"))
                    .hasMessageContaining("đã khóa số liệu");
            assertThatThrownBy(() -> reports.recall(CAMPAIGN, unit, "Nhầm", "chutich"))
                    .hasMessageContaining("đã khóa số liệu");
        }
    }

    @Test
    void isClosedAgainWhenItsDayIsOverAndOnlyThen() {
        late.accept(CAMPAIGN, "LILAMA", today(), "Chậm do đổi nhân sự.", HEAD);
        late.accept(CAMPAIGN, "VICEM", today().plusDays(1), "Chậm do đổi nhân sự.", HEAD);
        late.accept(CAMPAIGN, "BACHDANG", today(), "Chậm do đổi nhân sự.", HEAD);
        samples(CAMPAIGN, "BACHDANG", "submitted");
        assertThat(late.closeDue(CAMPAIGN, 100)).isZero();
        dayIsOver("LILAMA");
        dayIsOver("BACHDANG");
        assertThatThrownBy(() -> reports.sign(CAMPAIGN, "LILAMA", new SignReport("1/BC", today()), "chutich"))
                .hasMessage("Đã hết ngày " + Vietnamese.day(today().minusDays(1))
                        + ", ngày cuối được nhận sau khi khóa số liệu.");

        assertThat(late.closeDue(CAMPAIGN, 100)).isEqualTo(1);
        assertThat(late.closeDue(CAMPAIGN, 100)).isZero();

        assertThat(state("LILAMA")).isEqualTo("NOT_SUBMITTED");
        assertThat(isRunning(CAMPAIGN, "LILAMA")).isFalse();
        assertThat(person("lilamacanbo").get(page("LILAMA", "/history")).body())
                .contains("Hết thời gian nhận sau khi khóa số liệu, tính là không gửi");
        assertThat(state("VICEM")).isEqualTo("DRAFTING");
        assertThat(isRunning(CAMPAIGN, "VICEM")).isTrue();
        // What was sent in time waits for its review.
        assertThat(state("BACHDANG")).isEqualTo("UNDER_REVIEW");
        late.accept(CAMPAIGN, "LILAMA", today().plusDays(2), "Thêm một lần.", HEAD);
        assertThat(isRunning(CAMPAIGN, "LILAMA")).isTrue();
    }

    @Test
    void aReturnGivesAtLeastUntilItsOwnDay() {
        LocalDate until = today().plusDays(1);
        late.accept(CAMPAIGN, "IDICO", until, "Chậm do đổi nhân sự.", HEAD);
        samples(CAMPAIGN, "IDICO", "submitted");
        LocalDate due = today().plusDays(5);

        review.returnToUnit(
                CAMPAIGN, "IDICO", new ReturnReport(List.of(new Reason("MD.1", null, "Ghi rõ.")), due), "tuyengiao");

        assertThat(jdbc.sql("select r.late_until from report r join participant p on p.id = r.id "
                                + "join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = 'IDICO'")
                        .param(CAMPAIGN)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(due);
        assertThat(reports.owedBy(CAMPAIGN, "IDICO")).isEqualTo(due);
    }

    @Test
    void theChairTakesALateReportBackAsAnyOther() {
        LocalDate until = today().plusDays(3);
        late.accept(CAMPAIGN, "HANCORP", until, "Chậm do đổi nhân sự.", HEAD);
        samples(CAMPAIGN, "HANCORP", "submitted");

        reports.recall(CAMPAIGN, "HANCORP", "Nhầm phụ lục", "hancorpchutich");

        assertThat(state("HANCORP")).isEqualTo("DRAFTING");
        assertThat(reports.owedBy(CAMPAIGN, "HANCORP")).isEqualTo(until);
    }

    @Test
    void theDraftGoesToTheStandingCommitteeWithoutThoseWhoDidNotCome() {
        IssuedCampaign.of(context, SUBMITTED);
        samples(SUBMITTED, "VIGLACERA", "accepted");
        lock(SUBMITTED);
        late.accept(SUBMITTED, "HUD", today().plusDays(9), "Bão lụt.", HEAD);
        late.accept(SUBMITTED, "COMA", today().plusDays(9), "Bão lụt.", HEAD);
        samples(SUBMITTED, "COMA", "submitted");
        context.getBean(CampaignService.class).definition(SUBMITTED).sections().stream()
                .filter(section -> section.required() && !section.isHeading())
                .forEach(section -> synthesis.write(SUBMITTED, section.code(), "Nội dung", null, "tuyengiao"));

        assertThatThrownBy(() -> synthesis.finishCompiling(SUBMITTED, "tuyengiao"))
                .hasMessage("Chưa trình được: còn 1 báo cáo đã gửi chưa thẩm tra xong (COMA).");
        samples(SUBMITTED, "COMA", "accepted");
        synthesis.finishCompiling(SUBMITTED, "tuyengiao");

        assertThatThrownBy(() -> reports.sign(SUBMITTED, "HUD", new SignReport("1/BC", today()), "chutich"))
                .hasMessageContaining("đã khóa số liệu");
        assertThat(late.closeDue(SUBMITTED, 100)).isEqualTo(1);
        assertThat(isRunning(SUBMITTED, "HUD")).isFalse();
        assertThat(progress.unit(SUBMITTED, "HUD").punctuality()).isEqualTo(Punctuality.MISSING);
        assertThat(progress.unit(SUBMITTED, "COMA").state().name()).isEqualTo("CONSOLIDATED");
        assertThat(accept(person("truongban"), "/reports/" + SUBMITTED + "/HUD/late-acceptance", tomorrow(), "Muộn.")
                        .body())
                .contains("chỉ nhận báo cáo sau khi khóa số liệu và trước khi trình Ban Thường vụ.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Bão lụt', Cần ghi ngày cuối được nhận.",
        "'25/11/2099', 'Bão lụt', 'Ngày không đúng; ghi ngày/tháng/năm, ví dụ 25/11/2017.'",
        "'2017-02-30', 'Bão lụt', 'Ngày không đúng; ghi ngày/tháng/năm, ví dụ 25/11/2017.'",
        "'2017-09-01', 'Bão lụt', Ngày cuối được nhận phải từ hôm nay trở đi.",
        "'2099-11-25', ' ', Cần ghi lý do."
    })
    void saysAtTheFieldWhatIsWrong(String until, String reason, String sentence) {
        HttpResponse<String> answer = accept(person("truongban"), "COMA", until, reason);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
        assertThat(state("COMA")).isEqualTo("NOT_SUBMITTED");
        assertThat(decisions("COMA")).isEmpty();
    }

    @Test
    void itsDayOnlyMovesLater() {
        late.accept(CAMPAIGN, "CC1", today().plusDays(4), "Bão lụt.", HEAD);

        HttpResponse<String> same =
                accept(person("truongban"), "CC1", today().plusDays(4).toString(), "Như cũ.");
        HttpResponse<String> later =
                accept(person("truongban"), "CC1", today().plusDays(6).toString(), "Chưa thông đường.");

        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("Ngày mới phải sau ngày đã cho, " + Vietnamese.day(today().plusDays(4)) + ".");
        assertThat(later.statusCode()).isEqualTo(302);
        assertThat(reports.owedBy(CAMPAIGN, "CC1")).isEqualTo(today().plusDays(6));
        assertThat(context.getBean(TaskService.class)
                        .createTaskQuery()
                        .processInstanceBusinessKey(CAMPAIGN + "/CC1")
                        .singleResult()
                        .getDueDate())
                .isEqualTo(EngineDates.endOf(today().plusDays(6)));
    }

    @Test
    void isForMissingReportsOfALockedCampaignOnly() {
        Person head = person("truongban");

        assertThat(accept(head, "/reports/" + OPEN + "/HUD/late-acceptance", tomorrow(), "Sớm.")
                        .body())
                .contains("Chiến dịch chưa khóa số liệu; đơn vị gửi báo cáo như thường lệ.");
        assertThat(head.get("/reports/" + OPEN + "/HUD/late-acceptance").body())
                .contains("Chỉ nhận được sau khi khóa số liệu")
                .doesNotContain("<textarea");
        assertThat(accept(head, "VIGLACERA", tomorrow(), "Đã có.").body())
                .contains("đang ở trạng thái “Đã chấp nhận”; chỉ nhận sau khi khóa số liệu đối với đơn vị không gửi");
        assertThatThrownBy(() -> late.accept(
                        CAMPAIGN,
                        "COMA",
                        today().plusDays(1),
                        "Không phải trưởng ban.",
                        new CurrentUser("tuyengiao", Set.of("CDXDVNtuyengiao"))))
                .hasMessageContaining("được nhận báo cáo sau khi khóa số liệu.");
    }

    @ParameterizedTest
    @CsvSource({
        "tuyengiao, 403",
        "thuongtruc, 403",
        "quansat, 403",
        "admin, 403",
        "comachutich, 403",
        "comacanbo, 403",
        "hudcanbo, 403",
        "tldcanbo, 404"
    })
    void nobodyElseLetsAUnitIn(String user, int status) {
        Person person = person(user);

        assertThat(person.get(page("COMA", "/late-acceptance")).statusCode()).isEqualTo(status);
        assertThat(accept(person, "COMA", tomorrow(), "Tự nhận.").statusCode()).isEqualTo(status);
        assertThat(state("COMA")).isEqualTo("NOT_SUBMITTED");
    }

    @Test
    void aStrangerAndAForgedRequestLetNobodyIn() {
        assertThat(Person.stranger(port).get(page("COMA", "/late-acceptance")).statusCode())
                .isIn(302, 401);

        assertThat(accept(person("truongban").withoutTokens(), "COMA", tomorrow(), "Giả mạo.")
                        .statusCode())
                .isEqualTo(403);
        assertThat(state("COMA")).isEqualTo("NOT_SUBMITTED");
    }

    private void lock(String campaign) {
        ReportCollection collection = context.getBean(ReportCollection.class);
        collection.closeCollection(campaign, "truongban");
        while (collection.closeNext(campaign, 100) > 0) {
            continue;
        }
    }

    /** As on the day after: the clock is everybody's and stays where it is. */
    private void dayIsOver(String unit) {
        jdbc.sql("""
                        update report set late_until = :yesterday where id = (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = :campaign and p.unit_code = :unit)""")
                .param("yesterday", today().minusDays(1))
                .param("campaign", CAMPAIGN)
                .param("unit", unit)
                .update();
    }

    private HttpResponse<String> accept(Person person, String unitOrPath, String until, String reason) {
        String path = unitOrPath.startsWith("/") ? unitOrPath : page(unitOrPath, "/late-acceptance");
        return person.postForm(path, "until=" + encoded(until) + "&reason=" + encoded(reason));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void samples(String campaign, String unit, String upTo) {
        HttpResponse<String> answer = Person.script(port, "admin", "demo")
                .post(
                        "/demo/samples",
                        "{\"campaign\": \"%s\", \"units\": [\"%s\"], \"upTo\": \"%s\"}"
                                .formatted(campaign, unit, upTo));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private boolean isRunning(String campaign, String unit) {
        return context.getBean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(campaign + "/" + unit)
                        .count()
                == 1;
    }

    private String state(String unit) {
        return progress.unit(CAMPAIGN, unit).state().name();
    }

    private List<String> decisions(String unit) {
        return jdbc.sql("""
                        select d.actor || ' ' || d.kind || ': ' || d.reason from decision d
                        join campaign c on c.id = d.campaign_id
                        where c.code = ? and d.unit_code = ? and d.kind like 'Nhận báo cáo%' order by d.decided_at""").params(CAMPAIGN, unit).query(String.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String tomorrow() {
        return today().plusDays(1).toString();
    }

    private Person person(String user) {
        return Person.loggedIn(port, user);
    }

    private static String page(String unit, String part) {
        return "/reports/" + CAMPAIGN + "/" + unit + part;
    }
}
