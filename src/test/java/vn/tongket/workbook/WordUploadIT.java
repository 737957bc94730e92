package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The way of a Word file over HTTP: outline, upload, loose text, comparison, “Nhận”. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class WordUploadIT {

    private static final String CAMPAIGN = "TK.WORD-2017";
    private static final String STRANGE =
            "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r><w:t>V. Việc khác</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>Lạc chỗ.</w:t></w:r></w:p><w:sectPr";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
    }

    /** The officer types in Word, a colleague on the page; nothing is in the draft before “Nhận”, then what was chosen is. */
    @Test
    void takesHeadingsAndLooseTextAsThePersonDecides() throws Exception {
        Union union = new Union("COMA");
        union.put("P1.IV.1", "Cũ một.");
        union.put("P1.IV.2", "Cũ hai.");
        byte[] file = Damage.rewrite(
                union.outline(),
                "word/document.xml",
                xml -> xml.replace("Cũ một.", "Tệp một.")
                        .replace("Cũ hai.", "Tệp hai.")
                        .replace("<w:sectPr", STRANGE));
        union.put("P1.IV.2", "Trang hai.");

        JsonNode upload = union.read(file);

        assertThat(upload.path("kind").asText()).isEqualTo("document");
        assertThat(upload.path("remarks")).isEmpty();
        assertThat(union.changes(upload))
                .containsExactly("file P1.IV.1 Cũ một.>Tệp một.|Cũ một.", "both P1.IV.2 Cũ hai.>Tệp hai.|Trang hai.");
        assertThat(upload.path("loose").path(0).path("text").asText()).isEqualTo("Lạc chỗ.");
        assertThat(union.officer.get(union.page(upload)).body())
                .contains(
                        "Chưa rõ thuộc mục nào: 1 đoạn",
                        "Dưới đề mục không có trong đề cương “V. Việc khác”",
                        "Lạc chỗ.");

        String before = reports();
        assertThat(union.take(upload, "{}", "[null]").body())
                .contains("Còn 1 chỗ cả tệp và bản nháp đều đã sửa mà chưa chọn giá trị nào.");
        String chosen = "{\"P1.IV.2\": \"draft\"}";
        assertThat(union.take(upload, chosen, "[]").body())
                .contains("Còn 1 đoạn chưa rõ thuộc mục nào: hãy chọn mục, hoặc chọn bỏ.");
        assertThat(union.take(upload, chosen, "[\"P1.IV\"]").statusCode()).isEqualTo(422);
        assertThat(union.take(upload, chosen, "[1]").statusCode()).isEqualTo(400);
        assertThat(reports()).isEqualTo(before);

        assertThat(union.take(upload, chosen, "[\"P1.IV.2\"]").statusCode()).isEqualTo(200);

        assertThat(union.text("P1.IV.1")).isEqualTo("Tệp một.");
        assertThat(union.text("P1.IV.2")).isEqualTo("Trang hai.\nLạc chỗ.");
        assertThat(union.read(union.outline()).path("differences")).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithEachSpoiltFileAndSavesNothingOfIt() {
        Union union = new Union("SONGDA");
        byte[] document = WordSamples.template(Samples.expected(CAMPAIGN), WordSamples.full());
        String before = reports();
        Map<String, Object> wrong = new LinkedHashMap<>();
        for (Damage damage : WordDamages.all(CAMPAIGN)) {
            List<String> told = union.told(damage.of(document));
            if (!told.equals(damage.sentences())) {
                wrong.put(damage.name(), told);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void isForTheUnitsOfficersAlone() {
        Union union = new Union("SONGDA");
        String upload = union.read(union.outline()).path("id").asText();
        List<String> mine =
                List.of(union.api + "/uploads/" + upload, "/reports/" + CAMPAIGN + "/SONGDA/uploads/" + upload);
        String outline = union.api + "/outline.docx";

        assertThat(Person.stranger(port).get(outline).statusCode()).isEqualTo(401);
        Person other = Person.loggedIn(port, "lilamacanbo");
        assertThat(other.get(outline).statusCode()).isEqualTo(404);
        Person observer = Person.loggedIn(port, "quansat");
        assertThat(observer.get(outline).statusCode()).isEqualTo(200);
        for (String address : mine) {
            assertThat(other.get(address).statusCode()).as(address).isEqualTo(404);
            assertThat(observer.get(address).statusCode()).as(address).isEqualTo(403);
        }
        assertThat(observer.upload(union.api + "/uploads", "a.docx", union.outline())
                        .statusCode())
                .isEqualTo(403);
        assertThat(other.upload(union.api + "/uploads", "a.docx", union.outline())
                        .statusCode())
                .isEqualTo(404);
        assertThat(observer.post(union.api + "/uploads/" + upload + "/take", "{\"seen\": \"\"}")
                        .statusCode())
                .isEqualTo(403);
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

    /** One union's officer at work on its text. */
    private final class Union {

        private final String unit;
        private final String api;
        private final Person officer;

        Union(String unit) {
            this.unit = unit;
            this.api = "/api/reports/" + CAMPAIGN + "/" + unit;
            this.officer = Person.loggedIn(port, unit.toLowerCase(Locale.ROOT) + "canbo");
        }

        byte[] outline() {
            return officer.bytes(api + "/outline.docx");
        }

        void put(String section, String text) {
            HttpResponse<String> answer =
                    officer.put(api + "/sections/" + section, "{\"text\": \"%s\"}".formatted(text));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }

        String text(String section) {
            return tree(officer.get(api + "/sections/" + section).body())
                    .path("text")
                    .asText();
        }

        String page(JsonNode upload) {
            return "/reports/" + CAMPAIGN + "/" + unit + "/uploads/"
                    + upload.path("id").asText();
        }

        JsonNode read(byte[] file) {
            HttpResponse<String> answer = officer.upload(api + "/uploads", "de-cuong.docx", file);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return await(tree(answer.body()));
        }

        private JsonNode await(JsonNode upload) {
            String address = api + "/uploads/" + upload.path("id").asText();
            return Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> tree(officer.get(address).body()),
                            read -> List.of("read", "failed")
                                    .contains(read.path("state").asText()));
        }

        /** What is told about a file, refused at once or read; its page tells the same. */
        List<String> told(byte[] file) {
            HttpResponse<String> answer = officer.upload(api + "/uploads", "de-cuong.docx", file);
            if (answer.statusCode() == 422) {
                return List.of("Tệp: " + tree(answer.body()).path("detail").asText());
            }
            JsonNode upload = await(tree(answer.body()));
            List<String> told = new ArrayList<>();
            String page = officer.get(page(upload)).body();
            upload.path("remarks").forEach(remark -> {
                String level = Map.of("file", "Tệp", "fault", "Lỗi", "note", "Lưu ý")
                        .get(remark.path("level").asText());
                told.add(level + ": " + remark.path("message").asText());
                assertThat(page).contains(remark.path("message").asText()).doesNotContain("Exception");
            });
            upload.path("loose")
                    .forEach(loose ->
                            told.add("Chưa rõ mục: " + loose.path("where").asText() + ": "
                                    + loose.path("text").asText()));
            officer.delete(api + "/uploads/" + upload.path("id").asText());
            return told;
        }

        HttpResponse<String> take(JsonNode upload, String choices, String placed) {
            return officer.post(
                    api + "/uploads/" + upload.path("id").asText() + "/take",
                    "{\"seen\": \"%s\", \"choices\": %s, \"placed\": %s}"
                            .formatted(upload.path("seen").asText(), choices, placed));
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

        private JsonNode tree(String body) {
            try {
                return json.readTree(body);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError(body, e);
            }
        }
    }
}
