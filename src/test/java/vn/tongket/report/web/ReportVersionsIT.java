package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.report.ReportCommands.ReceivePlan;
import vn.tongket.report.ReportCommands.ReviewForm;
import vn.tongket.report.ReportCommands.SignReport;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportService;
import vn.tongket.report.SampleFiles;
import vn.tongket.shared.DomainException;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** What the chair sees and signs, the versions that come of it, and their receipts, over HTTP. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportVersionsIT {

    private static final String CAMPAIGN = "TK.VERSIONS-2017";
    private static final String OLD = "Đã quán triệt nghị quyết đến 12 tổ công đoàn. ".repeat(20);
    private static final String NEW = OLD.replace("12 tổ", "15 tổ");
    private static final SignReport NUMBER = new SignReport("12/BC-CĐ", LocalDate.of(2017, 9, 5));

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportService reports;

    @Autowired
    private ReportDrafting drafting;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private Person officer;

    /** Sông Đà has sent twice; the second version is another in a text, a cell, a row and a file. */
    @BeforeAll
    void send() {
        IssuedCampaign.of(context, CAMPAIGN);
        officer = Person.script(port, "songdacanbo", "demo");
        WholeReport songda = WholeReport.written(context, CAMPAIGN, "SONGDA")
                .with("P1.I.1", OLD)
                .sent()
                .returned("P1.I.1");
        songda.with("P1.I.1", NEW);
        drafting.writeFigures(
                CAMPAIGN, "SONGDA", Map.of("PL06.PL_LUOT", Map.of("2008", "18500")), false, null, "songdacanbo");
        officer.upload("/api/reports/" + CAMPAIGN + "/SONGDA/attachments", "quet.pdf", SampleFiles.pdf("lần hai"));
        songda.signedAgain();
    }

    @Test
    void signsExactlyWhatTheChairSaw() {
        handOver("HUD");
        Person chair = Person.loggedIn(port, "hudchutich");

        String page = chair.get("/reports/" + CAMPAIGN + "/HUD/signing").body();
        assertThat(page).contains("Bản trình ký, lần gửi 1", "đúng bản sẽ được ký", OLD.strip());
        String shown = contentHash(page);
        reports.sign(CAMPAIGN, "HUD", NUMBER, "hudchutich");

        JsonNode signed =
                read(chair.get("/api/reports/" + CAMPAIGN + "/HUD/versions")).path(0);
        assertThat(signed.path("contentHash").asText()).isEqualTo(shown);
        assertThat(sha256(chair.bytes("/api/reports/" + CAMPAIGN + "/HUD/versions/1/canonical")))
                .isEqualTo(shown);
        assertThat(chair.get("/reports/" + CAMPAIGN + "/HUD/signing").body()).contains("Lần gửi 1", "12/BC-CĐ");
    }

    /** Nobody can save by then; whoever writes past the application is found out. */
    @Test
    void refusesToSignWhatIsNotWhatWasHandedOver() {
        handOver("COMA");
        jdbc.sql("update report_section set text = text || ' thêm' where section = 'P1.I.1' and report_id ="
                        + " (select p.id from participant p join campaign c on c.id = p.campaign_id"
                        + " where c.code = ? and p.unit_code = 'COMA')")
                .param(CAMPAIGN)
                .update();

        assertThatThrownBy(() -> reports.sign(CAMPAIGN, "COMA", NUMBER, "comachutich"))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("khác với bản trình ký");
        assertThat(read(Person.script(port, "comachutich", "demo").get("/api/reports/" + CAMPAIGN + "/COMA/versions")))
                .isEmpty();

        reports.sendBackToWriters(CAMPAIGN, "COMA", "Trình lại.", "comachutich");
        reports.finishWriting(CAMPAIGN, "COMA", "comacanbo");
        reports.sign(CAMPAIGN, "COMA", NUMBER, "comachutich");
    }

    @Test
    void showsTheChairWhatChangedSinceTheLastVersion() {
        WholeReport.written(context, CAMPAIGN, "LILAMA")
                .with("P1.I.1", OLD)
                .sent()
                .returned("P1.I.1")
                .with("P1.I.1", NEW)
                .handedOver();

        String page = Person.loggedIn(port, "lilamachutich")
                .get("/reports/" + CAMPAIGN + "/LILAMA/signing")
                .body();

        assertThat(page)
                .contains("Thay đổi so với lần gửi 1: 1 chỗ", "Trả lời lý do trả lại", "Cần bổ sung.", "Đã bổ sung.")
                .containsPattern("<del>12</del>\\s*<ins>15</ins>");
    }

    @Test
    void keepsEarlierVersionsReadable() {
        assertThat(officer.get("/api/reports/" + CAMPAIGN + "/SONGDA/versions/1")
                        .body())
                .contains("12 tổ")
                .doesNotContain("15 tổ", "quet.pdf");
        Person reader = Person.loggedIn(port, "songdacanbo");
        assertThat(reader.get("/reports/" + CAMPAIGN + "/SONGDA/versions/1").body())
                .contains("Lần gửi 1", "12 tổ", "lần gửi đầu")
                .doesNotContain("15 tổ", "quet.pdf", "<textarea");
        assertThat(reader.get("/reports/" + CAMPAIGN + "/SONGDA/versions/2").body())
                .contains("Lần gửi 2", "15 tổ", "quet.pdf", "18.500");
        assertThat(reader.get("/reports/" + CAMPAIGN + "/SONGDA/versions").body())
                .contains("/versions/1\"", "/versions/2\"");
        assertThat(reader.get("/reports/" + CAMPAIGN + "/SONGDA").body()).contains("/SONGDA/versions\"", receipt(2));
    }

    @Test
    void writesEachVersionAsAWordFile() throws IOException {
        Person reader = Person.loggedIn(port, "songdacanbo");

        assertThat(words(reader.bytes("/documents/reports/" + CAMPAIGN + "/SONGDA/1.docx")))
                .contains("12 tổ")
                .doesNotContain("15 tổ");
        assertThat(words(reader.bytes("/documents/reports/" + CAMPAIGN + "/SONGDA/2.docx")))
                .contains("15 tổ");
        assertThat(reader.get("/documents/reports/" + CAMPAIGN + "/SONGDA/3.docx")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String words(byte[] file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @Test
    void tellsWhatAVersionChanged() {
        JsonNode changes = read(officer.get("/api/reports/" + CAMPAIGN + "/SONGDA/versions/2/changes"));

        assertThat(changes.path("texts").findValuesAsText("section")).containsExactly("P1.I.1");
        assertThat(changes.path("cells").size()).isEqualTo(1);
        JsonNode cell = changes.path("cells").path(0);
        assertThat(List.of(
                        cell.path("indicator").asText(),
                        cell.path("year").asText(),
                        cell.path("was").asText(),
                        cell.path("is").asText()))
                .containsExactly("PL06.PL_LUOT", "2008", "-", "18.500");
        assertThat(changes.path("files").path(0).path("name").asText()).isEqualTo("quet.pdf");
        JsonNode back = read(officer.get("/api/reports/" + CAMPAIGN + "/SONGDA/versions/1/changes?from=2"));
        assertThat(back.path("cells").path(0).path("is").asText()).isEqualTo("-");
        assertThat(officer.get("/api/reports/" + CAMPAIGN + "/SONGDA/versions/1/changes")
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.get("/api/reports/" + CAMPAIGN + "/SONGDA/versions/3")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reports/TK.VERSIONS-2017/SONGDA/versions",
                "/api/reports/TK.VERSIONS-2017/SONGDA/versions/1",
                "/api/reports/TK.VERSIONS-2017/SONGDA/versions/2/changes",
                "/api/reports/TK.VERSIONS-2017/SONGDA/versions/1/canonical",
                "/documents/reports/TK.VERSIONS-2017/SONGDA/1.docx",
                "/reports/TK.VERSIONS-2017/SONGDA/versions",
                "/reports/TK.VERSIONS-2017/SONGDA/versions/1",
                "/reports/TK.VERSIONS-2017/SONGDA/signing"
            })
    void opensToNobodyWhomItDoesNotConcern(String path) {
        HttpResponse<String> stranger = Person.stranger(port).get(path);
        assertThat(stranger.statusCode()).isEqualTo(path.startsWith("/api") ? 401 : 302);
        HttpResponse<String> neighbour = Person.loggedIn(port, "hudcanbo").get(path);
        assertThat(neighbour.statusCode()).isEqualTo(404);
        assertThat(neighbour.body()).doesNotContain("12/BC-CĐ", "12 tổ");
        assertThat(Person.loggedIn(port, "quansat").get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void confirmsAReceiptToAnyoneWhoHoldsItsHashWithoutAWordOfTheContent() {
        Person stranger = Person.stranger(port);

        HttpResponse<String> answer = stranger.get("/api/receipts/" + receipt(1));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode confirmed = read(answer);
        assertThat(confirmed.path("unitName").asText()).isEqualTo("Công đoàn Tổng công ty Sông Đà");
        assertThat(confirmed.path("issuerName").asText()).isEqualTo("Công đoàn Xây dựng Việt Nam");
        assertThat(confirmed.path("documentNumber").asText()).isEqualTo("12/BC-CĐ");
        assertThat(confirmed.path("version").asInt()).isEqualTo(1);
        assertThat(confirmed.path("incomingNumber").asInt()).isEqualTo(1);
        assertThat(confirmed.path("punctuality").asText()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("tổ công đoàn", "PL01", "songdachutich");
        HttpResponse<String> page = stranger.get("/receipts/" + receipt(1));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Biên nhận báo cáo", "Công đoàn Tổng công ty Sông Đà", receipt(1))
                .doesNotContain("tổ công đoàn", "Đăng xuất");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void saysThatAVersionWaitsForTheRegister() {
        JsonNode waiting = read(Person.stranger(port).get("/api/receipts/" + receipt(2)));

        assertThat(waiting.path("incomingNumber").isNull()).isTrue();
        assertThat(waiting.path("punctuality").asText()).isEmpty();
        assertThat(Person.stranger(port).get("/receipts/" + receipt(2)).body()).contains("chờ văn thư vào sổ");
    }

    @Test
    void knowsNoOtherHash() {
        Person stranger = Person.stranger(port);
        String unknown = "0".repeat(64);

        assertThat(stranger.get("/api/receipts/" + unknown).statusCode()).isEqualTo(404);
        assertThat(read(stranger.get("/api/receipts/" + unknown)).path("detail").asText())
                .isEqualTo("Không có báo cáo nào mang mã xác thực này.");
        assertThat(stranger.get("/receipts/" + unknown).statusCode()).isEqualTo(404);
        for (String malformed :
                List.of("1", receipt(1).toUpperCase(java.util.Locale.ROOT), receipt(1) + "0", "%27or%271")) {
            assertThat(stranger.get("/api/receipts/" + malformed).statusCode()).isEqualTo(400);
        }
        // The content's hash is on a page that only readers see; it opens nothing.
        String content = read(officer.get("/api/reports/" + CAMPAIGN + "/SONGDA/versions"))
                .path(0)
                .path("contentHash")
                .asText();
        assertThat(stranger.get("/api/receipts/" + content).statusCode()).isEqualTo(404);
    }

    private void handOver(String unit) {
        String writer = unit.toLowerCase(java.util.Locale.ROOT) + "canbo";
        WholeReport.written(context, CAMPAIGN, unit).with("P1.I.1", OLD);
        reports.receivePlan(
                CAMPAIGN,
                unit,
                new ReceivePlan(ReviewForm.OWN_CONFERENCE, "Cán bộ phụ trách", LocalDate.of(2017, 10, 20)),
                writer);
        reports.finishWriting(CAMPAIGN, unit, writer);
    }

    private String receipt(int version) {
        return read(officer.get("/api/reports/" + CAMPAIGN + "/SONGDA/versions"))
                .path(version - 1)
                .path("hash")
                .asText();
    }

    private static String contentHash(String page) {
        Matcher hash = Pattern.compile("id=\"content-hash\">([0-9a-f]{64})<").matcher(page);
        assertThat(hash.find()).as(page).isTrue();
        return hash.group(1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
