package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.mail.StillWanted;
import vn.tongket.support.CampaignActors;
import vn.tongket.support.Person;
import vn.tongket.support.Shipped;
import vn.tongket.support.Site;
import vn.tongket.support.TongketIT;

/**
 * A plan is withdrawn over HTTP while some units have sent and one runs a campaign of its own: who may, what becomes of
 * the units' work and of what was sent, who is told, and how the campaign below goes on to its archive.
 */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithdrawnPlanIT {

    private static final String SECTOR = "TK.THU-HOI";
    private static final String BELOW = SECTOR + ".SONGDA";
    private static final String PAGE = "/campaigns/" + SECTOR + "/withdrawal";
    private static final List<String> GRASSROOTS = List.of("SONGDA.SD5", "SONGDA.SD6", "SONGDA.SD9", "SONGDA.SD10");
    private static final String REASON = "Tổng Liên đoàn ban hành kế hoạch khác thay thế.";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private StillWanted wanted;

    private Site.Demo site;
    private CampaignActors sector;
    private CampaignActors below;

    @BeforeAll
    void issue() {
        site = Site.demo(port);
        String file = Shipped.campaignOfTheWeek(site.today(), SECTOR, "CDXDVN", "TLD");
        sector = new CampaignActors(site, SECTOR);
        below = CampaignActors.below(site, BELOW, "songda");
        sector.importOrganization(Shipped.unions());
        sector.importCampaign(file);
        sector.issuePlan(site.today().toString(), CampaignActors.nextNumber(jdbc, "KH-CĐXD"));
        assertThat(site.script("songdacanbo")
                        .post("/api/campaigns/" + SECTOR + "/reports/SONGDA/campaign", "{}")
                        .statusCode())
                .isEqualTo(201);
        below.issuePlan(site.today().toString(), CampaignActors.nextNumber(jdbc, "KH-CĐSĐ"));
        sector.samples(List.of("LICOGI"), "accepted");
        sector.samples(List.of("HUD"), "submitted");
        assertThat(write("COMA").statusCode()).isEqualTo(200);
    }

    /** Other tests know these unions as they are shipped. */
    @AfterAll
    void leaveTheUnionsAsTheyWere() {
        CampaignActors.takeBackRoles(jdbc, "SONGDA");
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "thuongtruc, 200, 422",
        "tuyengiao, 403, 403",
        "truongban, 403, 403",
        "vanthu, 403, 403",
        "vanphong, 403, 403",
        "quansat, 403, 403",
        "admin, 403, 403",
        "songdachutich, 403, 403",
        "hudcanbo, 403, 403",
        "songdasd5canbo, 404, 404"
    })
    void whoMayWithdraw(String user, int sees, int withdraws) {
        Person person = person(user);

        assertThat(person.get(PAGE).statusCode()).isEqualTo(sees);
        assertThat(person.postForm(PAGE, "reason=").statusCode()).isEqualTo(withdraws);
        assertThat(person.get("/campaigns/" + SECTOR).body().contains("Thu hồi kế hoạch"))
                .isEqualTo(user.equals("thuongtruc"));
    }

    @Test
    @Order(2)
    void aStrangerIsSentToTheLoginAndAForgedRequestRefused() {
        assertThat(Person.stranger(port).get(PAGE).statusCode()).isIn(302, 401);
        assertThat(person("thuongtruc")
                        .withoutTokens()
                        .postForm(PAGE, form(REASON, true))
                        .statusCode())
                .isEqualTo(403);
        assertThat(state()).isEqualTo("collecting");
    }

    @Test
    @Order(3)
    void saysWhatItWillDoAndWhatIsMissingBesideItsField() {
        Person body = person("thuongtruc");

        assertThat(body.get(PAGE).body())
                .contains("<strong>2</strong> trong <span>52</span> đơn vị tham gia")
                .contains("Chiến dịch của cấp dưới theo kế hoạch này</th><td><strong>1</strong>");
        assertThat(body.postForm(PAGE, form("", false)).body())
                .contains("Cần ghi lý do thu hồi.", "Cần đánh dấu xác nhận; thu hồi rồi thì không khôi phục được.");
        HttpResponse<String> unconfirmed = body.postForm(PAGE, form(REASON, false));
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(unconfirmed.body()).contains(REASON, "Cần đánh dấu xác nhận").doesNotContain("Cần ghi lý do");
        assertThat(body.postForm(PAGE, form("x".repeat(2001), true)).body())
                .contains("Lý do không được quá 2.000 ký tự.", "checked=\"checked\"", "x".repeat(2001));
        assertThat(state()).isEqualTo("collecting");
    }

    /** The engine changes, at that very moment, a row that the withdrawal takes away. */
    @Test
    @Order(4)
    void nothingIsHalfWithdrawnWhenTheEngineIsAtTheCampaignJustThen() {
        CompletableFuture<HttpResponse<String>> asked = transactions.execute(status -> {
            assertThat(jdbc.sql("""
                            update act_ru_event_subscr set rev_ = rev_ + 1
                            where event_name_ = 'tongket.planWithdrawn' and proc_inst_id_ = (
                                select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null)""").param(SECTOR).update()).isOne();
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> person("thuongtruc").postForm(PAGE, form(REASON, true)));
            await("the withdrawal waits for the engine's row")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> count("""
                            select count(*) from pg_stat_activity where datname = current_database()
                            and wait_event_type = 'Lock' and query like '%EVENT_SUBSCR%'""") > 0);
            return answer;
        });

        HttpResponse<String> answer = Objects.requireNonNull(asked).join();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Chiến dịch vừa có việc được xử lý cùng lúc; hãy thử thu hồi một lần nữa.", REASON);
        assertThat(state()).isEqualTo("collecting");
        assertThat(sector.unitMails("đã được thu hồi")).isEmpty();
        assertThat(sector.openTasks("COMA")).isNotEmpty();
    }

    @Test
    @Order(5)
    void endsTheUnitsWorkAndTellsAllToWhomThePlanWent() {
        campaigns.moveDeadline(
                SECTOR, campaigns.dates(SECTOR).lastAcceptableDay().plusDays(3), "Mưa lũ", "truongban");
        List<UUID> asking = queuedMails("DEADLINE_MOVED");
        assertThat(asking).isNotEmpty();
        assertThat(wanted.overtaken(asking)).isEmpty();

        assertThat(person("thuongtruc").postForm(PAGE, form(REASON, true)).statusCode())
                .isEqualTo(302);

        assertThat(wanted.overtaken(asking)).containsExactlyInAnyOrderElementsOf(asking);
        site.settle();
        assertThat(state()).isEqualTo("cancelled");
        assertThat(count("""
                        select count(*) from act_ru_execution
                        where business_key_ = 'TK.THU-HOI' or business_key_ like 'TK.THU-HOI/%'""")).isZero();
        assertThat(sector.openTasks("COMA")).isEmpty();
        assertThat(reportState("COMA")).isEqualTo("withdrawn");
        assertThat(reportState("HUD")).isEqualTo("withdrawn");
        assertThat(reportState("LICOGI")).isEqualTo("accepted");
        Set<String> told = addresses(sector.unitMails("đã được thu hồi"));
        assertThat(told).hasSize(52).isEqualTo(addresses(sector.unitMails("/KH-CĐXD")));
        assertThat(sector.unitMails("đã được thu hồi"))
                .hasSize(52)
                .allSatisfy(mail -> assertThat(mail.at("/text").asText()).contains(REASON));
    }

    @Test
    @Order(6)
    void isTakenOnce() {
        HttpResponse<String> again = person("thuongtruc").postForm(PAGE, form("Lần nữa.", true));

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Kế hoạch đã được thu hồi.").doesNotContain("<textarea");
        assertThat(sector.unitMails("đã được thu hồi")).hasSize(52);
    }

    @Test
    @Order(7)
    void whatWasSentStaysReadableAndNothingIsWrittenOrAskedAnyMore() {
        Person department = person("tuyengiao");
        for (String unit : List.of("HUD", "LICOGI", "COMA")) {
            String page = "/reports/" + SECTOR + "/" + unit;
            assertThat(department.get(page).body()).contains("đã được thu hồi lúc", REASON);
            assertThat(department.get(page + "/history").statusCode()).isEqualTo(200);
        }
        assertThat(department.get("/reports/" + SECTOR + "/HUD/versions/1").statusCode())
                .isEqualTo(200);
        assertThat(department.get("/api/reports/" + SECTOR + "/HUD/history").body())
                .contains("Kế hoạch được thu hồi, không còn phải gửi báo cáo");

        Person officer = person("comacanbo");
        assertThat(officer.get("/reports/" + SECTOR + "/COMA").body())
                .contains(REASON, "Công đoàn đã viết mục này.")
                .doesNotContain("<textarea", "Nộp tệp Excel", "Xin gia hạn", "Hạn: hết ngày");
        assertRefused(write("COMA"));
        assertRefused(officer.put("/api/reports/" + SECTOR + "/COMA/figures", "{\"PL03.DV\": {\"2008\": \"5\"}}"));
        byte[] workbook = officer.bytes("/api/reports/" + SECTOR + "/COMA/workbook.xlsx");
        assertRefused(officer.upload("/api/reports/" + SECTOR + "/COMA/uploads", "a.xlsx", workbook));
        assertRefused(officer.postForm(
                "/reports/" + SECTOR + "/COMA/extension",
                "day=" + site.today().plusDays(3) + "&letterNumber=1&reason=" + encoded("Mưa lũ")));
        assertRefused(person("hudchutich").postForm("/reports/" + SECTOR + "/HUD/recall", "reason=x"));
        assertRefused(site.script("hudcanbo").post("/api/campaigns/" + SECTOR + "/reports/HUD/campaign", "{}"));
        assertRefused(department.postForm("/reports/" + SECTOR + "/COMA/exemption", "kind=MERGED&reason=x"));
        assertRefused(department.postForm(
                "/campaigns/" + SECTOR + "/extensions",
                "target=ALL:&day=" + site.today().plusDays(90) + "&reason=x"));
        assertRefused(person("truongban")
                .postForm("/reports/" + SECTOR + "/COMA/late-acceptance", "until=" + site.today() + "&reason=x"));
    }

    @Order(8)
    @ParameterizedTest
    @ValueSource(strings = {"", "/plan", "/contacts", "/extensions", "/levels", "/texts", "/notices", "/rollup"})
    void itsPagesOpenForTheIssuersPeople(String page) {
        HttpResponse<String> answer = person("tuyengiao").get("/campaigns/" + SECTOR + page);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        if (page.isEmpty()) {
            assertThat(answer.body())
                    .contains("Đã thu hồi", "đã được thu hồi lúc", "Thu hồi Kế hoạch số", REASON)
                    .doesNotContain("Báo cáo tổng hợp</a>", "Hội nghị và nội dung tiếp thu", "/rollup");
        }
    }

    @Test
    @Order(9)
    void theFirstPageSaysIt() {
        assertThat(person("thuongtruc").get("/").body()).contains(SECTOR, "Đã thu hồi");
        assertThat(person("comacanbo").get("/").body()).contains("Kế hoạch đã thu hồi");
        assertThat(person("licogicanbo").get("/").body()).contains("Kế hoạch đã thu hồi");
    }

    @Test
    @Order(10)
    void theCampaignBelowIsToldAndGoesOnToItsArchive() {
        assertThat(person("songdacanbo").get("/campaigns/" + BELOW).body())
                .contains("Cấp trên thu hồi Kế hoạch số", "Theo kế hoạch của cấp trên", "Đã thu hồi");
        assertThat(below.mails("có thay đổi"))
                .filteredOn(mail -> mail.at("/text").asText().contains("/campaigns/" + BELOW)
                        && mail.at("/text").asText().contains("đã thu hồi Kế hoạch số"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.at("/text").asText())
                        .contains("Chiến dịch của đơn vị vẫn tiếp tục; kết quả không còn phải gửi lên.", REASON));

        below.samples(GRASSROOTS, "accepted");
        assertThat(below.campaign().at("/state").asText()).isEqualTo("consolidating");
        below.compile();
        below.standingCommitteeAgrees();
        below.convene("2099-12-15T08:00", "Hội trường");
        below.recordAdoption(30, 30);
        below.signAndNumber(CampaignActors.nextNumber(jdbc, "BC-CĐSĐ"));
        assertThat(below.campaign().at("/state").asText()).isEqualTo("reported");
        below.acknowledge("7/Đ", site.today().toString());

        assertThat(below.campaign().at("/state").asText()).isEqualTo("archived");
        assertThat(reportState("SONGDA")).isEqualTo("withdrawn");
        assertThat(count("""
                        select count(*) from carried x join report r on r.id = x.report_id
                            join campaign c on c.id = r.campaign_id where c.code = 'TK.THU-HOI'""")).isZero();
        assertThat(person("songdacanbo")
                        .get("/reports/" + SECTOR + "/SONGDA/carried")
                        .body())
                .contains("đã được thu hồi lúc", REASON)
                .doesNotContain("Lấy số tổng hợp vào báo cáo", "Muốn sửa thì");
        assertThat(count("""
                        select count(*) from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
                        where e.business_key_ like 'TK.THU-HOI%'""")).isZero();
        assertThat(count("""
                        select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                        where e.business_key_ like 'TK.THU-HOI%'""")).isZero();
    }

    private void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(422);
    }

    private HttpResponse<String> write(String unit) {
        return person(unit.toLowerCase(java.util.Locale.ROOT) + "canbo")
                .put(
                        "/api/reports/" + SECTOR + "/" + unit + "/sections/MD.1",
                        "{\"text\": \"Công đoàn đã viết mục này.\"}");
    }

    private Person person(String user) {
        return Person.loggedIn(port, user);
    }

    private String state() {
        return sector.campaign().at("/state").asText();
    }

    private String reportState(String unit) {
        return sector.unit(unit).at("/state").asText();
    }

    private static Set<String> addresses(List<JsonNode> mails) {
        Set<String> addresses = new HashSet<>();
        mails.forEach(mail -> addresses.add(mail.at("/to").asText()));
        return addresses;
    }

    private List<UUID> queuedMails(String kind) {
        return jdbc.sql("""
                        select r.mail_id from notice_recipient r join notice n on n.id = r.notice_id
                            join campaign c on c.id = n.campaign_id
                        where c.code = ? and n.kind = ? and r.mail_id is not null""").params(SECTOR, kind).query(UUID.class).list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static String form(String reason, boolean confirmed) {
        return "reason=" + encoded(reason) + (confirmed ? "&confirmed=true" : "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
