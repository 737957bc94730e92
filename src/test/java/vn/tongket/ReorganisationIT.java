package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.tongket.cluster.Node;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.support.CampaignActors;
import vn.tongket.support.Person;
import vn.tongket.support.Shipped;
import vn.tongket.support.Site;
import vn.tongket.support.TestDatabase;

/**
 * The real events of 2023 and 2025, and the reorganisation of 2025, come over the real unions while the campaign of 2017
 * still collects. In a process of its own: its clock goes years ahead of the other tests'.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReorganisationIT {

    private static final String OLD = "TK-20NQTW-2017";
    private static final List<String> MOVED = List.of("CQBXD.VNCC", "CQBXD.TEXO", "CQBXD.CIC");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Node node;
    private JdbcClient database;
    private CampaignActors old;
    private String frozen;
    private List<String> oldUnits;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path logs) throws IOException {
        String url = TestDatabase.fresh();
        database = JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.OWNER, ""));
        List<String> arguments = new ArrayList<>(TestDatabase.arguments(url));
        arguments.add("--tongket.security.password-iterations=1000");
        try (var socket = new ServerSocket(0)) {
            node = new Node("reorganisation", socket.getLocalPort(), logs.resolve("node.log"), arguments);
        }
        node.start();
        node.awaitReady(PATIENCE);
        old = new CampaignActors(node.port(), OLD);
    }

    @AfterAll
    void stop() {
        node.stop();
    }

    @Test
    @Order(1)
    void issuesThePlanOf2017() {
        old.issuePlan("2017-09-05", 45);

        assertThat(old.units(true)).hasSize(36).contains("CQBXD").doesNotContainAnyElementsOf(MOVED);
        assertThat(old.units(false)).hasSize(16).contains("CNXD_HD");
        frozen = participants(OLD);
        oldUnits = rows(old);
    }

    @Test
    @Order(2)
    void leavesTheCampaignOf2017AsItWasWhenThreeUnionsMove() {
        leapTo("2023-03-28T22:30");
        old.clockTo("2023-03-28T23:00");
        assertThat(parent("CQBXD.TEXO")).isEqualTo("CQBXD");

        old.clockTo("2023-03-29T00:00:05");

        assertThat(MOVED).allSatisfy(unit -> assertThat(parent(unit)).isEqualTo("CDXDVN"));
        oldCampaignIsAsItWas();
    }

    @Test
    @Order(3)
    void countsTheThreeInACampaignIssuedAfterwards() {
        CampaignActors later = campaign("TK.SAUCHUYEN-2023", 66, "2023-03-29", 7);

        assertThat(later.units(true)).hasSize(39).contains("CQBXD").containsAll(MOVED);
        assertThat(later.units(false)).hasSize(16);
        assertThat(leaf("TK.SAUCHUYEN-2023", "CQBXD"))
                .as("nobody is below it any more")
                .isTrue();
        assertThat(leaf(OLD, "CQBXD")).isFalse();
        oldCampaignIsAsItWas();
    }

    /** The node is down when the day comes, and up again the day after. */
    @Test
    @Order(4)
    void closesAUnionWhileTheNodeIsDown() {
        leapTo("2025-03-02T20:00");
        node.stop();
        setClock("2025-03-04T07:00");
        node.start();
        node.awaitReady(PATIENCE);

        assertThat(text("select valid_to::text from union_unit where code = 'CNXD_HD'"))
                .isEqualTo("2025-03-02");
        assertThat(Person.loggedIn(node.port(), "admin")
                        .get("/organization/changes?show=applied")
                        .body()
                        .replaceAll("\\s+", " "))
                .contains("Hải Dương closed its 7 sector unions", "ngày 04/03/2025", "(CQBXD.VNCC)");
        oldCampaignIsAsItWas();
    }

    @Test
    @Order(5)
    void doesNotAskAClosedUnionInACampaignIssuedAfterwards() {
        CampaignActors later = campaign("TK.SAUGIAITHE-2025", 90, "2025-03-04", 7);

        assertThat(later.units(false)).hasSize(15).doesNotContain("CNXD_HD");
        assertThat(later.units(true)).hasSize(39);
    }

    /** Its people still log in, write, sign and send what it owes to the campaign of 2017; its officer, its chair. */
    @Test
    @Order(6)
    void letsAClosedUnionSendWhatItOwes() {
        assertThat(old.unit("CNXD_HD").at("/state").asText()).isEqualTo("not_started");

        old.samples(List.of("CNXD_HD"), "submitted");
        assertThat(old.unit("CNXD_HD").at("/state").asText()).isEqualTo("under_review");
        assertThat(Person.loggedIn(node.port(), "cnxdhdchutich")
                        .get("/reports/" + OLD + "/CNXD_HD")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Person.loggedIn(node.port(), "cnxdhdcanbo")
                        .get("/reports/TK.SAUGIAITHE-2025/CNXD_HD")
                        .statusCode())
                .isEqualTo(404);
        assertThat(old.reportText("CNXD_HD")).startsWith("LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI DƯƠNG");
        old.headAccepts("CNXD_HD");

        assertThat(old.unit("CNXD_HD").at("/state").asText()).isEqualTo("accepted");
    }

    /** Edge case 13: provinces merge, the ministry's union closes, a sector union goes with its province. */
    @Test
    @Order(7)
    void replaysTheReorganisationOf2025OnTheDataOf2017() {
        List<String> before = rows(old);
        old.importOrganization(Shipped.unions().replace("\"history_events\":[]", """
                "history_events": [
                 {"date": "2025-06-15", "type": "close", "units": ["CQBXD"]},
                 {"date": "2025-07-01", "type": "merge", "units": ["LDLD_HD"], "to": "LDLD_HP"},
                 {"date": "2025-07-01", "type": "merge", "units": ["LDLD_QB"], "to": "LDLD_TTH"},
                 {"date": "2025-07-01", "type": "merge", "units": ["CNXD_QB"], "to": "CNXD_TTH"}]"""));
        assertThat(MOVED)
                .as("an older file does not undo an event")
                .allSatisfy(unit -> assertThat(parent(unit)).isEqualTo("CDXDVN"));

        leapTo("2025-06-30T23:00");
        old.clockTo("2025-07-01T07:00");
        CampaignActors later = campaign("TK.SAUSAPNHAP-2025", 94, "2025-07-01", 8);

        assertThat(later.units(true)).hasSize(38).doesNotContain("CQBXD").containsAll(MOVED);
        assertThat(later.units(false)).hasSize(14).contains("CNXD_TTH").doesNotContain("CNXD_HD", "CNXD_QB");
        assertThat(text("""
                select s.code from union_unit u join union_unit s on s.id = u.successor_id where u.code = 'CNXD_QB'""")).isEqualTo("CNXD_TTH");
        assertThat(participants(OLD)).isEqualTo(frozen);
        assertThat(rows(old)).isEqualTo(before);
        assertThat(old.reportText("CNXD_HD")).startsWith("LIÊN ĐOÀN LAO ĐỘNG TỈNH HẢI DƯƠNG");
    }

    private CampaignActors campaign(String code, int months, String day, int number) {
        CampaignActors campaign = new CampaignActors(node.port(), code);
        campaign.importCampaign(Shipped.campaignMonthsLater(code, months));
        campaign.issuePlan(day, number);
        return campaign;
    }

    private void oldCampaignIsAsItWas() {
        assertThat(participants(OLD)).isEqualTo(frozen);
        assertThat(rows(old)).isEqualTo(oldUnits);
        assertThat(old.campaign().at("/counts/expected").asInt()).isEqualTo(36);
    }

    private String participants(String campaign) {
        return text("select string_agg(p::text, chr(10) order by p.position) from participant p"
                + " join campaign c on c.id = p.campaign_id where c.code = '" + campaign + "'");
    }

    /** What the API says of each unit, apart from how late it is. */
    private static List<String> rows(CampaignActors campaign) {
        return campaign.unitRows().stream().map(ReorganisationIT::row).toList();
    }

    private static String row(JsonNode unit) {
        return List.of(
                        unit.at("/unit").asText(),
                        unit.at("/name").asText(),
                        unit.at("/required").asText(),
                        unit.at("/state").asText(),
                        unit.at("/effectiveDeadline").asText())
                .toString();
    }

    private String parent(String code) {
        return text("select p.code from union_unit u join union_unit p on p.id = u.parent_id where u.code = '" + code
                + "'");
    }

    private boolean leaf(String campaign, String unit) {
        return database.sql("""
                        select p.leaf from participant p join campaign c on c.id = p.campaign_id
                        where c.code = ? and p.unit_code = ?""").params(campaign, unit).query(Boolean.class).single();
    }

    private String text(String sql) {
        return database.sql(sql).query(String.class).single();
    }

    /** As after a long stop: the days between are not lived through one by one, which would take minutes. */
    private void leapTo(String time) {
        setClock(time);
        await().atMost(PATIENCE)
                .until(() -> !Site.demo(node.port())
                        .today()
                        .isBefore(LocalDateTime.parse(time).toLocalDate()));
        old.settle();
    }

    private void setClock(String time) {
        Instant then = LocalDateTime.parse(time).atZone(TimeConfiguration.ZONE).toInstant();
        database.sql("update demo_clock set offset_seconds = ?")
                .param(Duration.between(Instant.now(), then).getSeconds())
                .update();
    }
}
