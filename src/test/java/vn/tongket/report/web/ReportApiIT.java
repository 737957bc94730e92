package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportService;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** A union's report over HTTP, by the people's own logins. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportApiIT {

    private static final String CAMPAIGN = "TK.REPORT.API-2017";
    private static final String SONGDA = "/api/reports/" + CAMPAIGN + "/SONGDA";
    private static final String SECTION = SONGDA + "/sections/MD.1";
    private static final String FIGURES = SONGDA + "/figures";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportDrafting drafting;

    @Autowired
    private ReportService reports;

    @Autowired
    private ObjectMapper json;

    private Person officer;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        officer = Person.loggedIn(port, "songdacanbo");
    }

    @Test
    void answersEachPartWithItsVersionAndKeepsItOutOfCaches() {
        var empty = officer.get(SONGDA + "/sections/P1.I.2");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.headers().firstValue("ETag")).contains("\"v0\"");
        assertThat(empty.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(read(empty).path("text").asText()).isEmpty();

        var written = officer.put(SONGDA + "/sections/P1.I.2", "{\"text\": \"Chương trình hành động.\"}");
        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.headers().firstValue("ETag")).contains("\"v1\"");
        assertThat(read(officer.get(SONGDA + "/sections/P1.I.2")).path("text").asText())
                .isEqualTo("Chương trình hành động.");
    }

    @Test
    void refusesAStaleWriteAndOverwritesNothing() {
        String path = SONGDA + "/sections/P1.I.1";
        officer.put(path, "{\"text\": \"Bản một\"}");
        String first = tag(officer.get(path));
        officer.put(path, "{\"text\": \"Bản của đồng nghiệp\"}");

        var stale = put(path, "{\"text\": \"Bản cũ\"}", first);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(detail(stale)).contains("người khác sửa");
        assertThat(read(officer.get(path)).path("text").asText()).isEqualTo("Bản của đồng nghiệp");
        assertThat(put(path, "{\"text\": \"Bản mới\"}", tag(officer.get(path))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAStaleWriteOfAPartThatWasNeverSaved() {
        String path = SONGDA + "/sections/P2.I";

        assertThat(put(path, "{\"text\": \"Dự báo\"}", "\"v3\"").statusCode()).isEqualTo(412);
        assertThat(tag(officer.get(path))).isEqualTo("\"v0\"");
        assertThat(put(path, "{\"text\": \"Dự báo\"}", "\"v0\"").statusCode()).isEqualTo(200);
    }

    @Test
    void takesAnyVersionWithAStarOrOneOfSeveral() {
        String path = SONGDA + "/sections/P2.II";
        officer.put(path, "{\"text\": \"Mục tiêu\"}");

        assertThat(put(path, "{\"text\": \"Mục tiêu 2\"}", "*").statusCode()).isEqualTo(200);
        assertThat(put(path, "{\"text\": \"Mục tiêu 3\"}", "\"v1\", \"v2\"").statusCode())
                .isEqualTo(200);
        assertThat(put(path, "{\"text\": \"Mục tiêu 4\"}", "\"v1\", \"v2\"").statusCode())
                .isEqualTo(412);
        assertThat(put(path, "{\"text\": \"Mục tiêu 4\"}", "W/\"v3\"").statusCode())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "\"v1", "1", "\"v1\" \"v2\""})
    void refusesAMalformedIfMatch(String header) {
        var answer = put(SECTION, "{\"text\": \"Căn cứ\"}", header);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(detail(answer)).contains("If-Match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"Căn cứ\"",
                "{\"text\": null}",
                "{\"text\": 1}",
                "{\"txt\": \"a\"}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"a\"} {}"
            })
    void refusesABodyThatIsNoText(String body) {
        var answer = officer.put(SECTION, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(detail(answer)).startsWith("Nội dung");
    }

    @Test
    void composesTextAndDropsControlCharacters() {
        String decomposed = Normalizer.normalize("Tổng kết nghị quyết", Normalizer.Form.NFD);

        officer.put(SECTION, "{\"text\": \"" + decomposed + "\\u0000\\u0007\\r\\nDòng hai\\ud800  \\n\"}");

        assertThat(read(officer.get(SECTION)).path("text").asText()).isEqualTo("Tổng kết nghị quyết\nDòng hai");
    }

    @Test
    void refusesATextThatIsTooLong() {
        var long100001 = officer.put(SECTION, "{\"text\": \"" + "a".repeat(100_001) + "\"}");
        assertThat(long100001.statusCode()).isEqualTo(422);
        assertThat(detail(long100001)).contains("100.000 ký tự");

        var huge = officer.put(SECTION, "{\"text\": \"" + "a".repeat(2_000_001) + "\"}");
        assertThat(huge.statusCode()).isEqualTo(413);
    }

    @Test
    void takesNoTextUnderAHeadingThatOnlyGroups() {
        assertThat(officer.put(SONGDA + "/sections/P1.I", "{\"text\": \"a\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void mergesFiguresAndClearsWithNull() {
        officer.put(FIGURES, "{\"PL02.THCS\": {}, \"PL01.LD\": {\"2008\": \"18500\", \"2009\": \"...\"}}");
        assertThat(officer.put(FIGURES, "{\"PL01.LD\": {\"2008\": \"18500\", \"2009\": \"...\"}}")
                        .statusCode())
                .isEqualTo(200);

        var merged = officer.put(FIGURES, "{\"PL01.LD\": {\"2009\": null, \"2010\": \"-\"}}");

        assertThat(merged.statusCode()).isEqualTo(200);
        assertThat(read(merged).path("PL01.LD"))
                .isEqualTo(json.createObjectNode().put("2008", "18500").put("2010", "-"));
        assertThat(read(officer.get(FIGURES))).isEqualTo(read(merged));
    }

    @Test
    void refusesAStaleWriteOfFigures() {
        String before = tag(officer.get(FIGURES));
        officer.put(FIGURES, "{\"PL01.DTTS\": {\"2008\": \"1\"}}");

        assertThat(put(FIGURES, "{\"PL01.DTTS\": {\"2008\": \"2\"}}", before).statusCode())
                .isEqualTo(412);
        assertThat(read(officer.get(FIGURES)).path("PL01.DTTS").path("2008").asText())
                .isEqualTo("1");
    }

    @Test
    void refusesComputedClosedAndUnknownCellsByPlaceAndSavesNoneOfThatRequest() {
        String body = """
                {"PL01.TL_NU": {"2008": "21.0"}, "PL04.DOI_THOAI": {"2012": "3"}, "PL01.LD": {"2018": "5", "2016": "7"},
                 "PL99.X": {"2008": "1"}, "PL01.GT": {"2008": "1.5"}}""";

        var answer = officer.put(FIGURES, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(answer).path("faults").findValuesAsText("path"))
                .containsExactlyInAnyOrder(
                        "PL01.TL_NU/2008", "PL04.DOI_THOAI/2012", "PL01.LD/2018", "PL99.X", "PL01.GT/2008");
        assertThat(read(officer.get(FIGURES)).path("PL01.LD").has("2016")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"PL01.LD\": null}",
                "{\"PL01.LD\": \"5\"}",
                "{\"PL01.LD\": {\"2008\": 18500}}",
                "{\"PL01.LD\": {\"2008\": {}}}",
                "null"
            })
    void refusesFiguresInAnotherShape(String body) {
        assertThat(officer.put(FIGURES, body).statusCode()).isEqualTo(400);
    }

    @Test
    void keepsControlCharactersOutOfTextCells() {
        officer.put(FIGURES, "{\"PL01.GHI_CHU\": {\"2009\": \"Cổ\\u0000 phần hóa\"}}");

        assertThat(read(officer.get(FIGURES)).path("PL01.GHI_CHU").path("2009").asText())
                .isEqualTo("Cổ phần hóa");
    }

    @Test
    void takesRowsOfAListAndRefusesWrongOnesByPlace() {
        String path = SONGDA + "/lists/LF03";
        String row = "{\"cap_nhan\": \"%s\", \"nhom\": \"%s\", \"noi_dung\": \"Nhà ở\", \"uu_tien\": %s}"
                .formatted(value("LF03", "cap_nhan"), value("LF03", "nhom"), 1);

        var taken = put(path, "[" + row + "]", "\"v0\"");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(tag(taken)).isEqualTo("\"v1\"");
        assertThat(read(officer.get(path)).path(0).path("uu_tien").asText()).isEqualTo("1");
        assertThat(put(path, "[]", "\"v0\"").statusCode()).isEqualTo(412);

        var wrong = officer.put(path, "[{\"cap_nhan\": \"Không có\", \"uu_tien\": \"1e99\", \"la\": \"x\"}]");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(read(wrong).path("faults").findValuesAsText("path"))
                .containsExactlyInAnyOrder("LF03/1/cap_nhan", "LF03/1/uu_tien", "LF03/1/la");
        assertThat(officer.put(path, "[null]").statusCode()).isEqualTo(400);
        assertThat(officer.get(SONGDA + "/lists/LF99").statusCode()).isEqualTo(404);
    }

    @Test
    void listsWhatIsMissing() {
        var missing = Person.loggedIn(port, "lilamacanbo").get("/api/reports/" + CAMPAIGN + "/LILAMA/missing");

        assertThat(missing.statusCode()).isEqualTo(200);
        List<String> paths = read(missing).findValuesAsText("path");
        assertThat(paths).contains("MD.1", "PL01.LD/2008", "LF03", "LF04").doesNotContain("P1.IV.5", "LF01");
    }

    @Test
    void letsTheIssuersPeopleReadButNotWrite() {
        for (String reader : List.of("quansat", "tuyengiao", "truongban", "songdachutich", "admin")) {
            Person person = Person.loggedIn(port, reader);
            assertThat(person.get(SECTION).statusCode()).as(reader).isEqualTo(200);
            assertThat(person.get(FIGURES).statusCode()).as(reader).isEqualTo(200);
            assertThat(person.get(SONGDA + "/grid").statusCode()).as(reader).isEqualTo(200);
            assertThat(person.put(SECTION, "{\"text\": \"Sửa hộ\"}").statusCode())
                    .as(reader)
                    .isEqualTo(403);
            assertThat(person.put(FIGURES, "{}").statusCode()).as(reader).isEqualTo(403);
            assertThat(person.put(SONGDA + "/lists/LF01", "[]").statusCode())
                    .as(reader)
                    .isEqualTo(403);
            assertThat(person.put(SONGDA + "/grid", "{}").statusCode())
                    .as(reader)
                    .isEqualTo(403);
        }
    }

    @Test
    void hidesTheReportFromOtherUnionsAndStrangers() {
        Person other = Person.loggedIn(port, "lilamacanbo");
        Person stranger = Person.stranger(port);
        for (String path : List.of(SECTION, FIGURES, SONGDA + "/lists/LF01", SONGDA + "/missing", SONGDA + "/grid")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(other.put(SECTION, "{\"text\": \"Sửa trộm\"}").statusCode()).isEqualTo(404);
        assertThat(other.put(FIGURES, "{}").statusCode()).isEqualTo(404);
        assertThat(officer.withoutTokens()
                        .put(SECTION, "{\"text\": \"Giả mạo\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.get("/reports/" + CAMPAIGN + "/SONGDA").statusCode()).isEqualTo(404);
    }

    @Test
    void readsCodesWithDotsWhole() {
        var answer = Person.loggedIn(port, "tuyengiao").get("/api/reports/" + CAMPAIGN + "/SONGDA.SD5/figures");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(detail(answer)).contains("“SONGDA.SD5”");
    }

    @Test
    void savesTheCellsThatCanBeReadAndNamesTheOthers() {
        Person viglacera = Person.loggedIn(port, "hudcanbo");
        String grid = "/api/reports/" + CAMPAIGN + "/HUD/grid";

        var typed = viglacera.put(grid, """
                {"PL01.LD": {"2008": {"was": null, "typed": "1.234"}, "2009": {"was": null, "typed": "nhiều"}},
                 "PL01.LD_NU": {"2008": {"was": null, "typed": "617"}},
                 "PL01.TUOI_BQ": {"2008": {"was": null, "typed": "1.234"}}}""");

        assertThat(typed.statusCode()).isEqualTo(200);
        JsonNode answer = read(typed);
        assertThat(answer.path("typed").path("PL01.LD"))
                .isEqualTo(json.createObjectNode().put("2008", "1234"));
        assertThat(answer.path("refused").findValuesAsText("path"))
                .containsExactlyInAnyOrder("PL01.LD/2009", "PL01.TUOI_BQ/2008");
        assertThat(answer.path("derived")
                        .path("PL01.TL_NU")
                        .path("2008")
                        .path("text")
                        .asText())
                .isEqualTo("50,0");
        assertThat(answer.path("period").path("PL01.LD").path("text").asText()).isEqualTo("1.234 *");
    }

    @Test
    void leavesACellThatSomebodyElseChanged() {
        String grid = SONGDA + "/grid";
        officer.put(FIGURES, "{\"PL03.DV\": {\"2008\": \"10\"}}");

        var typed = officer.put(grid, "{\"PL03.DV\": {\"2008\": {\"was\": \"9\", \"typed\": \"11\"}}}");

        assertThat(read(typed).path("changedByOthers").path(0).asText()).isEqualTo("PL03.DV/2008");
        assertThat(read(typed).path("typed").path("PL03.DV").path("2008").asText())
                .isEqualTo("10");
    }

    @Test
    void closesTheReportWhenTheChairHasIt() {
        String unit = "VICEM";
        Person writer = Person.loggedIn(port, "vicemcanbo");
        String base = "/api/reports/" + CAMPAIGN + "/" + unit;
        var received = new ReceivePlan(ReviewForm.OWN_CONFERENCE, "Cán bộ phụ trách", LocalDate.of(2017, 10, 20));
        reports.receivePlan(CAMPAIGN, unit, received, "vicemcanbo");
        WholeReport.written(context, CAMPAIGN, unit);
        assertThat(read(writer.get(base + "/missing"))).isEmpty();

        reports.finishWriting(CAMPAIGN, unit, "vicemcanbo");
        assertClosed(writer, base, "Đang trình duyệt tại đơn vị");
        reports.sign(CAMPAIGN, unit, new SignReport("12/BC-CĐ", LocalDate.of(2017, 9, 5)), "vicemchutich");
        assertClosed(writer, base, "Đã gửi");
        assertThat(writer.get("/reports/" + CAMPAIGN + "/" + unit).body()).doesNotContain("<textarea");
    }

    @Test
    void showsThePageToWhoMayRead() {
        var page = officer.get("/reports/" + CAMPAIGN + "/SONGDA");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Công đoàn Tổng công ty Sông Đà", "Hạn: hết ngày 04/11/2017", "<textarea")
                .contains("/documents/reports/" + CAMPAIGN + "/SONGDA.docx");
        assertThat(Person.loggedIn(port, "quansat")
                        .get("/reports/" + CAMPAIGN + "/SONGDA")
                        .body())
                .contains("Công đoàn Tổng công ty Sông Đà")
                .doesNotContain("<textarea");
    }

    private void assertClosed(Person writer, String base, String state) {
        for (var answer : List.of(
                writer.put(base + "/sections/MD.1", "{\"text\": \"Sửa sau khi gửi\"}"),
                writer.put(base + "/figures", "{\"PL01.LD\": {\"2008\": \"2\"}}"),
                writer.put(base + "/lists/LF01", "[]"),
                writer.put(base + "/grid", "{\"PL01.LD\": {\"2008\": {\"was\": \"-\", \"typed\": \"2\"}}}"))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(detail(answer)).contains(state);
        }
        assertThat(read(writer.get(base + "/figures"))
                        .path("PL01.LD")
                        .path("2008")
                        .asText())
                .isEqualTo("-");
    }

    private String value(String list, String column) {
        return drafting.view(CAMPAIGN, "SONGDA").form().list(list).orElseThrow().columns().stream()
                .filter(candidate -> candidate.key().equals(column))
                .findFirst()
                .orElseThrow()
                .values()
                .get(0);
    }

    private HttpResponse<String> put(String path, String body, String ifMatch) {
        return officer.sendJson("PUT", path, body, "If-Match", ifMatch);
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private String detail(HttpResponse<String> answer) {
        return read(answer).path("detail").asText();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
