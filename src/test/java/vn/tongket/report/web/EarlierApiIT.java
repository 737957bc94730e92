package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.report.ReportDrafting;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** What a unit wrote five years ago, beside what it writes now. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierApiIT {

    private static final String BEFORE = "TK.EARLIER-2012";
    private static final String NOW = "TK.NOW-2017";
    private static final String TEXT =
            "Năm 2012:\n- " + "12 công đoàn cơ sở hoạt động tốt. ".repeat(20).strip();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, BEFORE);
        IssuedCampaign.of(context, NOW);
        WholeReport.written(context, BEFORE, "SONGDA").with("MD.1", TEXT).sent().accepted(901);
        WholeReport.written(context, BEFORE, "HUD").sent();
        counted(BEFORE, "120").accepted(903);
        jdbc.sql("update campaign set nominal_deadline = '2012-11-05' where code = ?")
                .param(BEFORE)
                .update();
    }

    @Test
    void givesTheAcceptedTextOfTheSameHeadingWithItsOrigin() throws Exception {
        JsonNode texts = texts("songdacanbo", "SONGDA");

        JsonNode text = texts.path("MD.1");
        assertThat(text.path("campaign").asText()).isEqualTo(BEFORE);
        assertThat(text.path("text").asText()).isEqualTo(TEXT);
        assertThat(text.path("signedOn").asText()).isEqualTo("2017-09-05");
        assertThat(text.path("heading").asText()).isNotBlank();
    }

    @Test
    void leavesOutWhatWasNeverAccepted() throws Exception {
        assertThat(texts("hudcanbo", "HUD")).isEmpty();
    }

    /** The earlier campaign has nothing before it; the later one's text does not travel back. */
    @Test
    void looksBackAndNeverForward() throws Exception {
        WholeReport.written(context, NOW, "LILAMA")
                .with("MD.1", TEXT.replace("2012", "2017"))
                .sent()
                .accepted(902);

        var answer = Person.loggedIn(port, "lilamacanbo").get("/api/reports/" + BEFORE + "/LILAMA/earlier");

        assertThat(json.readTree(answer.body())).isEmpty();
    }

    @Test
    void theReviewerSeesWhereAFigureIsNotTheOneOfThen() {
        counted(NOW, "135").registered(904);

        String page = Person.loggedIn(port, "tuyengiao")
                .get("/reports/" + NOW + "/COMA/review")
                .body();

        assertThat(cell(page, "PL06.PL_LUOT/2008")).contains("differs", "data-earlier=\"120\"", ">135");
        assertThat(cell(page, "PL06.PL_LUOT/2009"))
                .contains("data-earlier=\"-\"")
                .doesNotContain("differs");
    }

    /** COMA's report with that many in the first year and “-” in all others, sent. */
    private WholeReport counted(String campaign, String number) {
        WholeReport report = WholeReport.written(context, campaign, "COMA");
        context.getBean(ReportDrafting.class)
                .writeFigures(
                        campaign, "COMA", Map.of("PL06.PL_LUOT", Map.of("2008", number)), false, null, "comacanbo");
        return report.sent();
    }

    private static String cell(String page, String place) {
        int at = page.indexOf("data-place=\"" + place + "\"");
        return page.substring(page.lastIndexOf("<button", at), page.indexOf("</button>", at));
    }

    @Test
    void isForThoseWhoMayReadTheReport() {
        for (String reader : List.of("songdachutich", "tuyengiao", "quansat")) {
            assertThat(status(Person.loggedIn(port, reader))).as(reader).isEqualTo(200);
        }
        assertThat(status(Person.loggedIn(port, "hudcanbo"))).isEqualTo(404);
        assertThat(status(Person.stranger(port))).isEqualTo(401);
    }

    private int status(Person person) {
        return person.get("/api/reports/" + NOW + "/SONGDA/earlier").statusCode();
    }

    private JsonNode texts(String user, String unit) throws Exception {
        var answer = Person.loggedIn(port, user).get("/api/reports/" + NOW + "/" + unit + "/earlier");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
