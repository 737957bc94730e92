package vn.tongket.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** A superior sees where the campaigns below stand: the next level, all levels where it is set, contents never. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LevelsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private ThreeLevels levels;

    @BeforeAll
    void open() {
        levels = new ThreeLevels(context, "TK.CAP");
    }

    @Test
    void tellsTheNextLevelOnly() {
        JsonNode answer = read("cbmottuyengiao", levels.top, "");

        assertThat(answer.at("/level").asInt()).isEqualTo(1);
        assertThat(answer.at("/allLevels").asBoolean()).isFalse();
        assertThat(answer.at("/units").findValuesAsText("unit")).containsExactly("CB.HAI", "CB.HAI2");
        JsonNode own = answer.at("/units/0/campaign");
        assertThat(own.at("/code").asText()).isEqualTo(levels.middle);
        assertThat(own.at("/state").asText()).isEqualTo("collecting");
        assertThat(own.at("/deadline").asText())
                .isEqualTo(campaigns.dates(levels.middle).lastAcceptableDay().toString());
        assertThat(own.at("/expected").asInt()).isEqualTo(2);
        assertThat(own.at("/received").asInt()).isZero();
        assertThat(answer.at("/units/1/campaign").isNull()).isTrue();
        Person department = Person.loggedIn(port, "cbmottuyengiao");
        assertThat(department.get("/campaigns/" + levels.top + "/levels").body())
                .contains("Công đoàn CB.HAI", levels.middle, "Đang nhận báo cáo", "0/2")
                .contains(Vietnamese.day(campaigns.dates(levels.middle).lastAcceptableDay()))
                .doesNotContain(levels.bottom, "CB.BON");
        assertThat(department.get("/campaigns/" + levels.top).body()).contains("/campaigns/" + levels.top + "/levels");
    }

    @Test
    void countsWhatTheUnitsBelowHaveSent() {
        jdbc.sql("""
                        update report set first_received_at = now() where id = (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = 'CB.BON')""").param(levels.bottom).update();

        JsonNode own = read("cbhaicanbo", levels.middle, "").at("/units/0/campaign");

        assertThat(own.at("/code").asText()).isEqualTo(levels.bottom);
        assertThat(own.at("/expected").asInt()).isEqualTo(1);
        assertThat(own.at("/received").asInt()).isEqualTo(1);
    }

    @Test
    void refusesDeeperLevelsUnlessTheSettingAllowsThem() {
        assertThat(script("cbmottuyengiao").get(api(levels.top) + "?level=2").statusCode())
                .isEqualTo(403);
        assertThat(Person.loggedIn(port, "cbmottuyengiao")
                        .get("/campaigns/" + levels.top + "/levels?level=2")
                        .statusCode())
                .isEqualTo(403);
        CampaignLevels all = new CampaignLevels(campaigns, calendar, new CascadeSettings(true), jdbc);

        assertThat(all.page(levels.top, 2, null, 0).units())
                .extracting(LevelUnit::unit)
                .containsExactly("CB.BA", "CB.BA2");
        LevelUnit third = all.page(levels.top, 2, levels.middle, 0).units().get(0);
        assertThat(third.above()).isEqualTo(levels.middle);
        assertThat(third.own()).isNotNull();
        assertThat(third.own().code()).isEqualTo(levels.bottom);
        assertThat(third.own().state()).isEqualTo(CampaignState.COLLECTING);
        assertThat(all.page(levels.top, 3, null, 0).units())
                .extracting(LevelUnit::unit)
                .containsExactly("CB.BON");
        assertThat(all.page(levels.top, 3, levels.middle, 0).units()).isEmpty();
        assertThat(all.page(levels.top, 4, null, 0).units()).isEmpty();
        // Somebody else's campaign is no level of this one.
        assertThat(all.page(levels.bottom, 2, levels.middle, 0).units()).isEmpty();
    }

    @Test
    void comesInPages() {
        jdbc.sql("""
                        insert into union_unit (id, code, group_key, name, short_name, category, reporting_mode, sort_order,
                            version)
                        select gen_random_uuid(), 'CB.TRANG' || i, 'CBTRANG' || i, 'Công đoàn ' || i, i::text, 'CDCS',
                            'REQUIRED', i, 0
                        from generate_series(1, 150) i on conflict do nothing""").update();
        ThreeLevels wide = new ThreeLevels(context, "TK.CAP.RONG");
        jdbc.sql("""
                        insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name, category, leaf,
                            required, position)
                        select gen_random_uuid(), c.id, u.id, u.code, u.name, u.short_name, u.category, true, true,
                            10 + u.sort_order
                        from campaign c, union_unit u where c.code = ? and u.code like 'CB.TRANG%'""").param(wide.top).update();

        JsonNode first = read("cbmottuyengiao", wide.top, "");
        JsonNode second = read("cbmottuyengiao", wide.top, "?page=1");

        assertThat(first.at("/units")).hasSize(100);
        assertThat(first.at("/more").asBoolean()).isTrue();
        assertThat(second.at("/units")).hasSize(52);
        assertThat(second.at("/more").asBoolean()).isFalse();
        assertThat(second.at("/units").findValuesAsText("unit"))
                .doesNotContainAnyElementsOf(first.at("/units").findValuesAsText("unit"));
        assertThat(Person.loggedIn(port, "cbmottuyengiao")
                        .get("/campaigns/" + wide.top + "/levels")
                        .body())
                .contains("Trang sau")
                .doesNotContain("Trang trước");
    }

    @ParameterizedTest
    @CsvSource({
        "cbmotquansat, 200", // its own observer
        "cbmotthuongtruc, 200",
        "admin, 200",
        "cbhaicanbo, 403", // a unit of it, whose campaign is one of the lines
        "cbhai2chutich, 403",
        "cbbacanbo, 404", // two levels below
        "cbtrencanbo, 404", // its superior
        "songdacanbo, 404"
    })
    void isForTheIssuersPeople(String user, int status) {
        assertThat(script(user).get(api(levels.top)).statusCode()).isEqualTo(status);
        assertThat(Person.loggedIn(port, user)
                        .get("/campaigns/" + levels.top + "/levels")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void theSuperiorsPeopleGetNothingOfWhatTheCampaignsBelowHold() {
        for (String user : List.of("cbmottuyengiao", "cbmottruongban", "cbmotthuongtruc", "cbmotquansat")) {
            Person person = Person.loggedIn(port, user);
            for (String below : List.of(levels.middle, levels.bottom)) {
                String unit = below.equals(levels.middle) ? "CB.BA" : "CB.BON";
                for (String place : List.of(
                        "/campaigns/" + below,
                        "/campaigns/" + below + "/plan",
                        "/campaigns/" + below + "/levels",
                        "/campaigns/" + below + "/synthesis",
                        "/api/campaigns/" + below + "/units",
                        "/api/campaigns/" + below + "/levels",
                        "/api/campaigns/" + below + "/notices",
                        "/api/campaigns/" + below + "/documents",
                        "/reports/" + below + "/" + unit,
                        "/reports/" + below + "/" + unit + "/versions",
                        "/api/reports/" + below + "/" + unit + "/figures",
                        "/api/reports/" + below + "/" + unit + "/workbook.xlsx",
                        "/documents/reports/" + below + "/" + unit + ".docx")) {
                    assertThat(person.get(place).statusCode())
                            .as(user + " at " + place)
                            .isEqualTo(404);
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoPageOrNoLevel() {
        for (String query : List.of("?page=-1", "?level=0", "?level=21", "?page=2000000000")) {
            assertThat(script("cbmottuyengiao").get(api(levels.top) + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        CampaignLevels all = new CampaignLevels(campaigns, calendar, new CascadeSettings(true), jdbc);
        assertThatThrownBy(() -> all.page(levels.top, 0, null, 0)).isInstanceOf(DomainException.class);
    }

    private static String api(String campaign) {
        return "/api/campaigns/" + campaign + "/levels";
    }

    private JsonNode read(String user, String campaign, String query) {
        var answer = script(user).get(api(campaign) + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Person script(String user) {
        return Person.script(port, user, "demo");
    }
}
