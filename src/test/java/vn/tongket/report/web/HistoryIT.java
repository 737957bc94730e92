package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportService;
import vn.tongket.report.SampleFiles;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** Each deed over HTTP is found in the report's history, by whom and when; and a chair takes a report back. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {

    private static final String CAMPAIGN = "TK.EVENTS-2017";
    private static final String LOCKED = "TK.EVENTS.LOCKED-2017";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ObjectMapper json;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        IssuedCampaign.of(context, LOCKED);
    }

    @Test
    void tellsWhatAnOfficerDidByWhomAndWhen() {
        Person officer = person("hudcanbo");
        LocalDateTime before = now();
        ok(officer.put(api("HUD", "/sections/MD.1"), "{\"text\": \"Căn cứ kế hoạch.\"}"));
        ok(officer.put(api("HUD", "/grid"), """
                {"PL01.LD": {"2008": {"was": null, "typed": "900"}}, "PL02.CM_DH": {"2008": {"was": null, "typed": "9"}}}"""));
        ok(officer.put(api("HUD", "/figures"), "{\"PL03.DV\": {\"2008\": \"5\"}}"));
        ok(officer.put(api("HUD", "/lists/LF03"), "[{\"noi_dung\": \"Nhà ở\", \"uu_tien\": 1}]"));
        String file = read(ok(officer.upload(api("HUD", "/attachments"), "ban-chup.pdf", SampleFiles.pdf("lịch sử"))))
                .path("id")
                .asText();
        ok(officer.delete(api("HUD", "/attachments/" + file)));

        List<JsonNode> entries = history("HUD");

        assertThat(entries)
                .extracting(entry ->
                        entry.path("what").asText() + " " + entry.path("place").asText("–"))
                .containsExactlyInAnyOrder(
                        "Viết nội dung MD.1",
                        "Nhập số liệu PL01",
                        "Nhập số liệu PL02",
                        "Nhập số liệu PL03",
                        "Ghi biểu danh mục LF03",
                        "Đính kèm tệp –",
                        "Bỏ tệp đính kèm –");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("actor").asText()).isEqualTo("hudcanbo");
            assertThat(entry.path("name").asText()).isNotBlank().isNotEqualTo("hudcanbo");
            assertThat(LocalDateTime.parse(entry.path("at").asText())).isBetween(before, now());
            assertThat(entry.path("version").asInt()).isEqualTo(1);
        });
        assertThat(entries.get(0).path("what").asText()).isEqualTo("Bỏ tệp đính kèm");
        assertThat(entries.get(0).path("details").asText()).isEqualTo("ban-chup.pdf");
    }

    @Test
    void tellsManySavesAtOnePlaceOnceInTenMinutesAndAgainLater() {
        Person officer = person("lilamacanbo");
        for (String text : List.of("Một", "Một hai", "Một hai ba")) {
            ok(officer.put(api("LILAMA", "/sections/MD.1"), "{\"text\": \"" + text + "\"}"));
        }
        assertThat(history("LILAMA")).hasSize(1);

        person("admin").post("/demo/clock", "{\"to\": \"" + now().plus(Duration.ofMinutes(11)) + "\"}");
        ok(officer.put(api("LILAMA", "/sections/MD.1"), "{\"text\": \"Bốn\"}"));

        assertThat(history("LILAMA")).hasSize(2);
    }

    @Test
    void tellsAFileThatWasHandedInAndWhatBecameOfIt() {
        Person officer = person("vicemcanbo");
        byte[] template = officer.bytes(api("VICEM", "/workbook.xlsx"));
        String put = read(ok(officer.upload(api("VICEM", "/uploads"), "bieu-mau.xlsx", template)))
                .path("id")
                .asText();
        ok(officer.delete(api("VICEM", "/uploads/" + put)));

        assertThat(history("VICEM"))
                .extracting(entry -> entry.path("what").asText() + " "
                        + entry.path("details").asText())
                .containsExactly("Bỏ tệp đã nộp bieu-mau.xlsx", "Nộp tệp đã điền bieu-mau.xlsx");
    }

    @Test
    void aChairTakesASentReportBackAndSendsItAgainAsANewVersion() {
        send("VIGLACERA");
        assertThat(receivedAt("VIGLACERA")).isPresent();
        Person chair = person("viglacerachutich");

        JsonNode recalled = read(ok(chair.post(api("VIGLACERA", "/recall"), "{\"reason\": \"Nhầm phụ lục 2\"}")));

        assertThat(recalled.path("state").asText()).isEqualTo("drafting");
        // What the unit took back itself was not received (ADR 10).
        assertThat(receivedAt("VIGLACERA")).isEmpty();
        assertThat(jdbc.sql("""
                        select m.address || ' ' || (n.details ->> 'reason')
                        from notice n join campaign c on c.id = n.campaign_id
                        join notice_recipient r on r.notice_id = n.id join mail m on m.id = r.mail_id
                        where c.code = ? and n.unit_code = 'VIGLACERA' and n.kind = 'RECALLED'""").param(CAMPAIGN).query(String.class).list())
                .singleElement()
                .asString()
                .endsWith(" Nhầm phụ lục 2");
        send("VIGLACERA");
        assertThat(words("VIGLACERA"))
                .containsSubsequence(
                        "Vào sổ văn bản đến",
                        "Ký và gửi báo cáo lần 2",
                        "Trình ký",
                        "Rút lại báo cáo gửi lần 1",
                        "Vào sổ văn bản đến",
                        "Ký và gửi báo cáo lần 1",
                        "Trình ký",
                        "Tiếp nhận kế hoạch");
        assertThat(history("VIGLACERA"))
                .filteredOn(entry -> entry.path("what").asText().startsWith("Rút lại"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("actor").asText()).isEqualTo("viglacerachutich");
                    assertThat(entry.path("details").asText()).isEqualTo("Nhầm phụ lục 2");
                });
    }

    @Test
    void whatWasReturnedOnceKeepsItsFirstReceiptWhenTheNextSendingIsTakenBack() {
        send("HANCORP");
        Optional<Timestamp> first = receivedAt("HANCORP");
        assertThat(first).isPresent();
        review("HANCORP", """
                {"decision": {"value": "return"}, "reasons": {"value": "MD.1: ghi rõ hơn"}, "due": {"value": "2017-12-30"}}""");
        send("HANCORP");

        JsonNode recalled =
                read(ok(person("hancorpchutich").post(api("HANCORP", "/recall"), "{\"reason\": \"Thiếu\"}")));

        assertThat(recalled.path("state").asText()).isEqualTo("returned");
        assertThat(receivedAt("HANCORP")).isEqualTo(first);
        assertThat(owedBy("HANCORP")).isEqualTo(LocalDate.of(2017, 12, 30));
    }

    @Test
    void whatIsTakenBackAfterAReturnIsOwedByTheDeadlineWhenThatIsLater() {
        send("FICO");
        review("FICO", """
                {"decision": {"value": "return"}, "reasons": {"value": "MD.1: ghi rõ hơn"}, "due": {"value": "2017-12-30"}}""");
        send("FICO");
        jdbc.sql("""
                        update report set extended_to = '2018-01-10' where id = (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = 'FICO')""").param(CAMPAIGN).update();

        ok(person("ficochutich").post(api("FICO", "/recall"), "{\"reason\": \"Thiếu\"}"));

        assertThat(owedBy("FICO")).isEqualTo(LocalDate.of(2018, 1, 10));
    }

    private LocalDate owedBy(String unit) {
        return context.getBean(ReportService.class).owedBy(CAMPAIGN, unit);
    }

    @Test
    void theReceiptOfWhatWasTakenBackSaysSo() {
        send("DIC");
        String hash = jdbc.sql("""
                        select v.hash from report_version v join participant p on p.id = v.report_id
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = 'DIC'""").param(CAMPAIGN).query(String.class).single();
        Person stranger = Person.stranger(port);
        assertThat(stranger.get("/receipts/" + hash).body())
                .contains("Biên nhận báo cáo")
                .doesNotContain("rút lại");
        assertThat(read(stranger.get("/api/receipts/" + hash))
                        .path("recalledAt")
                        .isNull())
                .isTrue();
        LocalDateTime before = now();

        ok(person("dicchutich").post(api("DIC", "/recall"), "{\"reason\": \"Nhầm phụ lục\"}"));

        JsonNode receipt = read(stranger.get("/api/receipts/" + hash));
        assertThat(LocalDateTime.parse(receipt.path("recalledAt").asText())).isBetween(before, now());
        assertThat(receipt.path("punctuality").asText()).isEmpty();
        assertThat(stranger.get("/receipts/" + hash).body())
                .contains("Báo cáo đã được đơn vị rút lại", "đơn vị đã rút lại lúc")
                .doesNotContain("Nhầm phụ lục");
        send("DIC");
        assertThat(read(stranger.get("/api/receipts/" + hash))
                        .path("recalledAt")
                        .isTextual())
                .isTrue();
    }

    @Test
    void aChairTakesAReportBackThatIsNotRegisteredYet() {
        send("CC1");
        ok(person("cc1chutich").post(api("CC1", "/recall"), "{\"reason\": \"Nhầm\"}"));
        submit("cc1canbo", "CC1", "UserTask_WriteUnitReport", "{}");
        // The job that registers it has not run.
        submit("cc1chutich", "CC1", "UserTask_SignUnitReport", """
                {"decision": {"value": "sign"}, "number": {"value": "2/BC"}, "signedOn": {"value": "2017-09-05"}}""");

        JsonNode recalled = read(ok(person("cc1chutich").post(api("CC1", "/recall"), "{\"reason\": \"Lại nhầm\"}")));

        assertThat(recalled.path("state").asText()).isEqualTo("drafting");
        assertThat(words("CC1"))
                .containsSubsequence("Rút lại báo cáo gửi lần 2", "Ký và gửi báo cáo lần 2", "Vào sổ văn bản đến");
        assertThat(words("CC1").stream().filter(what -> what.startsWith("Vào sổ")))
                .hasSize(1);
        String hash = jdbc.sql("""
                        select v.hash from report_version v join participant p on p.id = v.report_id join campaign c
                            on c.id = p.campaign_id where c.code = ? and p.unit_code = 'CC1' and v.number = 2""").param(CAMPAIGN).query(String.class).single();
        assertThat(Person.stranger(port).get("/receipts/" + hash).body()).contains("đã rút lại lúc", "không vào sổ");
        submit("cc1canbo", "CC1", "UserTask_WriteUnitReport", "{}");
    }

    @Test
    void nobodyTakesBackWhatIsAcceptedNotSentOrLocked() {
        send("COMA");
        String body = "{\"reason\": \"Nhầm\"}";
        review("COMA", "{\"decision\": {\"value\": \"accept\"}}");
        HttpResponse<String> accepted = person("comachutich").post(api("COMA", "/recall"), body);
        assertThat(accepted.statusCode()).isEqualTo(422);
        assertThat(accepted.body()).contains("“Đã chấp nhận”, không rút lại được");

        HttpResponse<String> unsent = person("lilamachutich").post(api("LILAMA", "/recall"), body);
        assertThat(unsent.statusCode()).isEqualTo(422);
        assertThat(unsent.body()).contains("không rút lại được");

        context.getBean(ReportCollection.class).closeCollection(LOCKED, "truongban");
        HttpResponse<String> locked = person("lilamachutich").post("/api/reports/" + LOCKED + "/LILAMA/recall", body);
        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(locked.body()).contains("đã khóa số liệu");
    }

    @ParameterizedTest
    @CsvSource({"songdacanbo, 403", "truongban, 403", "quansat, 403", "lilamachutich, 404", "tldcanbo, 404"})
    void nobodyElseTakesItBack(String user, int status) {
        send("SONGDA");

        HttpResponse<String> api = person(user).post(api("SONGDA", "/recall"), "{\"reason\": \"Nhầm\"}");
        HttpResponse<String> page = Person.loggedIn(port, user).postForm(page("SONGDA", "/recall"), "reason=x");

        assertThat(api.statusCode()).isEqualTo(status);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(words("SONGDA")).noneMatch(what -> what.startsWith("Rút lại"));
    }

    @Test
    void aForgedRequestTakesNothingBack() {
        send("BACHDANG");
        Person forged = Person.loggedIn(port, "bachdangchutich").withoutTokens();

        assertThat(forged.postForm(page("BACHDANG", "/recall"), "reason=x").statusCode())
                .isEqualTo(403);
        assertThat(forged.post(api("BACHDANG", "/recall"), "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(words("BACHDANG")).noneMatch(what -> what.startsWith("Rút lại"));
    }

    @Test
    void theChairFindsTheButtonAndIsAskedForAReason() {
        Person chair = Person.loggedIn(port, "idicochutich");
        assertThat(chair.get(page("IDICO", "")).body()).doesNotContain(page("IDICO", "/recall"));
        send("IDICO");
        assertThat(chair.get(page("IDICO", "")).body()).contains(page("IDICO", "/recall"));
        assertThat(Person.loggedIn(port, "idicocanbo").get(page("IDICO", "")).body())
                .doesNotContain(page("IDICO", "/recall"));
        assertThat(chair.get(page("IDICO", "/recall")).body()).contains("không còn được tính là đã nhận");

        HttpResponse<String> blank = chair.postForm(page("IDICO", "/recall"), "reason=+");
        HttpResponse<String> done = chair.postForm(page("IDICO", "/recall"), "reason=Sai");

        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("id=\"reason-wrong\" role=\"alert\">Cần ghi lý do.");
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.headers().firstValue("location")).get().asString().endsWith(page("IDICO", ""));
        assertThat(chair.get(page("IDICO", "/history")).body())
                .contains("Rút lại báo cáo gửi lần 1", "Sai", "Hệ thống", "số đến");
    }

    @ParameterizedTest
    @CsvSource({
        "hudcanbo, 200",
        "hudchutich, 200",
        "tuyengiao, 200",
        "quansat, 200",
        "lilamacanbo, 404",
        "tldcanbo, 404"
    })
    void whoMayReadTheReportReadsItsHistory(String user, int status) {
        assertThat(person(user).get(api("HUD", "/history")).statusCode()).isEqualTo(status);
        assertThat(Person.loggedIn(port, user).get(page("HUD", "/history")).statusCode())
                .isEqualTo(status);
    }

    @Test
    void aStrangerReadsNothing() {
        Person stranger = Person.stranger(port);

        assertThat(stranger.get(api("HUD", "/history")).statusCode()).isEqualTo(401);
        assertThat(stranger.get(page("HUD", "/history")).statusCode()).isIn(302, 401);
    }

    private void send(String unit) {
        ok(person("admin")
                .post(
                        "/demo/samples",
                        "{\"campaign\": \"%s\", \"units\": [\"%s\"], \"upTo\": \"submitted\"}"
                                .formatted(CAMPAIGN, unit)));
    }

    /** The head completes the review's task with those variables. */
    private void review(String unit, String variables) {
        submit("truongban", unit, "UserTask_ReviewUnitReport", variables);
    }

    private void submit(String user, String unit, String taskKey, String variables) {
        Person person = Person.loggedIn(port, user);
        String found = ok(person.post(
                        Person.ENGINE + "/task",
                        "{\"processInstanceBusinessKey\": \"%s/%s\", \"taskDefinitionKey\": \"%s\"}"
                                .formatted(CAMPAIGN, unit, taskKey)))
                .body();
        String task = Person.ENGINE + "/task/" + read(found).path(0).path("id").asText();
        ok(person.post(task + "/claim", "{\"userId\": \"" + user + "\"}"));
        ok(person.post(task + "/submit-form", "{\"variables\": " + variables + "}"));
    }

    private Optional<Timestamp> receivedAt(String unit) {
        return jdbc.sql("""
                        select r.first_received_at from report r join participant p on p.id = r.id
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = ?""")
                .params(CAMPAIGN, unit)
                .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)))
                .single();
    }

    private List<String> words(String unit) {
        return history(unit).stream().map(entry -> entry.path("what").asText()).toList();
    }

    private List<JsonNode> history(String unit) {
        JsonNode page = read(ok(person("quansat").get(api(unit, "/history"))));
        assertThat(page.path("more").asBoolean()).isFalse();
        List<JsonNode> entries = new ArrayList<>();
        page.path("entries").forEach(entries::add);
        return entries;
    }

    private Person person(String user) {
        return Person.script(port, user, "demo");
    }

    private static String api(String unit, String part) {
        return "/api" + page(unit, part);
    }

    private static String page(String unit, String part) {
        return "/reports/" + CAMPAIGN + "/" + unit + part;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(Instant.now(clock), TimeConfiguration.ZONE);
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isBetween(200, 299);
        return answer;
    }

    private JsonNode read(HttpResponse<String> answer) {
        return read(answer.body());
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
