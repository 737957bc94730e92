package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.support.CampaignActors;
import vn.tongket.support.Person;
import vn.tongket.support.Shipped;
import vn.tongket.support.Site;
import vn.tongket.support.TongketIT;

/**
 * One plan through four levels over HTTP, everybody with a login of their own: the Confederation issues it to the sector
 * union, which opens its own campaign for its 52, of which the corporation's union opens one for its grassroots unions.
 * Then the reports come up, level by level, each signed in the campaign above.
 */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourLevelsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOP = "TK.BON-CAP";
    private static final String SECTOR = TOP + ".CDXDVN";
    private static final String CORPORATION = SECTOR + ".SONGDA";
    private static final List<String> GRASSROOTS = List.of("SONGDA.SD5", "SONGDA.SD6", "SONGDA.SD9", "SONGDA.SD10");

    private static final String WORKERS = "PL01.LD";
    private static final int YEAR = 2012;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Site.Demo site;
    private CampaignActors confederation;
    private CampaignActors sector;
    private CampaignActors corporation;

    @BeforeAll
    void people() {
        site = Site.demo(port);
        String file =
                Shipped.campaignOfTheWeek(site.today(), TOP, "TLD", "BDVTW").replace("{so}/KH-CĐXD", "{so}/KH-TLĐ");
        confederation = new CampaignActors(site, TOP, file, "tld");
        sector = new CampaignActors(site, SECTOR);
        corporation = CampaignActors.below(site, CORPORATION, "songda");
        confederation.importOrganization(Shipped.unionsUnderTheConfederation());
        confederation.importCampaign(file);
    }

    /** Other tests know these unions as they are shipped. */
    @AfterAll
    void leaveTheUnionsAsTheyWere() {
        confederation.importOrganization(Shipped.unions());
        CampaignActors.takeBackRoles(jdbc, "SONGDA");
    }

    @Test
    @Order(1)
    void theConfederationIssuesItsPlanToTheSector() {
        confederation.issuePlan(site.today().toString(), 15);

        assertThat(confederation.units(true)).contains("CDXDVN");
        // The federations take no part: their mode is none.
        assertThat(confederation.units(true)).noneMatch(unit -> unit.startsWith("LDLD"));
        assertThat(confederation.wordText("plan")).contains("Số: 15/KH-TLĐ");
    }

    @Test
    @Order(2)
    void theSectorOpensItsOwnAndIssuesIt() {
        open("cdxdvncanbo", TOP, "CDXDVN", SECTOR);

        sector.issuePlan(site.today().toString(), CampaignActors.nextNumber(jdbc, "KH-CĐXD"));

        assertThat(sector.campaign().at("/state").asText()).isEqualTo("collecting");
        assertThat(sector.units(true)).contains("SONGDA", "DHKTHN").doesNotContain("SONGDA.SD5");
        assertThat(sector.units(false)).contains("CNXD_HN");
        assertEarlier(sector, confederation);
        assertThat(sector.wordText("plan"))
                .startsWith("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM CÔNG ĐOÀN XÂY DỰNG VIỆT NAM")
                .contains("Thực hiện Kế hoạch số 15/KH-TLĐ ngày ")
                .contains("hoàn thiện báo cáo gửi Tổng Liên đoàn Lao động Việt Nam");
    }

    @Test
    @Order(3)
    void theCorporationOpensItsOwnAndIssuesIt() {
        open("songdacanbo", SECTOR, "SONGDA", CORPORATION);

        corporation.issuePlan(site.today().toString(), 31);

        assertThat(corporation.campaign().at("/state").asText()).isEqualTo("collecting");
        assertThat(corporation.units(true)).containsExactlyElementsOf(GRASSROOTS);
        assertEarlier(corporation, sector);
        assertThat(corporation.wordText("plan"))
                .startsWith("CÔNG ĐOÀN XÂY DỰNG VIỆT NAM CÔNG ĐOÀN TỔNG CÔNG TY SÔNG ĐÀ")
                .contains("Số: 31/KH-CĐSĐ", "Căn cứ Kế hoạch số ", "của Công đoàn Xây dựng Việt Nam")
                .contains("qua Bộ phận Tuyên giáo, chậm nhất ngày ");
        assertThat(corporation.unitMails("Kế hoạch 31/KH-CĐSĐ"))
                .extracting(mail -> mail.at("/to").asText())
                .containsExactlyInAnyOrder(
                        "songdasd5.officer@demo.invalid",
                        "songdasd6.officer@demo.invalid",
                        "songdasd9.officer@demo.invalid",
                        "songdasd10.officer@demo.invalid");
    }

    @Test
    @Order(4)
    void eachLevelsPeopleSeeTheirOwnContentsOnly() {
        for (String person : List.of("tldtuyengiao", "tldquansat", "tuyengiao", "truongban", "quansat", "hudcanbo")) {
            assertBlind(person, CORPORATION, "SONGDA.SD5");
        }
        for (String person : List.of("tldtuyengiao", "tldthuongtruc", "tldquansat", "songdasd5canbo")) {
            assertBlind(person, SECTOR, "HUD");
        }
        assertBlind("songdasd5canbo", TOP, "CDXDVN");
        // Whoever works for a union below reads the superior's plan, and no other unit's report.
        Person department = Person.loggedIn(port, "tuyengiao");
        assertThat(department.get("/campaigns/" + TOP + "/plan").statusCode()).isEqualTo(200);
        assertThat(department.get("/campaigns/" + TOP + "/contacts").statusCode())
                .isEqualTo(403);
        Person officer = Person.loggedIn(port, "songdacanbo");
        assertThat(officer.get("/reports/" + SECTOR + "/HUD").statusCode()).isEqualTo(404);
        // One person, two parts: the union's report above, and the department's work below.
        assertThat(officer.get("/reports/" + SECTOR + "/SONGDA").statusCode()).isEqualTo(200);
        assertThat(officer.get("/campaigns/" + CORPORATION + "/levels").statusCode())
                .isEqualTo(200);
        assertThat(sector.openTasks("SONGDA")).isNotEmpty();
    }

    @Test
    @Order(5)
    void theGrassrootsUnionsReportToTheCorporation() {
        corporation.unitWritesAndSends("SONGDA.SD5");
        assertThat(corporation.unit("SONGDA.SD5").at("/state").asText()).isEqualTo("under_review");
        corporation.samples(GRASSROOTS.subList(1, 4), "accepted");
        corporation.headAccepts("SONGDA.SD5");

        assertThat(corporation.campaign().at("/counts/accepted").asInt()).isEqualTo(4);
        assertThat(corporation.campaign().at("/state").asText()).isEqualTo("consolidating");
    }

    @Test
    @Order(6)
    void theCorporationReportsUpwardInTheSectorsCampaign() {
        reportUp(corporation, 12, "CĐSĐ");
        assertThat(corporation.wordText("report"))
                .contains("Kính gửi: Công đoàn Xây dựng Việt Nam", "có 4/4 công đoàn trực thuộc gửi báo cáo");
        assertThat(corporation.acknowledgeAsRegistered())
                .contains("Công đoàn Xây dựng Việt Nam chưa vào sổ báo cáo của đơn vị")
                .contains(SECTOR);

        sector.unitWritesAndSends("SONGDA");
        sector.headAccepts("SONGDA");
        assertThat(corporation.acknowledgeAsRegistered()).isEmpty();

        assertThat(corporation.campaign().at("/state").asText()).isEqualTo("archived");
        assertThat(sector.unit("SONGDA").at("/state").asText()).isEqualTo("accepted");
        assertThat(corporation.openTasks("SONGDA.SD6")).isEmpty();
    }

    @Test
    @Order(7)
    void theSectorReportsUpwardInTheConfederationsCampaign() {
        sector.samples(List.of(), "accepted");
        assertThat(sector.campaign().at("/state").asText()).isEqualTo("consolidating");
        reportUp(sector, CampaignActors.nextNumber(jdbc, "BC-CĐXD"), "CĐXD");

        confederation.unitWritesAndSends("CDXDVN");
        assertThat(confederation.unit("CDXDVN").at("/state").asText()).isEqualTo("under_review");
        assertThat(sector.acknowledgeAsRegistered()).isEmpty();

        assertThat(sector.campaign().at("/state").asText()).isEqualTo("archived");
    }

    @Test
    @Order(8)
    void theConfederationReportsByMailToItsOwnSuperior() {
        confederation.headAccepts("CDXDVN");
        confederation.samples(List.of(), "accepted");
        assertThat(confederation.campaign().at("/state").asText()).isEqualTo("consolidating");
        closeCollectedReports(confederation, 9);

        assertThat(confederation.mails("Báo cáo 09/BC-TLĐ"))
                .extracting(mail -> mail.at("/to").asText())
                .containsExactly("bdvtw.office@demo.invalid");
        confederation.acknowledge("77", site.today().toString());
        assertThat(confederation.campaign().at("/state").asText()).isEqualTo("archived");
    }

    /** Added up here from what each report says, one level after the other. */
    @Test
    @Order(9)
    void theGrassrootsUnionsFiguresAreInTheConfederationsTotal() {
        assertThat(corporation.figure("SONGDA.SD5", WORKERS, YEAR)).isEqualTo("...");
        assertTotal(corporation);
        assertThat(sector.figure("SONGDA", WORKERS, YEAR)).isEqualTo(value(corporation));
        assertTotal(sector);
        assertThat(confederation.figure("CDXDVN", WORKERS, YEAR)).isEqualTo(value(sector));
        assertTotal(confederation);

        // A total rests on the units at the very bottom; of the corporation's four, one has no data.
        int besideTheCorporation = counted(sector).size() - 1;
        int besideTheSector = counted(confederation).size() - 1;
        assertCounts(corporation, 3);
        assertCounts(sector, besideTheCorporation + 3);
        assertCounts(confederation, besideTheSector + besideTheCorporation + 3);
    }

    private static void assertTotal(CampaignActors level) {
        BigDecimal added = counted(level).stream()
                .map(unit -> level.figure(unit, WORKERS, YEAR))
                .filter(figure -> !figure.equals("..."))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(value(level)).isEqualTo(added.toPlainString());
    }

    private static void assertCounts(CampaignActors level, int reporting) {
        JsonNode total = level.total(WORKERS, YEAR);
        assertThat(total.at("/reporting").asInt()).isEqualTo(reporting);
        assertThat(total.at("/noData").asInt()).isOne();
    }

    /** Those whose report counts: it was accepted, and the lock fixed it. */
    private static List<String> counted(CampaignActors level) {
        return level.unitRows().stream()
                .filter(row -> row.at("/state").asText().equals("consolidated"))
                .map(row -> row.at("/unit").asText())
                .toList();
    }

    private static String value(CampaignActors level) {
        return level.total(WORKERS, YEAR).at("/value").asText();
    }

    /** A union's officer opens its own campaign as it is proposed. */
    private void open(String officer, String above, String unit, String code) {
        HttpResponse<String> opened =
                site.script(officer).post("/api/campaigns/" + above + "/reports/" + unit + "/campaign", "{}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(read(opened).at("/code").asText()).isEqualTo(code);
    }

    /** From the locked reports to the numbered one, which goes into the union's own report above and not by mail. */
    private static void reportUp(CampaignActors level, int number, String symbol) {
        closeCollectedReports(level, number);
        assertThat(level.campaign().at("/state").asText()).isEqualTo("reported");
        assertThat(level.mails("Báo cáo %02d/BC-%s".formatted(number, symbol)))
                .noneMatch(mail -> mail.at("/text").asText().contains("xác nhận đã nhận"));
    }

    private static void closeCollectedReports(CampaignActors level, int number) {
        level.compile();
        level.standingCommitteeAgrees();
        level.convene("2099-12-15T08:00", "Hội trường");
        level.recordAdoption(30, 30);
        level.signAndNumber(number);
    }

    private static void assertEarlier(CampaignActors below, CampaignActors above) {
        LocalDate own = LocalDate.parse(below.campaign().at("/dates/deadline").asText());
        LocalDate superiors =
                LocalDate.parse(above.campaign().at("/dates/deadline").asText());
        assertThat(own).isBefore(superiors);
    }

    private void assertBlind(String user, String campaign, String unit) {
        Person person = Person.loggedIn(port, user);
        for (String place : List.of(
                "/campaigns/" + campaign,
                "/campaigns/" + campaign + "/plan",
                "/api/campaigns/" + campaign,
                "/api/campaigns/" + campaign + "/units",
                "/api/campaigns/" + campaign + "/documents",
                "/reports/" + campaign + "/" + unit,
                "/api/reports/" + campaign + "/" + unit + "/figures",
                "/documents/reports/" + campaign + "/" + unit + ".docx")) {
            assertThat(person.get(place).statusCode()).as(user + " at " + place).isEqualTo(404);
        }
        assertThat(texts(person.get("/api/campaigns"))).doesNotContain(campaign);
    }

    private static List<String> texts(HttpResponse<String> answer) {
        return StreamSupport.stream(read(answer).spliterator(), false)
                .map(campaign -> campaign.at("/code").asText())
                .toList();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
