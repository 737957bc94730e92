package vn.tongket.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/**
 * Events from the import to the administrator's page, in a tree of its own: DV0 above DV1, DV2 and DV3, with DVA, DVB and
 * DVC below DV1. Some days have passed when the file arrives; 2021 lies ahead of every test.
 */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnitChangesIT {

    private static final String PAGE = "/organization/changes";
    private static final String EVENTS = """
            {"date": "2016-01-01", "type": "transfer", "units": ["DVB"], "from": "DV2", "to": "DV1"},
            {"date": "2017-03-01", "type": "transfer", "units": ["DVA"], "from": "DV1", "to": "DV2"},
            {"date": "2017-04-01", "type": "transfer", "units": ["DVB"], "from": "%s", "to": "DV2", "note": "Theo <b>đề án</b>"},
            {"date": "2017-05-01", "type": "close", "units": ["DVD"]},
            {"date": "2021-06-01", "type": "close", "units": ["DVC"]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Organization organization;

    @Autowired
    private OrganizationImport imports;

    @Autowired
    private UnitEvents events;

    @Autowired
    private UnitTree tree;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Person admin;

    @BeforeAll
    void logIn() {
        admin = Person.loggedIn(port, "admin");
    }

    @Test
    @Order(1)
    void carriesOutAtOnceWhatIsDueWhenTheFileArrives() {
        take(file("2017-01-01", "DV1", "Đơn vị A", EVENTS.formatted("DV3")));

        assertThat(parent("DVA")).isEqualTo("DV2");
        assertThat(parent("DVB")).as("already so in the file").isEqualTo("DV1");
        assertThat(organization.unit("DVC").existsOn(LocalDate.of(2021, 6, 1))).isTrue();
        assertThat(organization.hasUnitsBelow(organization.unit("DVB").id()))
                .as("DVD closed")
                .isFalse();
        assertThat(organization.hasUnitsBelow(organization.unit("DV1").id())).isTrue();
    }

    @Test
    @Order(2)
    void tellsTheAdministratorWhatBecameOfEach() {
        String page = admin.get(PAGE).body().replaceAll("\\s+", " ");

        assertThat(page)
                .contains("Cơ cấu tổ chức: thay đổi theo thời gian", "Số A (DVA)", "Đã có trong tệp", "Chưa đến ngày")
                .contains("ngày " + Vietnamese.day(LocalDate.now(clock)))
                .contains("Cấp trên hiện nay không phải là DV3: Số B (DVB) thuộc DV1.")
                .contains("Theo &lt;b&gt;đề án&lt;/b&gt;")
                .containsPattern("[1-9]\\d* thay đổi không áp dụng được");
        assertThat(admin.get(PAGE + "?show=refused").body())
                .contains("Số B (DVB)")
                .doesNotContain("Số A (DVA)", "Số C (DVC)");
        assertThat(admin.get(PAGE + "?show=waiting&page=999").body())
                .contains("Số C (DVC)", "29/03/2023", "CIC")
                .doesNotContain("Số A (DVA)");
        assertThat(admin.get(PAGE + "?show=khac&page=-1").body()).contains("Số A (DVA)");
        assertThat(admin.get("/import").body()).contains("href=\"" + PAGE + "\"");
    }

    /** The issuer's people, observer and head among them, and another union's. */
    @ParameterizedTest
    @ValueSource(strings = {"quansat", "truongban", "thuongtruc", "vanphong", "songdacanbo", "lilamachutich"})
    @Order(3)
    void isShownToNobodyElse(String user) {
        var answer = Person.loggedIn(port, user).get(PAGE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Chỉ quản trị hệ thống được xem các thay đổi của cơ cấu tổ chức.")
                .doesNotContain("DVA");
        assertThat(Person.loggedIn(port, user).get("/import").body()).doesNotContain(PAGE);
    }

    @Test
    @Order(3)
    void isShownToNoStranger() {
        var answer = Person.stranger(port).get(PAGE);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login");
    }

    /** Names are taken, the place that an event gave is kept, and the mended event is carried out. */
    @Test
    @Order(4)
    void keepsWhatEventsDidWhenTheFileIsTakenAgain() {
        take(file("2017-01-01", "DV1", "Đơn vị A đổi tên", EVENTS.formatted("DV1")));

        assertThat(organization.unit("DVA").name()).isEqualTo("Đơn vị A đổi tên");
        assertThat(parent("DVA")).isEqualTo("DV2");
        assertThat(parent("DVB")).isEqualTo("DV2");
        assertThat(organization.unit("DVD").existsOn(LocalDate.of(2017, 5, 1))).isFalse();
        assertThat(admin.get(PAGE + "?show=refused").body()).doesNotContain("Số B (DVB)");
    }

    /** Events of its own are the file's first changes, when it does not say of which day its tree is. */
    @Test
    @Order(5)
    void takesATreeWithoutADayAsThatBeforeItsFirstEvent() {
        take(file(null, "DV1", "Đơn vị A", EVENTS.formatted("DV1").replaceFirst("\\{[^}]*}, *\\n?", "")));

        assertThat(parent("DVA")).isEqualTo("DV2");
        assertThat(parent("DVB")).isEqualTo("DV2");
    }

    /** DVA lies under DV2 since its event, whatever the older file says: DV2 below it would close a circle. */
    @Test
    @Order(6)
    void seesACircleThroughAPlaceThatAnEventGave() {
        String before = jdbc.sql("select string_agg(u::text, ' ' order by u.code) from union_unit u")
                .query(String.class)
                .single();
        String circle = file("2017-01-01", "DV1", "Đơn vị A", "")
                .replace(unit("DV2", "DV0", "Số 2", "Đơn vị 2"), unit("DV2", "DVA", "Số 2", "Đơn vị 2"));

        var answer = Person.script(port, "admin", "demo").post("/api/organization", circle);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("là cấp trên của chính nó");
        assertThat(jdbc.sql("select string_agg(u::text, ' ' order by u.code) from union_unit u")
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }

    /** A file of a later day is newer than the events before it; the tree remembers where the unit was. */
    @Test
    @Order(7)
    void takesThePlaceFromAFileOfALaterDay() {
        LocalDate today = LocalDate.now(clock);
        take(file("2017-08-01", "DV3", "Đơn vị A", ""));

        assertThat(parent("DVA")).isEqualTo("DV3");
        assertThat(tree.ancestorsOn("DVA", LocalDate.of(2017, 2, 28))).containsExactly("DV1", "DV0");
        assertThat(tree.ancestorsOn("DVA", LocalDate.of(2017, 3, 1))).containsExactly("DV2", "DV0");
        assertThat(tree.ancestorsOn("DVA", today.minusDays(1))).containsExactly("DV2", "DV0");
        assertThat(tree.ancestorsOn("DVA", today)).containsExactly("DV3", "DV0");
        assertThat(tree.childrenOn("DV2", LocalDate.of(2017, 4, 1))).containsExactly("DVA", "DVB");
    }

    @Test
    @Order(8)
    void staysClosedWhenAnOlderFileIsTakenAgain() {
        events.applyDue(LocalDate.of(2021, 6, 1));
        assertThat(organization.unit("DVC").existsOn(LocalDate.of(2021, 5, 31))).isTrue();
        assertThat(organization.unit("DVC").existsOn(LocalDate.of(2021, 6, 1))).isFalse();

        take(file("2017-08-01", "DV3", "Đơn vị A", ""));

        assertThat(organization.unit("DVC").existsOn(LocalDate.of(2021, 6, 1))).isFalse();
    }

    /** All in one transaction, which the daily run cannot come between, and nothing of it stays. */
    @Test
    @Order(9)
    void issuesNoPlanWhileAChangeOfTheDayIsUnderWay() {
        transaction.executeWithoutResult(status -> {
            imports.take(file(
                            "2017-08-01",
                            "DV3",
                            "Đơn vị A",
                            "{\"date\": \"2017-08-15\", \"type\": \"close\", \"units\": [\"DVA\"]}")
                    .getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> IssuedCampaign.of(context, "TK.DANGDOI-2017"))
                    .isInstanceOf(DomainException.class)
                    .hasMessageContaining("Thay đổi về tổ chức có hiệu lực hôm nay đang được áp dụng.");
            status.setRollbackOnly();
        });
    }

    @Test
    @Order(10)
    void keepsFormerParentsOutOfTheApplicationsReach() {
        for (String change : List.of("update former_parent set valid_from = null", "delete from former_parent")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("former_parent");
        }
    }

    private void take(String file) {
        var answer = Person.script(port, "admin", "demo").post("/api/organization", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String parent(String code) {
        return organization
                .unit(organization.unit(code).parentId().orElseThrow())
                .code();
    }

    private static String file(String asOf, String parentOfA, String nameOfA, String events) {
        return """
                {"schema_version": "1.1", "as_of": %s,
                 "categories": [{"code": "DVLOAI", "vi": "Đơn vị cơ sở", "tier": "grassroots"}],
                 "units": [%s],
                 "history_events": [%s]}""".formatted(
                        asOf == null ? "null" : "\"" + asOf + "\"",
                        String.join(
                                ",\n",
                                unit("DV0", null, "Số 0", "Đơn vị 0"),
                                unit("DV1", "DV0", "Số 1", "Đơn vị 1"),
                                unit("DV2", "DV0", "Số 2", "Đơn vị 2"),
                                unit("DV3", "DV0", "Số 3", "Đơn vị 3"),
                                unit("DVA", parentOfA, "Số A", nameOfA),
                                unit("DVB", "DV1", "Số B", "Đơn vị B"),
                                unit("DVC", "DV1", "Số C", "Đơn vị C"),
                                unit("DVD", "DVB", "Số D", "Đơn vị D")),
                        events);
    }

    private static String unit(String code, String parent, String shortName, String name) {
        return """
                {"code": "%s", "name": "%s", "short_name": "%s", "category": "DVLOAI", "parent": %s,
                 "reporting_mode": "required", "sort_order": 9000}""".formatted(code, name, shortName, parent == null ? "null" : "\"" + parent + "\"");
    }
}
