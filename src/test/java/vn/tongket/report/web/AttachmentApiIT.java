package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.report.ReportAttachments;
import vn.tongket.report.SampleFiles;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** Files that a unit puts beside its report, over HTTP. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentApiIT {

    private static final String CAMPAIGN = "TK.FILES-2017";
    private static final String SONGDA = "/api/reports/" + CAMPAIGN + "/SONGDA";
    private static final String FILES = SONGDA + "/attachments";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportAttachments attachments;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private Person officer;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        officer = Person.loggedIn(port, "songdacanbo");
    }

    @Test
    void takesAScanAndGivesTheSameBytesBackToBeSaved() throws Exception {
        byte[] scan = SampleFiles.pdf("bản ký");
        String decomposed = Normalizer.normalize("Báo cáo đã ký.PDF", Normalizer.Form.NFD);

        HttpResponse<String> added = officer.upload(FILES + "?part=signed_scan", "C:\\scan\\" + decomposed, scan);

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode file = read(added);
        assertThat(file.path("name").asText()).isEqualTo("Báo cáo đã ký.PDF");
        assertThat(file.path("part").asText()).isEqualTo("signed_scan");
        assertThat(file.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(file.path("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(scan)));
        String place = FILES + "/" + file.path("id").asText();
        assertThat(added.headers().firstValue("Location")).get().asString().endsWith(place);
        assertThat(officer.bytes(place)).isEqualTo(scan);
        var headers = officer.get(place).headers();
        assertThat(headers.firstValue("Content-Disposition")).get().asString().startsWith("attachment;");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("default-src 'none'; sandbox");
    }

    /** Larger than the pieces in which it is read. */
    @Test
    void givesALargeFileBackWhole() {
        byte[] scan = SampleFiles.pdf("x".repeat(1_200_000));

        String id = read(officer.upload(FILES, "lon.pdf", scan)).path("id").asText();

        assertThat(officer.bytes(FILES + "/" + id)).isEqualTo(scan);
    }

    @Test
    void tellsThatTheSameFileIsThereUnderAnotherName() {
        byte[] scan = SampleFiles.pdf("một lần");
        officer.upload(FILES, "mot.pdf", scan);

        HttpResponse<String> again = officer.upload(FILES, "hai.pdf", scan);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(detail(again)).isEqualTo("Tệp này đã được đính kèm với tên “mot.pdf”.");
    }

    static Stream<Arguments> harmful() {
        byte[] cut = SampleFiles.pdf("cắt");
        return Stream.of(
                Arguments.of("program", "MZ program".getBytes(StandardCharsets.US_ASCII), "là một chương trình"),
                Arguments.of("page", "<html><script>".getBytes(StandardCharsets.US_ASCII), "Chỉ nhận tệp PDF"),
                Arguments.of("drawing", "<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII), "Chỉ nhận tệp PDF"),
                Arguments.of("archive", "PK\3\4rest".getBytes(StandardCharsets.US_ASCII), "hãy lưu thành PDF"),
                Arguments.of("cut PDF", java.util.Arrays.copyOf(cut, cut.length - 40), "bị hỏng"),
                Arguments.of("nothing", new byte[0], "chưa chọn tệp"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmful")
    void judgesByContentAndKeepsNothingOfWhatItRefuses(String what, byte[] content, String sentence) {
        int before = stored();

        HttpResponse<String> answer = officer.upload(FILES, "bao-cao.pdf", content);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(detail(answer)).contains(sentence);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void refusesMoreThanAFileMayHold() {
        byte[] huge = new byte[20 * 1024 * 1024 + 1];

        HttpResponse<String> answer = officer.upload(FILES, "lon.pdf", huge);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(detail(answer)).isNotBlank();
    }

    @Test
    void rowsOfAListNameItAndHoldIt() {
        String id = read(officer.upload(FILES, "nghi-quyet.pdf", SampleFiles.pdf("nq")))
                .path("id")
                .asText();

        HttpResponse<String> unknown = officer.put(SONGDA + "/lists/LF01", "[{\"tep\": \"khac.pdf\"}]");
        HttpResponse<String> known = officer.put(SONGDA + "/lists/LF01", "[{\"tep\": \"nghi-quyet.pdf\"}]");
        HttpResponse<String> removed = officer.delete(FILES + "/" + id);

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(read(unknown).at("/faults/0/path").asText()).isEqualTo("LF01/1/tep");
        assertThat(known.statusCode()).as(known.body()).isEqualTo(200);
        assertThat(removed.statusCode()).isEqualTo(422);
        assertThat(detail(removed)).contains("nghi-quyet.pdf", "biểu LF01 dòng 1");

        officer.put(SONGDA + "/lists/LF01", "[]");
        assertThat(officer.delete(FILES + "/" + id).statusCode()).isEqualTo(200);
        assertThat(officer.get(FILES + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aSignedVersionKeepsWhatWasSignedWithIt() {
        String files = "/api/reports/" + CAMPAIGN + "/VICEM/attachments";
        Person writer = Person.loggedIn(port, "vicemcanbo");
        String id = read(writer.upload(files, "ky.pdf", SampleFiles.pdf("vicem")))
                .path("id")
                .asText();
        WholeReport.written(context, CAMPAIGN, "VICEM").sent();

        HttpResponse<String> late = writer.upload(files, "muon.pdf", SampleFiles.pdf("muộn"));
        HttpResponse<String> removed = writer.delete(files + "/" + id);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(detail(late)).contains("Đã gửi");
        assertThat(removed.statusCode()).isEqualTo(422);
        assertThat(attachments.ofVersion(CAMPAIGN, "VICEM", 1))
                .singleElement()
                .satisfies(kept -> assertThat(kept.name()).isEqualTo("ky.pdf"));
        assertThat(read(writer.get(files)).at("/0/version").asInt()).isEqualTo(1);

        jdbc.sql("update report r set state = 'RETURNED' from participant p join campaign c on c.id = p.campaign_id "
                        + "where p.id = r.id and c.code = ? and p.unit_code = 'VICEM'")
                .param(CAMPAIGN)
                .update();
        assertThat(writer.delete(files + "/" + id).statusCode()).isEqualTo(200);
        assertThat(read(writer.get(files))).isEmpty();
        assertThat(attachments.ofVersion(CAMPAIGN, "VICEM", 1)).hasSize(1);
        assertThat(writer.bytes(files + "/" + id)).isEqualTo(SampleFiles.pdf("vicem"));
    }

    @Test
    void isForThoseWhoMayReadAndOnlyTheUnitsOfficerWrites() {
        String id = read(officer.upload(FILES, "quyen.pdf", SampleFiles.pdf("quyền")))
                .path("id")
                .asText();
        byte[] another = SampleFiles.pdf(UUID.randomUUID().toString());
        for (String reader : List.of("songdachutich", "tuyengiao", "quansat", "admin")) {
            Person person = Person.loggedIn(port, reader);
            assertThat(person.get(FILES).statusCode()).as(reader).isEqualTo(200);
            assertThat(person.get(FILES + "/" + id).statusCode()).as(reader).isEqualTo(200);
            assertThat(person.upload(FILES, "x.pdf", another).statusCode())
                    .as(reader)
                    .isEqualTo(403);
            assertThat(person.delete(FILES + "/" + id).statusCode()).as(reader).isEqualTo(403);
        }
        Person neighbour = Person.loggedIn(port, "lilamacanbo");
        assertThat(neighbour.get(FILES).statusCode()).isEqualTo(404);
        assertThat(neighbour.get(FILES + "/" + id).statusCode()).isEqualTo(404);
        assertThat(neighbour.get(FILES.replace("SONGDA", "LILAMA") + "/" + id).statusCode())
                .as("through the own report")
                .isEqualTo(404);
        assertThat(neighbour.upload(FILES, "x.pdf", another).statusCode()).isEqualTo(404);
        assertThat(Person.stranger(port).get(FILES + "/" + id).statusCode()).isEqualTo(401);
    }

    private int stored() {
        return jdbc.sql("select count(*) from report_attachment")
                .query(Integer.class)
                .single();
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private String detail(HttpResponse<String> answer) {
        return read(answer).path("detail").asText();
    }
}
