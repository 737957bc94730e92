package vn.tongket.cascade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.campaign.CampaignService;
import vn.tongket.shared.ImportJson;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.Shipped;
import vn.tongket.support.TongketIT;

/** Opening a union's own campaign over HTTP: by whom, when, with what; and all that is refused, with nothing saved. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnCampaignIT {

    private static final String ABOVE = "TK.RIENG";

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
    private Clock clock;

    private LocalDate above;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, ABOVE, ofTheWeek(ABOVE));
        above = campaigns.dates(ABOVE).lastAcceptableDay();
    }

    @Test
    void anOfficerOpensItByTheApiWithEverythingAsProposed() {
        HttpResponse<String> answer = script("lilamacanbo").post(api("LILAMA"), "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String code = ABOVE + ".LILAMA";
        assertThat(read(answer).at("/code").asText()).isEqualTo(code);
        assertThat(read(answer).at("/remarks")).isEmpty();
        assertThat(answer.headers().firstValue("location")).contains("/api/campaigns/" + code);
        var campaign = campaigns.campaign(code);
        LocalDate lastDay = campaigns.dates(campaign).lastAcceptableDay();
        assertThat(lastDay).isEqualTo(calendar.plus(calendar.lastOnOrBefore(above), -10));
        assertThat(campaigns.issuer(code)).isEqualTo("LILAMA");
        assertThat(campaigns.superior(code).code()).isEqualTo("CDXDVN");
        assertThat(campaign.plan().numberPattern()).isEqualTo("{so}/KH-CĐLLM");
        assertThat(campaign.plan().lead())
                .singleElement()
                .asString()
                .startsWith("Thực hiện Kế hoạch số 45/KH-CĐXD ngày 05/09/2017 của Công đoàn Xây dựng Việt Nam về tổng"
                        + " kết 10 năm thực hiện Nghị quyết số 20-NQ/TW")
                .endsWith("tổ chức thực hiện trong các công đoàn trực thuộc như sau:");
        assertThat(campaigns.definition(code).campaign().focalDepartment().name())
                .isEqualTo("Bộ phận Tuyên giáo");
        assertThat(campaigns.definition(code).appendices())
                .isEqualTo(campaigns.definition(ABOVE).appendices());
        assertThat(campaigns.definition(code).rules())
                .isEqualTo(campaigns.definition(ABOVE).rules());
        assertThat(campaigns.draftFaults(code)).isEmpty();
        assertThat(groups("lilamacanbo")).contains("LILAMAtuyengiao", "LILAMAvanthu", "LILAMAvanphong");
        assertThat(groups("lilamachutich")).contains("LILAMAtruongban", "LILAMAthuongtruc");
        assertThat(groups("lilamacanbo")).doesNotContain("LILAMAthuongtruc", "LILAMAtruongban");
    }

    @Test
    void itsWorkBeginsInItsOwnTenantWithItsOwnPeople() {
        Person officer = Person.loggedIn(port, "hudcanbo");
        assertThat(officer.post(api("HUD"), "{}").statusCode()).isEqualTo(201);

        String tasks = officer.post(Person.ENGINE + "/task", "{}").body();

        assertThat(tasks).contains("Soạn kế hoạch – " + ABOVE + ".HUD", "\"tenantId\":\"HUD\"");
        assertThat(officer.get("/").body()).contains("Soạn kế hoạch – " + ABOVE + ".HUD", "/reports/" + ABOVE + "/HUD");
        assertThat(officer.get("/reports/" + ABOVE + "/HUD/own-campaign").body())
                .contains("Đơn vị đã mở chiến dịch", ABOVE + ".HUD");
        // Whoever runs the campaign above does not get into the one below.
        Person department = Person.loggedIn(port, "tuyengiao");
        assertThat(department.post(Person.ENGINE + "/task", "{}").body()).doesNotContain(ABOVE + ".HUD");
        for (String place : List.of("", "/plan", "/contacts", "/texts")) {
            assertThat(department.get("/campaigns/" + ABOVE + ".HUD" + place).statusCode())
                    .isEqualTo(404);
        }
        assertThat(department.get("/api/campaigns/" + ABOVE + ".HUD").statusCode())
                .isEqualTo(404);
        assertThat(Person.loggedIn(port, "quansat")
                        .get("/campaigns/" + ABOVE + ".HUD")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theChairOpensItOnItsPageWithChoicesOfTheUnion() {
        Person chair = Person.loggedIn(port, "vicemchutich");
        String page = chair.get(page("VICEM")).body();
        assertThat(page)
                .contains(
                        "value=\"" + ABOVE + ".VICEM\"",
                        "Hạn của đơn vị với cấp trên: hết ngày " + Vietnamese.day(above))
                .contains("5 đơn vị tham gia", "value=\"vicemcanbo\"")
                .containsPattern("Cán bộ công đoàn [^<(]+ \\(vicemcanbo\\)")
                .doesNotContain("null (");
        assertThat(chair.get("/reports/" + ABOVE + "/VICEM").body()).contains(page("VICEM"));
        LocalDate day = calendar.plus(calendar.lastOnOrBefore(above), -5);

        HttpResponse<String> opened = chair.postForm(
                page("VICEM"),
                form(
                        Map.of(
                                "code", "TK.XIMANG",
                                "title", "Tổng kết trong Công đoàn Xi măng",
                                "department", "Văn phòng Công đoàn",
                                "semantics", "BEFORE",
                                "nominal", day.plusDays(1).toString(),
                                "reminders", "3, 1",
                                "tuyengiao", "vicemchutich",
                                "truongban", "vicemchutich",
                                "thuongtruc", "vicemchutich",
                                "vanthu", "vicemcanbo"),
                        "vanphong=vicemcanbo&quansat=vicemcanbo"));

        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
        assertThat(opened.headers().firstValue("location").orElse("")).endsWith("/campaigns/TK.XIMANG/plan");
        var campaign = campaigns.campaign("TK.XIMANG");
        assertThat(campaign.title()).isEqualTo("Tổng kết trong Công đoàn Xi măng");
        assertThat(campaigns.dates(campaign).lastAcceptableDay()).isEqualTo(day);
        assertThat(campaign.reminderOffsets()).containsExactly(3, 1);
        assertThat(groups("vicemcanbo")).contains("VICEMvanthu", "VICEMquansat").doesNotContain("VICEMtuyengiao");
        assertThat(chair.get("/campaigns/TK.XIMANG/plan").body())
                .contains("qua Văn phòng Công đoàn, trước ngày " + Vietnamese.day(day.plusDays(1)));
    }

    @Test
    void takesTheSuperiorsFileWithAdditions() {
        ObjectNode file = (ObjectNode) tree(Person.loggedIn(port, "viglaceracanbo")
                .get(page("VIGLACERA") + "/file")
                .body());
        ObjectNode added = file.at("/appendices/7").deepCopy();
        added.put("code", "PL09");
        for (JsonNode indicator : added.path("indicators")) {
            ((ObjectNode) indicator).put("code", indicator.at("/code").asText().replace("PL08.", "PL09."));
            ((ObjectNode) indicator).remove(List.of("breakdown_of", "formula", "unit_agg", "period_agg", "leaf_value"));
            ((ObjectNode) indicator)
                    .put("computed", false)
                    .put("measure", "flow")
                    .put("type", "int");
            ((ObjectNode) indicator).putObject("unit_agg").put("op", "sum");
            ((ObjectNode) indicator).putObject("period_agg").put("op", "sum");
        }
        ((ArrayNode) file.path("appendices")).add(added);

        HttpResponse<String> answer = script("viglaceracanbo").post(api("VIGLACERA"), "{\"definition\": " + file + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(campaigns.definition(ABOVE + ".VIGLACERA").appendices()).hasSize(9);
    }

    @Test
    void namesEachPlaceWhereTheFileLacksSomethingAndOpensNothing() {
        JsonNode file = tree(Shipped.campaign());
        ((ArrayNode) file.path("appendices")).remove(3);
        ((ObjectNode) file.at("/rules/0")).put("severity", "warn");
        ((ObjectNode) file.at("/outline/0/sections/0")).put("title", "");

        HttpResponse<String> refused = script("cqbxdcanbo").post(api("CQBXD"), "{\"definition\": " + file + "}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"$.appendices\"", "Thiếu phụ lục “PL04” của cấp trên.")
                .contains("$.rules[0].severity", "$.outline[0].sections[0].title");
        assertOpenedNothing("CQBXD");

        HttpResponse<String> page = Person.loggedIn(port, "cqbxdcanbo")
                .upload(page("CQBXD"), "chien-dich.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Cần ghi mã chiến dịch.", "Cần ghi hạn gửi báo cáo.");
        assertOpenedNothing("CQBXD");
    }

    @ParameterizedTest
    @CsvSource({
        "tldcanbo, 404", // a stranger
        "songdacanbo, 404", // another union of the same campaign
        "tuyengiao, 403", // the superior's department
        "quansat, 403", // its observer
        "vinaconexquansat, 403" // the union's own observer
    })
    void isRefusedToWhoeverIsNotTheUnitsOfficerOrChair(String user, int status) {
        if (user.startsWith("vinaconex")) {
            addObserver(user);
        }
        assertThat(script(user).post(api("VINACONEX"), "{}").statusCode()).isEqualTo(status);
        assertThat(Person.loggedIn(port, user)
                        .postForm(page("VINACONEX"), "code=X")
                        .statusCode())
                .isEqualTo(status);
        // The union's observer reads that nothing was opened.
        int reads = user.startsWith("vinaconex") ? 200 : status;
        Person reader = Person.loggedIn(port, user);
        assertThat(reader.get(page("VINACONEX")).statusCode()).isEqualTo(reads);
        assertThat(reader.get(page("VINACONEX") + "/file").statusCode()).isEqualTo(reads);
        assertOpenedNothing("VINACONEX");
    }

    @Test
    void aUnionWithoutUnionsBelowIsTold() {
        HttpResponse<String> refused = script("dhkthncanbo").post(api("DHKTHN"), "{}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Đơn vị không có công đoàn trực thuộc nào phải gửi báo cáo");
        assertThat(Person.loggedIn(port, "dhkthncanbo").get(page("DHKTHN")).body())
                .contains("Đơn vị không có công đoàn trực thuộc nào phải gửi báo cáo")
                .doesNotContain("name=\"nominal\"");
    }

    @Test
    void opensOnce() {
        IssuedCampaign.of(context, ABOVE + "2", ofTheWeek(ABOVE + "2"));
        String place = "/api/campaigns/" + ABOVE + "2/reports/LILAMA/campaign";
        assertThat(script("lilamacanbo").post(place, "{}").statusCode()).isEqualTo(201);

        HttpResponse<String> second = script("lilamachutich").post(place, "{\"code\": \"TK.KHAC\"}");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Đơn vị đã mở chiến dịch “" + ABOVE + "2.LILAMA”");
        assertThat(campaigns.exists("TK.KHAC")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL_REVIEW", "SUBMITTED", "RETURNED", "ACCEPTED", "EXEMPT"})
    void isTooLateOnceTheReportWasHandedOver(String state) {
        String code = ABOVE + "." + state.charAt(0) + state.charAt(3);
        IssuedCampaign.of(context, code, ofTheWeek(code));
        jdbc.sql("update report set state = ? where campaign_id = ?")
                .params(state, campaigns.campaign(code).id())
                .update();

        HttpResponse<String> refused =
                script("lilamacanbo").post("/api/campaigns/" + code + "/reports/LILAMA/campaign", "{}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("chỉ mở được chiến dịch của đơn vị trước khi trình ký báo cáo");
    }

    @Test
    void isTooLateOnceTheSuperiorHasLocked() {
        String code = ABOVE + ".KHOA";
        IssuedCampaign.of(context, code, ofTheWeek(code));
        campaigns.lock(code, "truongban");

        HttpResponse<String> refused =
                script("lilamacanbo").post("/api/campaigns/" + code + "/reports/LILAMA/campaign", "{}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("chỉ mở được chiến dịch của đơn vị khi cấp trên còn nhận báo cáo");
    }

    @Test
    void namesEveryFaultAtItsField() {
        HttpResponse<String> faulty =
                script("cqbxdcanbo").post(api("CQBXD"), """
                        {"code": "mã sai", "title": " ", "deadline": {"nominal": "%s"}, "reminders": [400],
                         "roles": {"thuongtruc": ["cqbxdcanbo"], "vanthu": ["songdacanbo"], "vanphong": []}}""".formatted(calendar.lastOnOrBefore(above)));

        assertThat(faulty.statusCode()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        read(faulty).at("/faults").forEach(fault -> fields.add(fault.at("/path").asText()));
        assertThat(fields)
                .containsExactlyInAnyOrder("code", "title", "nominal", "reminders", "thuongtruc", "vanthu", "vanphong");
        assertThat(faulty.body())
                .contains("chỉ Chủ tịch làm Thường trực", "ít nhất một ngày làm việc")
                .contains("“songdacanbo” không phải cán bộ hoặc Chủ tịch của đơn vị.");
        assertOpenedNothing("CQBXD");
        assertThat(groups("cqbxdchutich")).doesNotContain("CQBXDthuongtruc");
    }

    @Test
    void thePageSaysAtARoleThatNobodyWasChosenForIt() {
        HttpResponse<String> refused = Person.loggedIn(port, "cqbxdchutich")
                .postForm(
                        page("CQBXD"),
                        form(
                                Map.of(
                                        "code", "TK.KHONG-AI",
                                        "title", "Tổng kết",
                                        "department", "Văn phòng",
                                        "semantics", "BY",
                                        "nominal",
                                                calendar.plus(calendar.lastOnOrBefore(above), -5)
                                                        .toString(),
                                        "reminders", "1",
                                        "tuyengiao", "cqbxdcanbo",
                                        "truongban", "cqbxdchutich",
                                        "thuongtruc", "cqbxdchutich"),
                                "vanphong=cqbxdcanbo"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<p class=\"field-wrong\" role=\"alert\">Cần chọn ít nhất một người làm Văn thư.</p>");
        assertOpenedNothing("CQBXD");
    }

    @Test
    void refusesADeadlineThatIsPastAndACodeThatIsTaken() {
        HttpResponse<String> faulty = script("cqbxdcanbo")
                .post(
                        api("CQBXD"),
                        "{\"code\": \"%s\", \"deadline\": {\"nominal\": \"%s\", \"semantics\": \"by\"}, \"reminders\": []}"
                                .formatted(ABOVE, LocalDate.now(clock).minusDays(1)));

        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("Mã “" + ABOVE + "” đã có chiến dịch dùng.", "ngày sớm nhất ban hành được kế hoạch");
        assertOpenedNothing("CQBXD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"ma\": \"X\"}",
                "{\"deadline\": \"2017-10-20\"}",
                "{\"deadline\": {\"nominal\": \"mai\"}}",
                "{\"deadline\": {\"nominal\": \"2017-10-20\", \"semantics\": \"around\"}}",
                "{\"reminders\": [\"1\"]}",
                "{\"roles\": {\"canbo\": []}}",
                "{\"roles\": {\"vanthu\": \"cqbxdcanbo\"}}",
                "{\"definition\": []}",
                "{"
            })
    void refusesABodyOfAnotherShape(String body) {
        assertThat(script("cqbxdcanbo").post(api("CQBXD"), body).statusCode()).isEqualTo(400);
        assertOpenedNothing("CQBXD");
    }

    @Test
    void keepsItsDeadlineBeforeTheSuperiorsWhenItIsMovedLater() {
        String code = ABOVE + ".DOI";
        IssuedCampaign.of(context, code, ofTheWeek(code));
        assertThat(script("lilamacanbo")
                        .post("/api/campaigns/" + code + "/reports/LILAMA/campaign", "{}")
                        .statusCode())
                .isEqualTo(201);
        String below = code + ".LILAMA";
        IssuedCampaign.issued(context, below);
        LocalDate latest = calendar.plus(calendar.lastOnOrBefore(above), -1);

        assertThatThrownBy(() -> campaigns.moveDeadline(below, latest.plusDays(1), "Mưa lũ", "lilamachutich"))
                .hasMessageContaining("phải trước hạn của đơn vị với cấp trên");
        campaigns.moveDeadline(below, latest, "Mưa lũ", "lilamachutich");
        assertThat(campaigns.dates(below).lastAcceptableDay()).isEqualTo(latest);
    }

    private void assertOpenedNothing(String unit) {
        Integer opened = jdbc.sql("""
                        select count(*) from campaign c join participant p on p.id = c.parent_report_id
                        where p.unit_code = ? and p.campaign_id = ?""")
                .params(unit, campaigns.campaign(ABOVE).id())
                .query(Integer.class)
                .single();
        assertThat(opened).isZero();
    }

    private void addObserver(String user) {
        Integer known = jdbc.sql("select count(*) from act_id_user where id_ = ?")
                .param(user)
                .query(Integer.class)
                .single();
        if (known == 0) {
            jdbc.sql("insert into act_id_group (id_, rev_, name_) values ('VINACONEXquansat', 1, 'Người theo dõi')"
                            + " on conflict do nothing")
                    .update();
            jdbc.sql("insert into act_id_user (id_, rev_, pwd_, salt_) select ?, 1, pwd_, salt_ from act_id_user"
                            + " where id_ = 'vinaconexcanbo'")
                    .param(user)
                    .update();
            jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (?, 'VINACONEXquansat')")
                    .param(user)
                    .update();
        }
    }

    private List<String> groups(String user) {
        return jdbc.sql("select group_id_ from act_id_membership where user_id_ = ?")
                .param(user)
                .query(String.class)
                .list();
    }

    private byte[] ofTheWeek(String code) {
        return Shipped.campaignOfTheWeek(LocalDate.now(clock), code, "CDXDVN", "TLD")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Person script(String user) {
        return Person.script(port, user, "demo");
    }

    private static String api(String unit) {
        return "/api/campaigns/" + ABOVE + "/reports/" + unit + "/campaign";
    }

    private static String page(String unit) {
        return "/reports/" + ABOVE + "/" + unit + "/own-campaign";
    }

    private static String form(Map<String, String> fields, String more) {
        StringBuilder form = new StringBuilder(more);
        fields.forEach((name, value) ->
                form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return tree(answer.body());
    }

    private static JsonNode tree(String json) {
        try {
            return ImportJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
