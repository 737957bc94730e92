package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** Cross-checks over HTTP: an error keeps the report from the chair, a warning until it is explained. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class ReportChecksIT {

    private static final String CAMPAIGN = "TK.CHECKS-2017";
    private static final String SONGDA = "/api/reports/" + CAMPAIGN + "/SONGDA";
    private static final String JUMP = "R048/PL01.TT/2010";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ObjectMapper json;

    private Person officer;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        officer = Person.loggedIn(port, "songdacanbo");
    }

    @Test
    void namesABrokenErrorAtItsCell() {
        put("/figures", "{\"PL01.LD\": {\"2008\": \"100\"}, \"PL01.LD_NU\": {\"2008\": \"101\"}}");

        JsonNode line = line(get("/checks"), "PL01.LD_NU", 2008);

        assertThat(line.path("severity").asText()).isEqualTo("ERROR");
        assertThat(line.path("outcome").asText()).isEqualTo("BROKEN");
        assertThat(missingAt("PL01.LD_NU/2008"))
                .contains("PL01, dòng")
                .endsWith(line.path("message").asText());
        put("/figures", "{\"PL01.LD_NU\": {\"2008\": \"100\"}}");
        assertThat(missingAt("PL01.LD_NU/2008")).isEmpty();
    }

    @Test
    void takesAnExplanationForAWarningAndKeepsWhatAColleagueWrote() {
        put("/figures", "{\"PL01.TT\": {\"2009\": \"100\", \"2010\": \"200\"}}");
        assertThat(missingAt("PL01.TT/2010")).contains("giải trình");

        JsonNode explained = explain(JUMP, null, "  Sáp nhập hai đơn vị. ");

        assertThat(explained.path("changedByOthers")).isEmpty();
        assertThat(line(explained, "PL01.TT", 2010).path("explanation").asText())
                .isEqualTo("Sáp nhập hai đơn vị.");
        assertThat(missingAt("PL01.TT/2010")).isEmpty();
        JsonNode late = explain(JUMP, null, "Nhập nhầm.");
        assertThat(late.path("changedByOthers").path(0).asText()).isEqualTo(JUMP);
        assertThat(line(late, "PL01.TT", 2010).path("explanation").asText()).isEqualTo("Sáp nhập hai đơn vị.");
        explain(JUMP, "Sáp nhập hai đơn vị.", "");
        assertThat(missingAt("PL01.TT/2010")).contains("giải trình");
    }

    @Test
    void acceptsTheExplanationInTheCellThatTheRuleNames() {
        put("/figures", "{\"PL01.TT\": {\"2013\": \"100\", \"2014\": \"200\"}}");
        assertThat(missingAt("PL01.TT/2014")).contains("giải trình");

        put("/figures", "{\"PL01.GHI_CHU\": {\"2014\": \"Nhận thêm ba công ty.\"}}");

        assertThat(missingAt("PL01.TT/2014")).isEmpty();
        assertThat(line(get("/checks"), "PL01.TT", 2014).path("explanation").asText())
                .isEqualTo("Nhận thêm ba công ty.");
    }

    @Test
    void saysWhyALineCannotBeChecked() {
        JsonNode open = get("/checks?outcome=NOT_CHECKABLE&outcome=HOLDS");

        assertThat(open.path("lines").size())
                .isEqualTo(open.path("held").asInt() + open.path("notCheckable").asInt());
        assertThat(open.path("lines"))
                .allSatisfy(line -> assertThat(line.path("reason").isNull())
                        .isEqualTo(line.path("outcome").asText().equals("HOLDS")));
    }

    @Test
    void explainsNothingThatIsNoWarningAndSavesNoneOfThatRequest() {
        String before = get("/checks").toString();
        var refused = officer.put(
                SONGDA + "/explanations",
                "{\"%s\": {\"text\": \"a\"}, \"R049/PL01.LD/2008\": {\"text\": \"b\"}, \"R048\": {\"text\": \"c\"}}"
                        .formatted("R048/PL01.TT/2012"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(read(refused).path("faults").findValuesAsText("path"))
                .containsExactlyInAnyOrder("R049/PL01.LD/2008", "R048");
        assertThat(officer.put(
                                SONGDA + "/explanations",
                                "{\"%s\": {\"text\": \"%s\"}}".formatted(JUMP, "a".repeat(2001)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(get("/checks").toString()).isEqualTo(before);
    }

    @Test
    void refusesStrangersOtherUnionsAndReaders() {
        Person stranger = Person.stranger(port);
        Person other = Person.loggedIn(port, "lilamacanbo");
        assertThat(stranger.get(SONGDA + "/checks").statusCode()).isEqualTo(401);
        assertThat(other.get(SONGDA + "/checks").statusCode()).isEqualTo(404);
        assertThat(other.put(SONGDA + "/explanations", "{}").statusCode()).isEqualTo(404);
        for (String reader : List.of("quansat", "tuyengiao", "songdachutich", "admin")) {
            Person person = Person.loggedIn(port, reader);
            assertThat(person.get(SONGDA + "/checks").statusCode()).as(reader).isEqualTo(200);
            assertThat(person.put(SONGDA + "/explanations", "{}").statusCode())
                    .as(reader)
                    .isEqualTo(403);
        }
    }

    private String missingAt(String place) {
        for (JsonNode fault : get("/missing")) {
            if (fault.path("path").asText().equals(place)) {
                return fault.path("message").asText();
            }
        }
        return "";
    }

    private static JsonNode line(JsonNode checks, String row, int year) {
        for (JsonNode line : checks.path("lines")) {
            if (line.path("key").asText().endsWith(row + "/" + year)) {
                return line;
            }
        }
        throw new AssertionError("no line for " + row + "/" + year + " in " + checks);
    }

    private JsonNode explain(String key, String was, String text) {
        return put(
                "/explanations",
                json.createObjectNode()
                        .set(key, json.createObjectNode().put("was", was).put("text", text))
                        .toString());
    }

    private JsonNode get(String path) {
        return read(officer.get(SONGDA + path));
    }

    private JsonNode put(String path, String body) {
        var answer = officer.put(SONGDA + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }
}
