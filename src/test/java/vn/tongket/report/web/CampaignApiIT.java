package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.conference.ConferenceService;
import vn.tongket.conference.ConferenceService.Convene;
import vn.tongket.conference.ConferenceService.Outcome;
import vn.tongket.conference.ConferenceService.RecordOutcome;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** A campaign over HTTP: imports, counts, the plan, the compiling and who is kept from what. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignApiIT {

    private static final String CAMPAIGN = "TK.CAMPAIGN.API-2017";
    private static final String API = "/api/campaigns/" + CAMPAIGN;
    private static final String PAGE = "/campaigns/" + CAMPAIGN;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private ConferenceService conferences;

    @Autowired
    private ObjectMapper json;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
    }

    @Test
    void answersStateDatesAndCounts() {
        JsonNode campaign = read(script("truongban").get(API));

        assertThat(campaign.path("state").asText()).isEqualTo("collecting");
        assertThat(campaign.path("stateLabel").asText()).isEqualTo("Đang nhận báo cáo");
        JsonNode dates = campaign.path("dates");
        assertThat(dates.path("deadline").asText()).isEqualTo("2017-11-04");
        assertThat(dates.path("lastWorkingDay").asText()).isEqualTo("2017-11-03");
        assertThat(dates.path("graceUntil").asText()).isEqualTo("2017-11-06");
        assertThat(dates.path("closesAt").asText()).isEqualTo("2017-11-07T00:00:00");
        assertThat(dates.path("reminders"))
                .extracting(JsonNode::asText)
                .containsExactly("2017-10-06", "2017-10-20", "2017-10-27", "2017-11-02");
        assertThat(campaign.path("counts").path("expected").asInt()).isEqualTo(36);
        assertThat(campaign.path("coordinatedCounts").path("expected").asInt()).isEqualTo(16);
    }

    @Test
    void listsRequiredUnitsBeforeCoordinatedOnes() {
        JsonNode units = read(script("quansat").get(API + "/units"));

        assertThat(units).hasSize(52);
        assertThat(units.get(35).path("required").asBoolean()).isTrue();
        assertThat(units.get(36).path("required").asBoolean()).isFalse();
        JsonNode first = units.get(0);
        assertThat(first.path("unit").asText()).isEqualTo("SONGDA");
        assertThat(first.path("state").asText()).isEqualTo("not_started");
        assertThat(first.path("effectiveDeadline").asText()).isEqualTo("2017-11-04");
        assertThat(first.path("owedBy").asText()).isEqualTo("2017-11-04");
        assertThat(first.path("lastNotice").path("what").asText()).isEqualTo("Gửi kế hoạch");
        assertThat(first.path("lastNotice").path("unreachable").asBoolean()).isFalse();
        assertThat(first.path("receivedAt").isNull()).isTrue();
        assertThat(first.path("punctuality").isNull()).isTrue();
        assertThat(first.path("version").isNull()).isTrue();
        assertThat(first.path("returns").asInt()).isZero();
    }

    @Test
    void showsAUnitsPeopleTheirOwnLineOnly() {
        Person officer = script("songdacanbo");

        assertThat(read(officer.get(API + "/units")))
                .extracting(unit -> unit.path("unit").asText())
                .containsExactly("SONGDA");
        assertThat(read(officer.get(API + "/units")).get(0).path("lastNotice").isNull())
                .isTrue();
        assertThat(read(officer.get(API)).has("counts")).isFalse();
        assertThat(read(officer.get("/api/campaigns")))
                .extracting(campaign -> campaign.path("code").asText())
                .contains(CAMPAIGN);
        String page = Person.loggedIn(port, "songdacanbo").get(PAGE).body();
        assertThat(page).contains("Công đoàn Tổng công ty Sông Đà").doesNotContain("/reports/" + CAMPAIGN + "/HUD");
    }

    @Test
    void tellsStrangersAndUnionsOutsideNothing() {
        Person outsider = script(outsider());

        assertThat(Person.stranger(port).get(API).statusCode()).isEqualTo(401);
        assertThat(Person.stranger(port).get("/api/campaigns").statusCode()).isEqualTo(401);
        for (String path : List.of("", "/units", "/notices", "/synthesis/MD.1")) {
            assertThat(outsider.get(API + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(read(outsider.get("/api/campaigns")))
                .extracting(campaign -> campaign.path("code").asText())
                .doesNotContain(CAMPAIGN);
        Person inBrowser = Person.loggedIn(port, outsider());
        for (String path : List.of("", "/plan", "/notices", "/synthesis", "/amendments")) {
            assertThat(inBrowser.get(PAGE + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void keepsAUnitsPeopleFromTheCompilation() {
        Person officer = Person.loggedIn(port, "songdacanbo");

        assertThat(officer.get(API + "/synthesis/MD.1/units").statusCode()).isEqualTo(403);
        assertThat(officer.get(PAGE + "/synthesis").statusCode()).isEqualTo(403);
        assertThat(officer.get(PAGE + "/amendments").statusCode()).isEqualTo(403);
        assertThat(officer.get(PAGE + "/plan").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesImportsByThoseWhoMayNot() {
        byte[] organization = IssuedCampaign.resource("/demo/units-cdxdvn.json");
        byte[] campaign = IssuedCampaign.resource("/demo/campaign-20-NQ-TW.json");
        for (String person : List.of("quansat", "tuyengiao", "songdacanbo")) {
            assertThat(post(person, "/api/campaigns", campaign).statusCode()).isEqualTo(403);
        }
        assertThat(post("truongban", "/api/organization", organization).statusCode())
                .isEqualTo(403);
        assertThat(Person.stranger(port).get("/import").headers().firstValue("location"))
                .get()
                .asString()
                .contains("/login");
        assertThat(Person.loggedIn(port, "quansat").get("/import").statusCode()).isEqualTo(403);
    }

    @Test
    void takesACampaignOnce() {
        String file = shipped().replace("\"TK-20NQTW-2017\"", "\"TK.ONCE-2017\"");

        HttpResponse<String> first = script("truongban").post("/api/campaigns", file);
        HttpResponse<String> second = script("truongban").post("/api/campaigns", file);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(read(first).path("code").asText()).isEqualTo("TK.ONCE-2017");
        assertThat(first.headers().firstValue("location")).contains("/api/campaigns/TK.ONCE-2017");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(read(second).path("detail").asText()).contains("đã được nhập");
    }

    @Test
    void leavesNothingOfABadFile() {
        String file = shipped()
                .replace("\"TK-20NQTW-2017\"", "\"TK.BAD-2017\"")
                .replace("\"issuer\": \"CDXDVN\"", "\"issuer\": \"KHONGCO\"")
                .replace("\"semantics\": \"before\"", "\"semantics\": \"around\"");

        HttpResponse<String> refused = script("admin").post("/api/campaigns", file);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(read(refused).path("faults"))
                .extracting(fault -> fault.path("path").asText())
                .contains("$.campaign.issuer", "$.campaign.deadline.semantics");
        assertThat(script("admin").get("/api/campaigns/TK.BAD-2017").statusCode())
                .isEqualTo(404);
        HttpResponse<String> units = script("admin").post("/api/organization", "{\"units\": 1}");
        assertThat(units.statusCode()).isEqualTo(422);
        assertThat(read(script("admin").get(API + "/units"))).hasSize(52);
    }

    @Test
    void savesTheDraftAndShowsTheDatesThatFollow() {
        String code = draft("TK.DRAFT-2017");
        Person staff = Person.loggedIn(port, "tuyengiao");

        HttpResponse<String> saved = staff.postForm("/campaigns/" + code + "/plan", form("2017-11-12", "20, 5", 0));

        assertThat(saved.statusCode()).isEqualTo(302);
        JsonNode dates = read(script("tuyengiao").get("/api/campaigns/" + code)).path("dates");
        assertThat(dates.path("deadline").asText()).isEqualTo("2017-11-11");
        assertThat(dates.path("lastWorkingDay").asText()).isEqualTo("2017-11-10");
        assertThat(dates.path("reminders")).hasSize(2);
        URI page = URI.create(saved.headers().firstValue("location").orElseThrow());
        assertThat(staff.get(page.getRawPath() + "?" + page.getRawQuery()).body())
                .contains("Đã ghi kế hoạch", "10/11/2017", "Mục thử");
    }

    @Test
    void refusesAStaleDraftAndKeepsWhatWasTyped() {
        String code = draft("TK.STALE-2017");
        Person staff = Person.loggedIn(port, "tuyengiao");
        staff.postForm("/campaigns/" + code + "/plan", form("2017-11-12", "5", 0));

        HttpResponse<String> stale = staff.postForm("/campaigns/" + code + "/plan", form("2017-11-20", "7", 0));
        HttpResponse<String> wrong = staff.postForm("/campaigns/" + code + "/plan", form("", "mười", 1));

        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("đã được người khác sửa", "2017-11-20");
        assertThat(wrong.body()).contains("Ngày hạn còn trống.", "“mười”");
        assertThat(campaigns.campaign(code).reminderOffsets()).containsExactly(5);
    }

    @Test
    void letsNobodyElseChangeTheDraft() {
        String code = draft("TK.CLOSED-2017");

        assertThat(Person.loggedIn(port, "quansat")
                        .postForm("/campaigns/" + code + "/plan", form("2017-11-12", "5", 0))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Person.loggedIn(port, "songdacanbo")
                        .get("/campaigns/" + code + "/plan")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Person.loggedIn(port, "tuyengiao")
                        .postForm(PAGE + "/plan", form("2017-11-12", "5", 0))
                        .body())
                .contains("không còn ở bước soạn thảo");
    }

    @Test
    void savesTheCompiledTextByVersion() {
        String path = "/api/campaigns/" + compiling("TK.COMPILE-2017") + "/synthesis/MD.1";
        Person staff = script("tuyengiao");
        String text = "{\"text\": \"Bản một\"}";

        assertThat(staff.get(path).headers().firstValue("ETag")).contains("\"v0\"");
        HttpResponse<String> first = staff.sendJson("PUT", path, text, "If-Match", "\"v0\"");
        assertThat(first.headers().firstValue("ETag")).contains("\"v1\"");
        HttpResponse<String> stale = staff.sendJson("PUT", path, "{\"text\": \"Bản hai\"}", "If-Match", "\"v0\"");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(read(staff.get(path)).path("text").asText()).isEqualTo("Bản một");
        assertThat(script("quansat").put(path, text).statusCode()).isEqualTo(403);
        assertThat(script("songdacanbo").put(path, text).statusCode()).isEqualTo(403);
        assertThat(staff.put(path.replace("MD.1", "P1.I"), text).statusCode()).isEqualTo(404);
        assertThat(staff.put(API + "/synthesis/MD.1", text).statusCode()).isEqualTo(422);
    }

    @Test
    void showsThePagesToTheIssuersPeople() {
        Person observer = Person.loggedIn(port, "quansat");

        assertThat(observer.get(PAGE).body())
                .contains("Công đoàn Tổng công ty Sông Đà", "data-find=\"cong doan tong cong ty song da", "Phối hợp");
        assertThat(observer.get(PAGE + "/plan").body())
                .contains("Thời hạn", "Đề cương")
                .doesNotContain("Ghi kế hoạch");
        assertThat(observer.get(PAGE + "/synthesis").body())
                .contains("data-writable=\"false\"", "data-section=\"MD.1\"", "Chưa khóa số liệu");
        assertThat(observer.get(PAGE + "/amendments").body()).contains("Hội nghị chưa được triệu tập.");
    }

    @Test
    void ticksAmendmentsOff() {
        String code = compiling("TK.AMEND-2017");
        campaigns.become(code, CampaignState.COMMENTING, "Trình", "tuyengiao", null);
        campaigns.become(code, CampaignState.CONFERENCE, "Đồng ý", "thuongtruc", null);
        conferences.convene(code, new Convene(LocalDateTime.of(2100, 1, 4, 8, 0), "Hà Nội", "Tổng kết"), "vanphong");
        conferences.recordOutcome(
                code,
                new RecordOutcome(40, 45, "Biên bản", Outcome.ADOPTED_WITH_AMENDMENTS, List.of("Bổ sung số liệu")),
                "vanphong");
        var amendment =
                conferences.amendments(conferences.latest(code).orElseThrow()).get(0);
        String page = "/campaigns/" + code + "/amendments";

        assertThat(Person.loggedIn(port, "quansat")
                        .postForm(page + "/" + amendment.id(), "done=true")
                        .statusCode())
                .isEqualTo(403);
        Person staff = Person.loggedIn(port, "tuyengiao");
        assertThat(staff.postForm(page + "/" + amendment.id(), "done=true").statusCode())
                .isEqualTo(302);
        assertThat(staff.get(page).body()).contains("Bổ sung số liệu", "Đã tiếp thu tất cả");
    }

    @Test
    void givesEachRoleAFirstPage() {
        assertThat(Person.loggedIn(port, "songdacanbo").get("/").body())
                .contains("Việc đang chờ đồng chí", "Cán bộ công đoàn – Sông Đà", "/reports/" + CAMPAIGN + "/SONGDA")
                .doesNotContain("Theo dõi (Cockpit)", "Nhập tệp");
        assertThat(Person.loggedIn(port, "quansat").get("/").body())
                .contains("Theo dõi (Cockpit)", PAGE)
                .doesNotContain("Nhập tệp");
        assertThat(Person.loggedIn(port, "admin").get("/").body()).contains("Nhập tệp", "Quản trị hệ thống");
    }

    @Test
    void knowsNoPageForAForeignTask() {
        assertThat(Person.loggedIn(port, "songdacanbo")
                        .get("/tasks/no-such-task")
                        .statusCode())
                .isEqualTo(404);
    }

    private String draft(String code) {
        assertThat(script("truongban")
                        .post("/api/campaigns", shipped().replace("\"TK-20NQTW-2017\"", "\"" + code + "\""))
                        .statusCode())
                .isEqualTo(201);
        return code;
    }

    private String compiling(String code) {
        IssuedCampaign.of(context, code);
        campaigns.lock(code, "truongban");
        campaigns.become(code, CampaignState.CONSOLIDATING, "Khóa xong", "truongban", null);
        return code;
    }

    /** A union of the demo that stands above or beside the issuer's participants. */
    private static String outsider() {
        return "tldcanbo";
    }

    private static String form(String nominal, String reminders, int version) {
        return String.join(
                "&",
                field("version", String.valueOf(version)),
                field("documentTitle", "KẾ HOẠCH"),
                field("numberPattern", "{so}/KH-CĐXD"),
                field("lead", "Mở đầu"),
                field("sectionCode", "I"),
                field("sectionDepth", "0"),
                field("sectionTitle", "Mục thử"),
                field("sectionText", "Một, hai, ba"),
                field("closing", ""),
                field("recipients", "Các công đoàn\nLưu: VT"),
                field("authority", "TM. BAN THƯỜNG VỤ"),
                field("signerTitle", "PHÓ CHỦ TỊCH"),
                field("nominal", nominal),
                field("semantics", "BEFORE"),
                field("roll", "NONE"),
                field("grace", ""),
                field("reminders", reminders),
                field("milestoneCode", ""),
                field("milestoneLabel", "Ban hành"),
                field("milestoneDate", LocalDate.of(2017, 9, 5).toString()),
                field("milestoneKind", "issue"));
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String shipped() {
        return new String(IssuedCampaign.resource("/demo/campaign-20-NQ-TW.json"), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String person, String path, byte[] file) {
        return script(person).post(path, new String(file, StandardCharsets.UTF_8));
    }

    private Person script(String user) {
        return Person.script(port, user, "demo");
    }

    private JsonNode read(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }
}
