package vn.tongket.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.mail.MailDelivery;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.support.FaultyFile;
import vn.tongket.support.FaultyFile.Format;
import vn.tongket.support.FaultyFiles;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** Faulty files over HTTP: each is refused with exactly its faults, and the database stays as it was. */
@TongketIT
class ImportFaultsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Changed by logging in and by the engine's own work, not by an import. */
    private static final String LEFT_OUT = "'SPRING_SESSION', 'SPRING_SESSION_ATTRIBUTES', 'LOGIN_ATTEMPT'";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MailDelivery mail;

    /** Mail of other tests that is still under way would change the tables in between. */
    @BeforeEach
    void letMailOut() {
        while (mail.pending() > 0) {
            mail.deliver();
        }
    }

    static List<FaultyFile> files() {
        return FaultyFiles.all();
    }

    @Test
    void triesAtLeastSixtyFiles() {
        System.out.println("Faulty import files: " + files().size());
        assertThat(files())
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(FaultyFile::toString)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void namesEveryFaultAndChangesNothing(FaultyFile file) throws IOException {
        String before = fingerprint();

        var answer = admin().post(path(file.format()), file.content());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(faults(JSON.readTree(answer.body()))).containsExactlyInAnyOrderElementsOf(file.faults());
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooLargeWithASentence() throws IOException {
        String before = fingerprint();
        for (Format format : Format.values()) {
            var answer = admin().post(path(format), " ".repeat(100_000_000));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(JSON.readTree(answer.body()).at("/detail").asText()).isEqualTo("Tệp quá lớn, tối đa 20 MB.");
        }
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void tellsOnThePageThatAFileIsTooLarge() {
        String boundary = "grenze";
        String body =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"to.json\"\r\n\r\n"
                        + " ".repeat(21_000_000) + "\r\n--" + boundary + "--\r\n";

        var answer = Person.loggedIn(port, "admin")
                .exchange(
                        "POST",
                        "/import/organization",
                        body,
                        List.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<html", "Tệp hoặc nội dung gửi lên quá lớn.");
    }

    /** A decomposed name is composed, and told; the file is taken again as it was for the tests that follow. */
    @Test
    void composesTextAndTellsSo() throws IOException {
        String file = Format.ORGANIZATION.text();
        String decomposed = file.replace(
                "\"Công đoàn Xây dựng Việt Nam\"",
                "\"" + Normalizer.normalize("Công đoàn Xây dựng Việt Nam", Normalizer.Form.NFD) + "\"");
        assertThat(decomposed).isNotEqualTo(file);

        var answer = admin().post("/api/organization", decomposed);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode taken = JSON.readTree(answer.body());
        assertThat(taken.at("/units").asInt()).isEqualTo(91);
        assertThat(taken.at("/remarks"))
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.at("/message").asText())
                        .isEqualTo("Văn bản chưa ở dạng Unicode dựng sẵn (NFC); hệ thống đã chuẩn hóa."));
        assertThat(jdbc.sql("select name from union_unit where code = 'CDXDVN'")
                        .query(String.class)
                        .single())
                .isEqualTo("Công đoàn Xây dựng Việt Nam");
        var again = JSON.readTree(admin().post("/api/organization", file).body());
        assertThat(again.at("/remarks")).isEmpty();
    }

    /** A file that holds one known unit, and puts it below its own grassroots union in the database. */
    @Test
    void seesACircleThroughTheUnitsThatExist() throws IOException {
        String file = """
                {"schema_version": "1.1", "categories": [{"code": "CDNTW", "vi": "Công đoàn ngành trung ương", "tier": "sector"}],
                 "units": [{"code": "CDXDVN", "name": "Công đoàn Xây dựng Việt Nam", "short_name": "CĐXDVN", "category": "CDNTW",
                   "parent": "SONGDA", "reporting_mode": "consolidator", "sort_order": 20}]}""";

        var answer = admin().post("/api/organization", file);

        assertThat(faults(JSON.readTree(answer.body())))
                .containsExactly(new Fault("$.units[0].parent", "Đơn vị “CDXDVN” là cấp trên của chính nó."));
    }

    @Test
    void isClosedToOthersAndServesTheFormatsToAll() {
        for (Format format : Format.values()) {
            assertThat(Person.stranger(port).post(path(format), "{}").statusCode())
                    .isEqualTo(401);
            for (String login : List.of("songdacanbo", "songdachutich", "quansat")) {
                assertThat(Person.script(port, login, "demo")
                                .post(path(format), "{}")
                                .statusCode())
                        .as(login)
                        .isEqualTo(403);
            }
        }
        for (String schema : List.of("organization-1.1", "campaign-1.1")) {
            var served = Person.stranger(port).get("/schemas/" + schema + ".json");
            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(served.body()).contains("json-schema.org/draft/2020-12", "Phiên bản của định dạng");
        }
    }

    private Person admin() {
        return Person.script(port, "admin", "demo");
    }

    private static String path(Format format) {
        return format == Format.ORGANIZATION ? "/api/organization" : "/api/campaigns";
    }

    private static List<Fault> faults(JsonNode problem) {
        List<Fault> faults = new ArrayList<>();
        problem.at("/faults")
                .forEach(fault -> faults.add(new Fault(
                        fault.at("/path").asText(), fault.at("/message").asText())));
        return faults;
    }

    /** Every table's rows, hashed. */
    private String fingerprint() {
        List<String> tables = jdbc.sql(
                        "select tablename from pg_tables where schemaname = 'public' and upper(tablename) not in ("
                                + LEFT_OUT + ") order by 1")
                .query(String.class)
                .list();
        StringBuilder prints = new StringBuilder();
        Stream.of(tables.toArray(String[]::new))
                .forEach(table -> prints.append(table)
                        .append(' ')
                        .append(jdbc.sql(
                                        "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                                + table + " t")
                                .query(String.class)
                                .single())
                        .append('\n'));
        return prints.toString();
    }
}
