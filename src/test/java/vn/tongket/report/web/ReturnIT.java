package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportReview;
import vn.tongket.report.ReportService;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** A return over HTTP: collected by two reviewers, told to the unit at each place, answered, and returned once more. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class ReturnIT {

    private static final String CAMPAIGN = "TK.RETURNS-2017";
    private static final String CELL = "PL01.LD/2010";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportService reports;

    @Autowired
    private ReportReview review;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private Clock clock;

    private Person staff;
    private Person head;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        staff = Person.loggedIn(port, "tuyengiao");
        head = Person.loggedIn(port, "truongban");
    }

    @Test
    void twoReviewersCollectTogetherAndEachRewordsTheirOwn() {
        inReview("SONGDA", 1);
        String first = id(collect(staff, "SONGDA", CELL, "Sai đơn vị tính", null));
        String second = id(collect(head, "SONGDA", null, null, "  Bản ký không rõ.\n"));

        assertThat(head.put(reasons("SONGDA") + "/" + first, "{\"words\": \"Ghi theo nghìn.\"}")
                        .statusCode())
                .isEqualTo(403);
        JsonNode reworded = read(staff.put(
                reasons("SONGDA") + "/" + first,
                "{\"place\": \"PL01\", \"listed\": null, \"words\": \"Ghi theo nghìn.\"}"));

        assertThat(reworded.path("place").asText()).isEqualTo("PL01");
        assertThat(reworded.path("listed").isNull()).isTrue();
        JsonNode collected = read(Person.loggedIn(port, "quansat").get(reasons("SONGDA")));
        assertThat(collected.findValuesAsText("id")).containsExactly(first, second);
        assertThat(collected.findValuesAsText("namedBy")).containsExactly("tuyengiao", "truongban");
        assertThat(collected.findValuesAsText("words")).containsExactly("Ghi theo nghìn.", "Bản ký không rõ.");
        assertThat(read(head.delete(reasons("SONGDA") + "/" + first)).findValuesAsText("id"))
                .containsExactly(second);
        assertThat(staff.put(reasons("SONGDA") + "/" + first, "{\"words\": \"a\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsTheUnitNothingBeforeTheReturnAndCollectsForNobodyElse() {
        inReview("LILAMA", 2);
        collect(staff, "LILAMA", "MD.1", "Thiếu mục bắt buộc", null);
        String reason = id(collect(staff, "LILAMA", null, null, "Thiếu chữ ký."));

        for (String user : List.of("lilamacanbo", "lilamachutich", "songdacanbo", "thuongtruc", "admin")) {
            Person person = Person.loggedIn(port, user);
            assertThat(person.get(reasons("LILAMA")).statusCode()).as(user).isEqualTo(403);
            assertThat(person.delete(reasons("LILAMA") + "/" + reason).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        Person observer = Person.loggedIn(port, "quansat");
        assertThat(observer.post(reasons("LILAMA"), "{\"words\": \"a\"}").statusCode())
                .isEqualTo(403);
        assertThat(observer.delete(reasons("LILAMA") + "/" + reason).statusCode())
                .isEqualTo(403);
        assertThat(Person.stranger(port).get(reasons("LILAMA")).statusCode()).isEqualTo(401);
        assertThat(Person.loggedIn(port, "tldcanbo").get(reasons("LILAMA")).statusCode())
                .isEqualTo(404);
        assertThat(read(officer("LILAMA").get(report("LILAMA") + "/returns"))).isEmpty();
        assertThat(read(staff.get(reasons("LILAMA")))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"place\": \"PL01.LD/1999\", \"words\": \"a\"}', 422, 'Không có mục, phụ lục, biểu hay ô số liệu “PL01.LD/1999”.'",
        "'{\"place\": \"PL99\", \"words\": \"a\"}', 422, 'Không có mục, phụ lục, biểu hay ô số liệu “PL99”.'",
        "'{\"place\": \"\", \"words\": \"a\"}', 422, 'Không có mục, phụ lục, biểu hay ô số liệu “”.'",
        "'{\"listed\": \"Không thích\"}', 422, Danh sách lý do trả lại không có “Không thích”.",
        "'{\"place\": \"PL01\"}', 422, Cần ghi lý do.",
        "'{\"words\": \"   \"}', 422, Cần ghi lý do.",
        "'{\"words\": 5}', 400, 'Giá trị phải ghi trong dấu nháy, ví dụ \"18500\"; null để xóa.'",
        "'{\"target\": \"PL01\"}', 400, 'Nội dung phải có dạng {\"place\": \"PL01.LD/2008\", \"listed\": …, \"words\": …}.'"
    })
    void refusesAReasonThatNamesNothing(String body, int status, String sentence) {
        if (state("VICEM").equals("NOT_STARTED")) {
            inReview("VICEM", 3);
        }

        HttpResponse<String> answer = staff.post(reasons("VICEM"), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(read(answer).path("detail").asText()).isEqualTo(sentence);
        assertThat(read(staff.get(reasons("VICEM")))).isEmpty();
    }

    @Test
    void takesAReasonOfUpTo2000Characters() {
        inReview("HUD", 4);

        assertThat(staff.post(reasons("HUD"), "{\"words\": \"%s\"}".formatted("ạ".repeat(2001)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(staff.post(reasons("HUD"), "{\"words\": \"%s\"}".formatted("ạ".repeat(2000)))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void collectsOnlyWhileTheReportIsInReview() {
        HttpResponse<String> early = staff.post(reasons("COMA"), "{\"words\": \"a\"}");

        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(read(early).path("detail").asText())
                .isEqualTo("Báo cáo đang ở trạng thái “Chưa bắt đầu”, không thẩm tra được.");
    }

    @Test
    void returnsNothingWithoutAReasonOrToADayThatIsOverAndAcceptsNothingWithOne() {
        inReview("DIC", 5);
        LocalDate today = LocalDate.now(clock);

        assertThatThrownBy(() -> back("DIC", today)).hasMessage("Cần ghi ít nhất một lý do trả lại.");
        collect(staff, "DIC", "LF01", null, "Thiếu ngày ban hành.");
        assertThatThrownBy(() -> back("DIC", today.minusDays(1))).hasMessage("Hạn gửi lại phải từ hôm nay trở đi.");
        assertThatThrownBy(
                        () -> review.accept(CAMPAIGN, "DIC", new CurrentUser("truongban", Set.of("CDXDVNtruongban"))))
                .isInstanceOf(DomainException.class)
                .hasMessage("Còn 1 lý do trả lại đã ghi ở trang thẩm tra; hãy bỏ các lý do đó hoặc trả lại báo cáo.");

        assertThat(state("DIC")).isEqualTo("UNDER_REVIEW");
        assertThat(read(staff.get(reasons("DIC")))).hasSize(1);
        back("DIC", today);
        assertThat(state("DIC")).isEqualTo("RETURNED");
        assertThat(read(staff.get(reasons("DIC")))).isEmpty();
    }

    @Test
    void theUnitAnswersEachReasonBeforeTheChairGetsItAndTheReviewerReadsTheAnswers() {
        WholeReport written = inReview("BACHDANG", 6);
        collect(staff, "BACHDANG", CELL, "Sai đơn vị tính", "Ghi theo nghìn?");
        collect(head, "BACHDANG", null, "Chưa ký, chưa đóng dấu", null);
        back("BACHDANG", LocalDate.now(clock).plusDays(5));
        Person officer = officer("BACHDANG");
        JsonNode last = read(officer.get(report("BACHDANG") + "/returns")).path(0);
        assertThat(last.path("version").asInt()).isEqualTo(1);
        assertThat(last.path("reasons").findValuesAsText("place")).containsExactly(CELL, "null");
        assertThat(last.toString()).doesNotContain("tuyengiao", "truongban");
        String cell = last.at("/reasons/0/id").asText();
        String whole = last.at("/reasons/1/id").asText();

        assertThat(missing("BACHDANG").findValuesAsText("path")).containsExactly("returns/" + cell, "returns/" + whole);
        assertThat(missing("BACHDANG").path(0).path("message").asText())
                .startsWith("Chưa trả lời lý do trả lại – PL01, dòng ")
                .endsWith("năm 2010: Sai đơn vị tính: Ghi theo nghìn?");
        answer("BACHDANG", cell, null, "Đã ghi lại.");
        assertThatThrownBy(() -> reports.finishWriting(CAMPAIGN, "BACHDANG", "bachdangcanbo"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(DomainException.Fault::message)
                                .containsExactly("Chưa trả lời lý do trả lại – Toàn báo cáo: Chưa ký, chưa đóng dấu"));
        answer("BACHDANG", whole, null, "Đã ký lại.");
        assertThat(missing("BACHDANG")).isEmpty();
        written.signedAgain().registered(61);

        assertThat(jdbc.sql("""
                        select jsonb_path_query_array(v.content, '$.answers[*].answer')::text
                        from report_version v join participant p on p.id = v.report_id
                            join campaign c on c.id = p.campaign_id
                        where c.code = ? and p.unit_code = 'BACHDANG' order by v.number""").param(CAMPAIGN).query(String.class).list())
                .containsExactly("[]", "[\"Đã ghi lại.\", \"Đã ký lại.\"]");
        assertThat(read(staff.get(report("BACHDANG") + "/returns")).findValuesAsText("answer"))
                .containsExactly("Đã ghi lại.", "Đã ký lại.");
        assertThat(officer.put(report("BACHDANG") + "/returns/answers", "{\"%s\": {\"text\": \"a\"}}".formatted(cell))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aSecondReturnHasReasonsOfItsOwnAndTheFirstOnesStand() {
        WholeReport written = inReview("LICOGI", 7);
        collect(staff, "LICOGI", "P1.I.1", null, "Viết rõ hơn.");
        back("LICOGI", LocalDate.now(clock));
        String first = lastReasons("LICOGI").at("/0/id").asText();
        answer("LICOGI", first, null, "Đã viết lại.");
        written.signedAgain().registered(71);
        collect(head, "LICOGI", "PL02", "Thiếu phụ lục", null);
        back("LICOGI", LocalDate.now(clock));

        JsonNode returns = read(officer("LICOGI").get(report("LICOGI") + "/returns"));

        assertThat(returns.findValuesAsText("version")).containsExactly("2", "1");
        assertThat(returns.findValuesAsText("answer")).containsExactly("null", "Đã viết lại.");
        assertThat(missing("LICOGI").findValuesAsText("path"))
                .containsExactly("returns/" + returns.at("/0/reasons/0/id").asText());
        HttpResponse<String> late = officer("LICOGI")
                .put(
                        report("LICOGI") + "/returns/answers",
                        "{\"%s\": {\"was\": \"Đã viết lại.\", \"text\": \"Khác.\"}}".formatted(first));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(read(late).at("/faults/0/path").asText()).isEqualTo(first);
    }

    @Test
    void anAnswerOfAColleagueIsNotOverwritten() {
        inReview("VIGLACERA", 8);
        collect(staff, "VIGLACERA", "PL03", null, "Kiểm tra lại.");
        collect(staff, "VIGLACERA", "PL04", null, "Kiểm tra lại.");
        back("VIGLACERA", LocalDate.now(clock));
        String first = lastReasons("VIGLACERA").at("/0/id").asText();
        String second = lastReasons("VIGLACERA").at("/1/id").asText();
        answer("VIGLACERA", first, null, "Số đúng.");

        JsonNode answered = read(officer("VIGLACERA")
                .put(
                        report("VIGLACERA") + "/returns/answers",
                        json.createObjectNode()
                                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                                        first, json.valueToTree(Map.of("text", "Đã sửa.")))
                                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                                        second, json.valueToTree(Map.of("text", "Đã sửa.")))
                                .toString()));

        assertThat(answered.path("changedByOthers").path(0).asText()).isEqualTo(first);
        assertThat(answered.path("changedByOthers")).hasSize(1);
        assertThat(answered.at("/returns/0/reasons").findValuesAsText("answer")).containsExactly("Số đúng.", "Đã sửa.");
        answer("VIGLACERA", first, "Số đúng.", " ");
        assertThat(missing("VIGLACERA").findValuesAsText("path")).containsExactly("returns/" + first);
        assertThat(officer("VIGLACERA")
                        .put(
                                report("VIGLACERA") + "/returns/answers",
                                "{\"%s\": {\"was\": \"Đã sửa.\", \"text\": \"%s\"}, \"%s\": {\"text\": \"b\"}}"
                                        .formatted(second, "a".repeat(2001), UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(lastReasons("VIGLACERA").findValuesAsText("answer")).containsExactly("null", "Đã sửa.");
    }

    private WholeReport inReview(String unit, int number) {
        return WholeReport.written(context, CAMPAIGN, unit).sent().registered(number);
    }

    private void back(String unit, LocalDate due) {
        review.returnToUnit(CAMPAIGN, unit, new ReturnReport(List.of(), due), "tuyengiao");
    }

    private JsonNode collect(Person reviewer, String unit, String place, String listed, String words) {
        HttpResponse<String> answer = reviewer.post(
                reasons(unit),
                json.createObjectNode()
                        .put("place", place)
                        .put("listed", listed)
                        .put("words", words)
                        .toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer);
    }

    private void answer(String unit, String reason, String was, String text) {
        HttpResponse<String> answer = officer(unit)
                .put(
                        report(unit) + "/returns/answers",
                        json.createObjectNode()
                                .set(
                                        reason,
                                        json.createObjectNode().put("was", was).put("text", text))
                                .toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(answer).path("changedByOthers")).isEmpty();
    }

    private JsonNode lastReasons(String unit) {
        return read(officer(unit).get(report(unit) + "/returns")).at("/0/reasons");
    }

    private JsonNode missing(String unit) {
        return read(officer(unit).get(report(unit) + "/missing"));
    }

    private String state(String unit) {
        return jdbc.sql("""
                        select r.state from report r join participant p on p.id = r.id
                            join campaign c on c.id = p.campaign_id
                        where c.code = ? and p.unit_code = ?""").params(CAMPAIGN, unit).query(String.class).single();
    }

    private Person officer(String unit) {
        return Person.script(port, unit.toLowerCase(java.util.Locale.ROOT) + "canbo", "demo");
    }

    private static String report(String unit) {
        return "/api/reports/" + CAMPAIGN + "/" + unit;
    }

    private static String reasons(String unit) {
        return report(unit) + "/review/reasons";
    }

    private static String id(JsonNode reason) {
        return reason.path("id").asText();
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }
}
