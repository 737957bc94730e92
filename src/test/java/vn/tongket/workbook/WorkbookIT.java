package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.report.ReportDrafting;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.workbook.Reading.Content;

/** The way of a file over HTTP: template, upload, queue, faults, comparison, “Nhận”. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class WorkbookIT {

    private static final String CAMPAIGN = Samples.EXPECTED.campaign();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UploadStore store;

    @Autowired
    private ReportDrafting drafting;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
    }

    /** Every cell and every row, typed in by LibreOffice, is in the draft once it is taken, and not before. */
    @Test
    @EnabledIf("vn.tongket.workbook.LibreOffice#isThere")
    void takesEveryValueThatLibreOfficeSaved() throws Exception {
        Union union = new Union("LILAMA");
        Content wanted = Samples.full();
        byte[] saved = LibreOffice.fill(union.template(), LibreOfficeTests.typed(wanted));

        JsonNode upload = union.read(saved);

        assertThat(upload.path("remarks")).isEmpty();
        assertThat(upload.path("differences"))
                .isNotEmpty()
                .allSatisfy(difference ->
                        assertThat(difference.path("changed").asText()).isEqualTo("file"));
        assertThat(union.officer.get(union.api + "/figures").body()).isEqualTo("{}");
        assertThat(union.take(upload, "{}").statusCode()).isEqualTo(200);
        assertThat(json.readTree(union.officer.get(union.api + "/figures").body()))
                .isEqualTo(json.valueToTree(wanted.figures()));
        for (String list : wanted.lists().keySet()) {
            assertThat(json.readTree(
                            union.officer.get(union.api + "/lists/" + list).body()))
                    .isEqualTo(json.valueToTree(wanted.lists().get(list)));
        }
        assertThat(union.read(union.template()).path("differences")).isEmpty();
    }

    /** All spoilt workbooks: each with exactly its sentences, shown on its page, and not one row of a report changed. */
    @Test
    void tellsWhatIsWrongWithEachSpoiltWorkbookAndSavesNothingOfIt() {
        Union union = new Union("SONGDA");
        byte[] workbook = Samples.template(Samples.full());
        String before = reports();
        Map<String, Object> wrong = new LinkedHashMap<>();
        for (Damage damage : Damages.all()) {
            List<String> told = union.told(damage.of(workbook));
            if (!told.equals(damage.sentences())) {
                wrong.put(damage.name(), told);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void letsThePersonChooseWhereFileAndColleaguesDiffer() {
        Union union = new Union("HUD");
        union.put(
                "/figures",
                "{\"PL01.LD\": {\"2008\": \"100\", \"2009\": \"200\", \"2010\": \"300\", \"2011\": \"400\"}}");
        byte[] file = Damage.edit(union.template(), workbook -> {
            Damage.at(workbook, "PL01!E5").setCellValue(101);
            Damage.at(workbook, "PL01!F5").setCellValue(201);
            Damage.at(workbook, "PL01!H5").setBlank();
        });
        union.put("/figures", "{\"PL01.LD\": {\"2008\": \"102\", \"2010\": \"302\"}}");

        JsonNode upload = union.read(file);

        assertThat(union.changes(upload))
                .containsExactly(
                        "both PL01.LD/2008 100>101|102",
                        "file PL01.LD/2009 200>201|200",
                        "draft PL01.LD/2010 300>300|302",
                        "file PL01.LD/2011 400>|400");
        HttpResponse<String> open = union.take(upload, "{}");
        assertThat(open.statusCode()).isEqualTo(422);
        assertThat(open.body()).contains("Còn 1 chỗ cả tệp và bản nháp đều đã sửa mà chưa chọn giá trị nào.");
        assertThat(union.row("PL01.LD")).isEqualTo("{2008=102, 2009=200, 2010=302, 2011=400}");

        assertThat(union.take(upload, "{\"PL01.LD/2008\": \"file\", \"PL01.LD/2011\": \"draft\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(union.row("PL01.LD")).isEqualTo("{2008=101, 2009=201, 2010=302, 2011=400}");
        assertThat(union.take(upload, "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void showsTheComparisonAgainWhenTheDraftMovedMeanwhile() {
        Union union = new Union("VIGLACERA");
        byte[] file = Damage.edit(
                union.template(), workbook -> Damage.at(workbook, "PL01!E5").setCellValue(101));
        JsonNode upload = union.read(file);
        union.put("/figures", "{\"PL01.LD\": {\"2008\": \"102\"}}");

        assertThat(union.take(upload, "{}").statusCode()).isEqualTo(412);

        String form = "seen=" + upload.path("seen").asText();
        HttpResponse<String> page = union.officer.postForm(union.page(upload) + "/take", form);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Bản nháp vừa được người khác sửa", "Phải chọn: 1 chỗ");
        assertThat(union.row("PL01.LD")).isEqualTo("{2008=102}");
    }

    @Test
    void marksEachFaultInTheWorkbookThatWasUploaded() throws Exception {
        Union union = new Union("COMA");
        byte[] file = Damage.edit(union.template(), workbook -> {
            Damage.text(workbook, "PL01!E5", "khoảng 500");
            Damage.at(workbook, "PL01!F5").setCellValue(12.5);
        });
        JsonNode upload = union.read(file);
        byte[] marked =
                union.officer.bytes(union.api + "/uploads/" + upload.path("id").asText() + "/marked.xlsx");

        try (var workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(marked))) {
            assertThat(Damage.at(workbook, "PL01!E5").getStringCellValue()).isEqualTo("khoảng 500");
            assertThat(Damage.at(workbook, "PL01!E5")
                            .getCellComment()
                            .getString()
                            .getString())
                    .isEqualTo("“khoảng 500” không phải là số, cũng không phải ký hiệu “-”, “...” hay “x”.");
            assertThat(Damage.at(workbook, "PL01!F5")
                            .getCellComment()
                            .getString()
                            .getString())
                    .isEqualTo("Chỉ nhập số nguyên.");
            assertThat(Damage.at(workbook, Layout.FAULTS + "!D3").getStringCellValue())
                    .isEqualTo("Chỉ nhập số nguyên.");
        }
        byte[] corrected = Damage.edit(marked, workbook -> {
            Damage.at(workbook, "PL01!E5").setCellValue(500);
            Damage.at(workbook, "PL01!F5").setCellValue(12);
        });
        JsonNode again = union.read(corrected);
        assertThat(again.path("remarks")).isEmpty();
        assertThat(again.path("differences")).hasSize(2);
    }

    @Test
    void putsAFileAsideAndForgetsItsBytes() {
        Union union = new Union("DIC");
        JsonNode upload = union.read(union.template());

        HttpResponse<String> page = union.officer.postForm(union.page(upload) + "/discard", "");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(union.officer.get(union.page(upload)).body()).contains("Tệp đã bỏ, báo cáo không thay đổi.");
        assertThat(jdbc.sql("select content is null from report_upload where id = ?")
                        .param(UUID.fromString(upload.path("id").asText()))
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(union.take(upload, "{}").statusCode()).isEqualTo(422);
    }

    /** A stranger, another union's officer, the issuer's observer, and the unit's own chair. */
    @Test
    void isForTheUnitsOfficersOnly() {
        Union union = new Union("SONGDA");
        String upload = union.read(union.template()).path("id").asText();
        String page = "/reports/" + CAMPAIGN + "/SONGDA/uploads";
        List<String> mine = List.of(union.api + "/uploads/" + upload, page, page + "/" + upload);
        for (String address : mine) {
            assertThat(Person.stranger(port).get(address).statusCode())
                    .as(address)
                    .isIn(302, 401);
            assertThat(Person.loggedIn(port, "lilamacanbo").get(address).statusCode())
                    .as(address)
                    .isEqualTo(404);
            assertThat(Person.loggedIn(port, "quansat").get(address).statusCode())
                    .as(address)
                    .isEqualTo(403);
            assertThat(Person.loggedIn(port, "songdachutich").get(address).statusCode())
                    .as(address)
                    .isEqualTo(403);
        }
        Person other = Person.loggedIn(port, "lilamacanbo");
        assertThat(other.upload(page, "a.xlsx", union.template()).statusCode()).isEqualTo(404);
        assertThat(other.get(union.api + "/workbook.xlsx").statusCode()).isEqualTo(404);
        assertThat(Person.loggedIn(port, "quansat")
                        .get(union.api + "/workbook.xlsx")
                        .statusCode())
                .isEqualTo(200);
        // Another union's upload under one's own address.
        Union own = new Union("LILAMA");
        assertThat(own.officer.get(own.api + "/uploads/" + upload).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsOnThePageWhatKindOfFileItIs() {
        Union union = new Union("SONGDA");
        HttpResponse<String> page = union.officer.upload(
                "/reports/" + CAMPAIGN + "/SONGDA/uploads", "bieu <b>mau.xls", Damage.ole("Workbook"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("Đây là tệp Excel đời cũ (.xls)", "bieu &lt;b&gt;mau.xls")
                .doesNotContain("Exception");
    }

    /** In a transaction that is undone, so that no node sees these files. */
    @Test
    void worksTwoFilesAtATimeOverAllNodesAndTakesOverWhatADeadNodeHeld() {
        List<String> seen = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update report_upload set state = 'DISCARDED' where state in ('QUEUED', 'WORKING')")
                    .update();
            UUID report = drafting.view(CAMPAIGN, "SONGDA").report().id();
            List<UUID> files = List.of(queue(report, 1), queue(report, 2), queue(report, 3), queue(report, 4));
            seen.add("place " + store.find(report, files.get(3)).orElseThrow().place());
            seen.add("first " + files.indexOf(store.claim().orElseThrow().id()));
            seen.add("second " + files.indexOf(store.claim().orElseThrow().id()));
            seen.add("third " + store.claim().isPresent());
            jdbc.sql("update report_upload set lease_until = clock_timestamp() - interval '1 second' where id = ?")
                    .param(files.get(0))
                    .update();
            seen.add("taken over " + files.indexOf(store.claim().orElseThrow().id()));
            jdbc.sql("update report_upload set attempts = 3, lease_until = clock_timestamp() where id = ?")
                    .param(files.get(0))
                    .update();
            seen.add("next " + files.indexOf(store.claim().orElseThrow().id()));
            seen.add(
                    "given up " + store.find(report, files.get(0)).orElseThrow().state());
            status.setRollbackOnly();
        });

        assertThat(seen)
                .containsExactly(
                        "place 4", "first 0", "second 1", "third false", "taken over 0", "next 2", "given up FAILED");
    }

    /** While two files are read the next ones wait, and their pages say how long the queue is; then they are read too. */
    @Test
    void showsThePlaceInTheQueueOnThePage() {
        Union union = new Union("CC1");
        byte[] file = union.template();
        UUID report = drafting.view(CAMPAIGN, "SONGDA").report().id();
        List<UUID> worked = List.of(queue(report, 1), queue(report, 2));
        jdbc.sql("""
                        update report_upload set state = 'WORKING', lease_until = clock_timestamp() + interval '1 hour'
                        where id in (?, ?)""").params(worked.get(0), worked.get(1)).update();
        try {
            JsonNode third = union.upload(file);
            JsonNode fourth = union.upload(file);

            assertThat(third.path("place").asInt()).isEqualTo(3);
            assertThat(union.officer.get(union.page(third)).body())
                    .contains("Tệp đang chờ đọc, thứ 3 trong hàng. Trang tự cập nhật.");
            assertThat(union.officer.get(union.page(fourth)).body())
                    .contains("Tệp đang chờ đọc, thứ 4 trong hàng. Trang tự cập nhật.");

            jdbc.sql("delete from report_upload where id = ?")
                    .param(worked.get(0))
                    .update();
            assertThat(union.done(fourth).path("state").asText()).isEqualTo("read");
            assertThat(union.done(third).path("place").asInt()).isZero();
        } finally {
            jdbc.sql("delete from report_upload where id in (?, ?)")
                    .params(worked.get(0), worked.get(1))
                    .update();
        }
    }

    private UUID queue(UUID report, int second) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into report_upload (id, report_id, campaign, unit, kind, name, size, sha256, content,
                            state, uploaded_by, uploaded_at)
                        values (?, ?, 'C', 'U', 'WORKBOOK', 'a.xlsx', 0, '', '', 'QUEUED', 'x',
                            timestamptz '2000-01-01' + ? * interval '1 second')""").params(id, report, second).update();
        return id;
    }

    /** Everything that reports hold, as one hash. */
    private String reports() {
        return jdbc.sql("""
                        select md5(coalesce(string_agg(t, '|' order by t), '')) from (
                            select s::text as t from report_section s union all
                            select f::text from report_figures f union all
                            select l::text from report_list l union all
                            select r::text from report r) as parts""").query(String.class).single();
    }

    /** One union's officer at work on its report. */
    private final class Union {

        private final String unit;
        private final String api;
        private final Person officer;

        Union(String unit) {
            this.unit = unit;
            this.api = "/api/reports/" + CAMPAIGN + "/" + unit;
            this.officer = Person.loggedIn(port, unit.toLowerCase(java.util.Locale.ROOT) + "canbo");
        }

        byte[] template() {
            return officer.bytes(api + "/workbook.xlsx");
        }

        void put(String part, String body) {
            HttpResponse<String> answer = officer.put(api + part, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }

        String page(JsonNode upload) {
            return "/reports/" + CAMPAIGN + "/" + unit + "/uploads/"
                    + upload.path("id").asText();
        }

        /** The upload once it is no longer waiting. */
        JsonNode read(byte[] file) {
            return done(upload(file));
        }

        /** The upload as it was received. */
        JsonNode upload(byte[] file) {
            HttpResponse<String> answer = officer.upload(api + "/uploads", "bieu-mau.xlsx", file);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return tree(answer.body());
        }

        JsonNode done(JsonNode received) {
            String id = received.path("id").asText();
            return await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> tree(officer.get(api + "/uploads/" + id).body()),
                            upload -> List.of("read", "failed")
                                    .contains(upload.path("state").asText()));
        }

        /** What is told about a file, refused at once or read; its page tells the same. */
        List<String> told(byte[] file) {
            HttpResponse<String> answer = officer.upload(api + "/uploads", "bieu-mau.xlsx", file);
            if (answer.statusCode() == 422) {
                return List.of("Tệp: " + tree(answer.body()).path("detail").asText());
            }
            JsonNode upload = done(tree(answer.body()));
            List<String> told = new ArrayList<>();
            String page = officer.get(page(upload)).body();
            upload.path("remarks").forEach(remark -> {
                String level = Map.of("file", "Tệp", "fault", "Lỗi", "note", "Lưu ý")
                        .get(remark.path("level").asText());
                String message = remark.path("message").asText();
                told.add((level + " " + remark.path("place").asText()).strip() + ": " + message);
                assertThat(page).contains(message.replace("&", "&amp;")).doesNotContain("Exception");
            });
            officer.delete(api + "/uploads/" + upload.path("id").asText());
            return told;
        }

        HttpResponse<String> take(JsonNode upload, String choices) {
            return officer.post(
                    api + "/uploads/" + upload.path("id").asText() + "/take",
                    "{\"seen\": \"%s\", \"choices\": %s}"
                            .formatted(upload.path("seen").asText(), choices));
        }

        List<String> changes(JsonNode upload) {
            List<String> changes = new ArrayList<>();
            upload.path("differences")
                    .forEach(difference -> changes.add("%s %s %s>%s|%s"
                            .formatted(
                                    difference.path("changed").asText(),
                                    difference.path("path").asText(),
                                    difference.path("base").asText(),
                                    difference.path("file").asText(),
                                    difference.path("draft").asText())));
            return changes;
        }

        String row(String code) {
            return String.valueOf(drafting.figures(CAMPAIGN, unit).value().get(code));
        }

        private JsonNode tree(String body) {
            try {
                return json.readTree(body);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }
    }
}
