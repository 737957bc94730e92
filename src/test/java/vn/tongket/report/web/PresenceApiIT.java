package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.workflow.UserProvisioning;
import vn.tongket.workflow.UserProvisioning.Account;

/** Who else writes in a report, by the logins of two officers; and what the checks say at the cells they type. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresenceApiIT {

    private static final String CAMPAIGN = "TK.PRESENCE-2017";
    private static final String SONGDA = "/api/reports/" + CAMPAIGN + "/SONGDA";
    private static final String HERE = "{\"place\": \"PL01.LD/2008\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private Person officer;
    private Person colleague;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        context.getBean(UserProvisioning.class)
                .provide(List.of(new Account("songdacanbo3", "Trần", "Bình", "demo", Set.of("SONGDAcanbo"))));
        officer = Person.loggedIn(port, "songdacanbo");
        colleague = Person.loggedIn(port, "songdacanbo3");
    }

    @Test
    void eachSeesTheOtherAndNotOneself() {
        officer.post(SONGDA + "/presence", HERE);
        JsonNode seen = read(colleague.post(SONGDA + "/presence", "{\"place\": \"MD.1\"}"));
        JsonNode others = read(officer.post(SONGDA + "/presence", HERE)).path("others");

        assertThat(seen.path("others").findValuesAsText("user")).containsExactly("songdacanbo");
        assertThat(seen.at("/others/0/place").asText()).isEqualTo("PL01.LD/2008");
        assertThat(others.findValuesAsText("user")).containsExactly("songdacanbo3");
        assertThat(others.at("/0/place").asText()).isEqualTo("MD.1");
        assertThat(others.at("/0/name").asText()).contains("Bình");
    }

    @Test
    void whoHasNotBeenHeardOfForAMinuteIsGone() {
        colleague.post(SONGDA + "/presence", HERE);
        jdbc.sql("update report_presence set seen_at = seen_at - interval '1 minute' where user_id = 'songdacanbo3'")
                .update();

        assertThat(read(officer.post(SONGDA + "/presence", HERE)).path("others"))
                .isEmpty();
    }

    @Test
    void tellsThatFiguresOrExplanationsAreNew() {
        String warned = "{\"PL08.DANG_VIEN\": {\"2008\": \"20\"}, \"PL01.LD\": {\"2008\": \"10\"}}";
        JsonNode before = read(officer.post(SONGDA + "/presence", HERE));
        colleague.put(SONGDA + "/figures", warned);
        JsonNode typed = read(officer.post(SONGDA + "/presence", HERE));
        colleague.put(
                SONGDA + "/explanations",
                "{\"R044/PL08.DANG_VIEN/2008\": {\"was\": null, \"text\": \"Tính cả nơi sinh hoạt ghép.\"}}");
        JsonNode explained = read(officer.post(SONGDA + "/presence", HERE));

        assertThat(typed.path("figures").asInt())
                .isGreaterThan(before.path("figures").asInt());
        assertThat(typed.path("explanations")).isEqualTo(before.path("explanations"));
        assertThat(explained.path("explanations")).isNotEqualTo(typed.path("explanations"));

        JsonNode finding = read(officer.get(SONGDA + "/grid")).path("findings").get(0);
        assertThat(finding.path("key").asText()).isEqualTo("R044/PL08.DANG_VIEN/2008");
        assertThat(finding.path("severity").asText()).isEqualTo("WARN");
        assertThat(finding.path("written").asText()).isEqualTo("Tính cả nơi sinh hoạt ghép.");
    }

    @Test
    void namesAtTheCellsWhatTheChecksFindAndLeavesBlankOnesOut() {
        Person writer = Person.loggedIn(port, "hudcanbo");
        JsonNode typed = read(writer.put("/api/reports/" + CAMPAIGN + "/HUD/grid", """
                {"PL01.LD": {"2008": {"was": null, "typed": "10"}},
                 "PL01.LD_NU": {"2008": {"was": null, "typed": "20"}}}"""));

        assertThat(typed.path("findings").findValuesAsText("rule")).containsExactly("R001");
        assertThat(typed.at("/findings/0/indicators").toString()).isEqualTo("[\"PL01.LD_NU\",\"PL01.LD\"]");
        assertThat(typed.at("/findings/0/severity").asText()).isEqualTo("ERROR");
    }

    @Test
    void onlyWritersAppear() {
        for (String reader : List.of("songdachutich", "tuyengiao", "quansat", "admin")) {
            assertThat(Person.loggedIn(port, reader)
                            .post(SONGDA + "/presence", HERE)
                            .statusCode())
                    .as(reader)
                    .isEqualTo(403);
        }
        assertThat(Person.loggedIn(port, "lilamacanbo")
                        .post(SONGDA + "/presence", HERE)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Person.stranger(port).post(SONGDA + "/presence", HERE).statusCode())
                .isIn(401, 403);
    }

    @Test
    void refusesAPlaceThatIsNone() {
        for (String body : List.of(
                "",
                "[]",
                "{}",
                "{\"place\": 1}",
                "{\"place\": \" \"}",
                "{\"place\": \"" + "a".repeat(101) + "\"}",
                "{\"place\": \"a\", \"user\": \"lilamacanbo\"}")) {
            assertThat(officer.post(SONGDA + "/presence", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
