package vn.tongket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import vn.tongket.organization.UnionRole;
import vn.tongket.support.CampaignActors;
import vn.tongket.support.Person;
import vn.tongket.support.Shipped;
import vn.tongket.support.Site;
import vn.tongket.support.TongketIT;

/**
 * A campaign that has nothing in common with the shipped one but the formats, from the import to the archive, while a
 * campaign of the shipped make is collecting in the same application: an interim review, of another resolution with the
 * same number, by a corporation's union that reports to its province's federation. Nobody of one sees the other's; XL-04
 * takes part in both. The deadline is a Saturday before three days off.
 */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondCampaignIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "SK.20-NQTW_2018";
    private static final String BESIDE = "TK-20NQTW-2019";
    private static final List<String> FIRST_CAMPAIGN_ONLY = List.of(
            "tổng kết",
            "Tuyên giáo",
            "giai cấp công nhân",
            "Công đoàn Xây dựng Việt Nam",
            "Tổng Liên đoàn",
            "10 năm thực hiện",
            "năm 2008",
            BESIDE);

    @LocalServerPort
    private int port;

    private CampaignActors second;
    private CampaignActors first;

    @Test
    @Order(1)
    void issuesBothPlansEachUnderItsOwnIssuersNumberAndName() throws IOException {
        first = new CampaignActors(port, BESIDE);
        second = new CampaignActors(Site.demo(port), CODE, file("campaign.json"), "tct07xl");
        second.importOrganization(file("units.json"));
        second.importCampaign(file("campaign.json"));
        first.importCampaign(Shipped.campaignMonthsLater(BESIDE, 14));
        second.clockTo("2018-11-12T08:00");

        first.issuePlan("2018-11-12", 77);
        second.issuePlan("2018-11-12", 77);

        assertThat(second.campaign().at("/state").asText()).isEqualTo("collecting");
        assertThat(first.campaign().at("/state").asText()).isEqualTo("collecting");
        assertThat(second.units(true)).containsExactly("XL-01", "XL_02", "XL-04", "XL-05", "XL-06", "03.XL");
        assertThat(second.units(false)).containsExactly("KHU.7");
        assertThat(first.units(false)).hasSize(17).contains("XL-04");
        assertThat(first.units(true)).hasSize(36);
        assertThat(second.wordText("plan"))
                .startsWith("LIÊN ĐOÀN LAO ĐỘNG TỈNH THANH GIANG CÔNG ĐOÀN TỔNG CÔNG TY XÂY LẮP THANH GIANG")
                .contains("Số: 77-KH/CĐXL", "Thanh Giang, ngày 12 tháng 11 năm 2018", "Lưu: VT, BTC")
                .contains("Căn cứ Nghị quyết số 20-NQ/TW ngày 25 tháng 10 năm 2017 của Ban Chấp hành Trung ương Đảng"
                        + " khóa XII; Căn cứ Chương trình hành động ngày 05 tháng 02 năm 2018 của Liên đoàn Lao động"
                        + " tỉnh Thanh Giang; Căn cứ Công văn số 20-CV/LĐLĐ của Liên đoàn Lao động tỉnh Thanh Giang.")
                .contains("chậm nhất ngày 29/12/2018; do trùng ngày nghỉ, nhận đến hết ngày 02/01/2019.")
                .doesNotContain(FIRST_CAMPAIGN_ONLY);
        assertThat(second.wordText("outline"))
                .contains(
                        "A. KẾT QUẢ MỘT NĂM THỰC HIỆN",
                        "b.1. Kế hoạch của đơn vị",
                        "Phụ lục I (BIEU_SK); Phụ lục III (DM-A)")
                .doesNotContain(FIRST_CAMPAIGN_ONLY);
    }

    @Test
    @Order(2)
    void sendsEachPlanToItsOwnUnits() {
        List<JsonNode> mails = second.unitMails("Kế hoạch 77-KH/CĐXL");

        assertThat(addresses(mails))
                .containsExactlyInAnyOrder(
                        "03xl.officer@demo.invalid",
                        "xl01.officer@demo.invalid",
                        "xl02.chair@demo.invalid",
                        "xl04.officer@demo.invalid",
                        "xl05.officer@demo.invalid",
                        "xl06.officer@demo.invalid",
                        "khu7.officer@demo.invalid");
        assertThat(mails.get(0).at("/text").asText())
                .contains("Đề nghị đơn vị tổ chức sơ kết", "gửi về Ban Tổ chức chậm nhất hết ngày 02/01/2019")
                .doesNotContain(FIRST_CAMPAIGN_ONLY);
        assertThat(addresses(first.unitMails("Kế hoạch 77/KH-CĐXD")))
                .hasSize(36 + 17)
                .contains("xl04.officer@demo.invalid", "songda.officer@demo.invalid")
                .doesNotContain("xl01.officer@demo.invalid", "khu7.officer@demo.invalid");
    }

    @Test
    @Order(3)
    void remindsAndReceivesByItsOwnDates() {
        JsonNode dates = second.campaign().at("/dates");
        assertThat(dates.at("/deadline").asText()).isEqualTo("2019-01-02");
        assertThat(dates.at("/lastWorkingDay").asText()).isEqualTo("2019-01-02");
        assertThat(dates.at("/closesAt").asText()).startsWith("2019-01-05T00:00");
        assertThat(texts(dates.at("/reminders"))).containsExactly("2018-12-10", "2018-12-20", "2018-12-27");

        second.clockTo("2018-12-10T09:00");
        assertThat(addresses(second.unitMails("còn 15 ngày làm việc"))).hasSize(7);

        second.unitWritesAndSends("XL-01", figures());
        second.headReturns("XL-01", "KNGHI: nêu rõ cấp giải quyết\nChưa đóng dấu", "2018-12-20");
        assertThat(second.unitMails("Đề nghị bổ sung báo cáo")
                        .get(0)
                        .at("/text")
                        .asText())
                .contains(
                        "Ban Tổ chức đã rà soát",
                        "- Mục KNGHI “Kiến nghị với cấp trên”: nêu rõ cấp giải quyết",
                        "- Toàn báo cáo: Chưa đóng dấu",
                        "20/12/2018")
                .doesNotContain(FIRST_CAMPAIGN_ONLY);
        second.unitSendsAgain("XL-01");
        first.unitWritesAndSends("SONGDA");
        second.headAccepts("XL-01");
        assertThat(second.unit("XL-01").at("/punctuality").asText()).isEqualTo("early");
        assertThat(incomingNumbers(second)).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    @Order(4)
    void laysTheFiguresOfOtherYearsIntoOtherAppendices() {
        assertThat(second.reportText("XL-01"))
                .startsWith("CÔNG ĐOÀN TỔNG CÔNG TY XÂY LẮP THANH GIANG CÔNG ĐOÀN CÔNG TY CỔ PHẦN XÂY LẮP SỐ 1")
                .contains("Kính gửi: Công đoàn Tổng công ty Xây lắp Thanh Giang")
                .contains("TT Nội dung Đơn vị tính 2015 2016 2017 Giai đoạn 2015 - 2017")
                .contains("1 Tổng số lao động người 400 420 500 500")
                .contains("3 Lượt người được khám phát hiện bệnh nghề nghiệp lượt x 20 - 20")
                .contains("4 Tổng số lượt khám (2 + 3) lượt 380 420 450 1.250")
                .contains("5 Tỷ lệ lao động được khám % 95,0 95,2 90,0 93,2")
                .contains("6 Chi khám sức khỏe triệu đồng 90,5 100,0 120,3 310,8")
                .contains("6 Diện tích bình quân một cơ sở m² 60,00 60,00 60,13 60,13")
                .doesNotContain("Chăm sóc sức khỏe giáo viên")
                .doesNotContain(FIRST_CAMPAIGN_ONLY);
    }

    @Test
    @Order(5)
    void hidesEachCampaignFromTheOthersPeople() {
        for (UnionRole role :
                List.of(UnionRole.TUYEN_GIAO, UnionRole.TRUONG_BAN, UnionRole.THUONG_TRUC, UnionRole.QUAN_SAT)) {
            assertBlind(first.login(role), CODE, "XL-01", "KNGHI", "DM-A");
            assertBlind(second.login(role), BESIDE, "SONGDA", "P1.I.1", "LF01");
        }
        assertBlind("songdacanbo", CODE, "XL-01", "KNGHI", "DM-A");
        assertBlind("songdachutich", CODE, "XL-01", "KNGHI", "DM-A");
        assertBlind("xl01canbo", BESIDE, "SONGDA", "P1.I.1", "LF01");
        assertBlind("khu7chutich", BESIDE, "SONGDA", "P1.I.1", "LF01");
    }

    @Test
    @Order(6)
    void showsAUnitOfBothItsOwnPartInEach() {
        Person officer = Person.loggedIn(port, "xl04canbo");

        assertThat(texts(read(officer.get("/api/campaigns").body()), "/code")).contains(CODE, BESIDE);
        assertThat(texts(read(officer.get("/api/campaigns/" + CODE + "/units").body()), "/unit"))
                .containsExactly("XL-04");
        assertThat(texts(read(officer.get("/api/campaigns/" + BESIDE + "/units").body()), "/unit"))
                .containsExactly("XL-04");
        assertThat(texts(read(officer.post(Person.ENGINE + "/task", "{}").body()), "/name"))
                .contains("Tiếp nhận kế hoạch – Tư vấn 4 – " + CODE, "Tiếp nhận kế hoạch – Tư vấn 4 – " + BESIDE)
                .allMatch(name -> name.contains("– Tư vấn 4 –"));
        assertThat(officer.get("/").body()).contains("/reports/" + CODE + "/XL-04", "/reports/" + BESIDE + "/XL-04");
        for (String place : List.of("/reports/" + CODE + "/XL-01", "/reports/" + BESIDE + "/SONGDA")) {
            assertThat(officer.get("/api" + place + "/figures").statusCode()).isEqualTo(404);
            assertThat(officer.get(place).statusCode()).isEqualTo(404);
        }
        assertThat(officer.get("/campaigns/" + CODE + "/synthesis").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(7)
    void judgesReceiptsByItsOwnTerms() {
        second.clockTo("2018-12-24T15:00");
        second.samples(List.of("03.XL", "XL_02"), "accepted");
        second.clockTo("2018-12-27T09:00");
        assertThat(addresses(second.unitMails("còn 2 ngày làm việc")))
                .containsExactlyInAnyOrder(
                        "xl04.officer@demo.invalid",
                        "xl05.officer@demo.invalid",
                        "xl06.officer@demo.invalid",
                        "khu7.officer@demo.invalid");
        second.clockTo("2019-01-02T15:00");
        second.unitWritesAndSends("XL-04");
        second.samples(List.of("KHU.7"), "accepted");
        second.headAccepts("XL-04");
        second.clockTo("2019-01-03T09:00");
        second.samples(List.of("XL-05"), "submitted");

        Map<String, String> punctuality = second.unitRows().stream()
                .collect(java.util.stream.Collectors.toMap(
                        row -> row.at("/unit").asText(),
                        row -> row.at("/punctuality").asText()));
        assertThat(punctuality)
                .containsEntry("03.XL", "early")
                .containsEntry("XL_02", "early")
                .containsEntry("XL-04", "onTime")
                .containsEntry("KHU.7", "onTime")
                .containsEntry("XL-05", "late");
        // The register begins anew with the year: three reports in 2019 after four versions in 2018.
        assertThat(incomingNumbers(second)).containsExactlyInAnyOrder("1", "2", "3", "4", "1", "2", "3");
        assertThat(second.unitMails("Đã nhận báo cáo của Công đoàn Công ty Bê tông số 5")
                        .get(0)
                        .at("/text")
                        .asText())
                .contains("Tình trạng: Muộn 1 ngày làm việc");
    }

    @Test
    @Order(8)
    void asksEveryCategoryForItsOwn() {
        assertThat(second.reportText("03.XL"))
                .contains("II. CHĂM SÓC SỨC KHỎE GIÁO VIÊN, HỌC SINH", "ĐỀ TÀI KHOA HỌC VỀ SỨC KHỎE NGHỀ NGHIỆP")
                .doesNotContain("BỆNH NGHỀ NGHIỆP VÀ TAI NẠN LAO ĐỘNG", "Y TẾ TẠI NƠI LÀM VIỆC");
        assertThat(second.reportText("XL_02"))
                .contains("III. BỆNH NGHỀ NGHIỆP VÀ TAI NẠN LAO ĐỘNG", "Y TẾ TẠI NƠI LÀM VIỆC")
                .containsPattern("1 Tổng số lao động người x [0-9.]+ [0-9.]+ [0-9.]+")
                .doesNotContain(FIRST_CAMPAIGN_ONLY);
        assertThat(second.reportText("KHU.7"))
                .startsWith("LIÊN ĐOÀN LAO ĐỘNG TỈNH THANH GIANG CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP THANH GIANG");
        assertThat(second.unit("XL-04").at("/state").asText()).isEqualTo("accepted");
        assertThat(first.unit("XL-04").at("/state").asText()).isEqualTo("not_started");
    }

    @Test
    @Order(9)
    void goesToTheArchiveAndLeavesTheOtherWhereItWas() throws IOException {
        second.clockTo("2019-01-05T08:00");
        assertThat(second.closeCollection()).contains("Chưa khóa được: còn 1 báo cáo");
        second.headAccepts("XL-05");
        assertThat(second.closeCollection()).isEmpty();
        assertThat(second.campaign().at("/state").asText()).isEqualTo("consolidating");

        second.compile();
        second.standingCommitteeAgrees();
        second.convene("2019-01-21T08:00", "Hội trường Xây lắp, Thanh Giang");
        assertThat(addresses(second.mails("Giấy mời Hội nghị Ban Chấp hành Công đoàn Tổng công ty Xây lắp")))
                .containsExactlyInAnyOrder(
                        "03xl.chair@demo.invalid",
                        "xl01.chair@demo.invalid",
                        "xl02.chair@demo.invalid",
                        "xl04.chair@demo.invalid",
                        "xl05.chair@demo.invalid",
                        "xl06.chair@demo.invalid");
        second.recordAmendedAdoption(20, 25, "Bổ sung số liệu khám sức khỏe");
        second.workInAmendments();
        second.signAndNumber(3);
        assertThat(addresses(second.mails("Báo cáo 03-BC/CĐXL: Sơ kết 01 năm")))
                .containsExactly("ldthanhgiang.office@demo.invalid");
        assertThat(second.wordText("report"))
                .contains("Số: 03-BC/CĐXL", "Kính gửi: Liên đoàn Lao động tỉnh Thanh Giang", "Lưu: VT, BTC")
                .contains("có 5/6 công đoàn trực thuộc gửi báo cáo, trong đó 4 đơn vị đúng hạn, 1 đơn vị muộn; 1 đơn vị"
                        + " chưa gửi gồm: Công đoàn Công ty Lắp máy số 6. Ngoài ra, có 1/1 công đoàn phối hợp")
                .doesNotContain(FIRST_CAMPAIGN_ONLY);
        second.acknowledge("55", "2019-01-05");

        assertThat(second.campaign().at("/state").asText()).isEqualTo("archived");
        assertThat(second.openTasks("XL-06")).isEmpty();
        assertThat(second.dossierNames())
                .filteredOn(name -> name.startsWith("bao-cao/"))
                .containsExactlyInAnyOrder(
                        "bao-cao/001-XL-01.docx",
                        "bao-cao/002-XL_02.docx",
                        "bao-cao/003-XL-04.docx",
                        "bao-cao/004-XL-05.docx",
                        "bao-cao/006-03.XL.docx",
                        "bao-cao/007-KHU.7.docx");
        assertThat(first.campaign().at("/state").asText()).isEqualTo("collecting");
        assertThat(first.campaign().at("/counts/received").asInt()).isEqualTo(1);
        assertThat(first.unit("SONGDA").at("/state").asText()).isEqualTo("under_review");
    }

    @Test
    @Order(10)
    void saysNothingOfTheOtherCampaignAnywhere() {
        String base = "/campaigns/" + CODE;
        Person head = Person.loggedIn(port, second.login(UnionRole.TRUONG_BAN));
        List<String> pages = List.of(
                "/", base, base + "/plan", base + "/synthesis", base + "/amendments", "/reports/" + CODE + "/XL-01");

        assertThat(paths(CODE, "XL-01", "KNGHI", "DM-A"))
                .allSatisfy(path -> assertThat(head.get(path).statusCode())
                        .as("its own head reads " + path)
                        .isEqualTo(200));
        assertThat(pages)
                .allSatisfy(page -> assertThat(head.get(page).body())
                        .contains("Sơ kết 01 năm")
                        .doesNotContain("giai cấp công nhân", "Công đoàn Xây dựng Việt Nam", "SONGDA", BESIDE));
        assertThat(head.get("/reports/" + CODE + "/XL-01").body()).contains("Hình thức sơ kết", "Đã tổ chức sơ kết");
        assertThat(head.get(base).body()).contains("Tổ chức sơ kết");
        assertThat(second.mails("").stream()
                        .map(mail -> mail.at("/text").asText())
                        .filter(text -> text.contains("Xây lắp Thanh Giang")))
                .hasSizeGreaterThan(20)
                .allSatisfy(text -> assertThat(text).doesNotContain(FIRST_CAMPAIGN_ONLY));
    }

    /** Neither engine nor page nor API gives anything of that campaign, and its tasks cannot be taken. */
    private void assertBlind(String login, String campaign, String unit, String section, String list) {
        Person person = Person.loggedIn(port, login);

        assertThat(person.get("/api/campaigns").body()).doesNotContain(campaign);
        assertThat(person.get("/").body()).doesNotContain(campaign, "/" + unit);
        assertThat(paths(campaign, unit, section, list))
                .allSatisfy(path -> assertThat(person.get(path).statusCode())
                        .as(login + " reads " + path)
                        .isEqualTo(404));
        String text = "/api/reports/" + campaign + "/" + unit + "/sections/" + section;
        assertThat(person.put(text, "{\"text\": \"Của người khác\"}").statusCode())
                .as(login + " writes")
                .isEqualTo(404);
        assertBlindInTheEngine(person, login, campaign);
    }

    /** All that can be read of a campaign and of one unit in it. */
    private List<String> paths(String campaign, String unit, String section, String list) {
        String page = "/campaigns/" + campaign;
        String report = "/reports/" + campaign + "/" + unit;
        return List.of(
                page,
                page + "/plan",
                page + "/synthesis",
                page + "/amendments",
                "/api" + page,
                "/api" + page + "/units",
                "/api" + page + "/documents",
                "/api" + page + "/documents/" + planOf(campaign),
                page + "/documents/" + planOf(campaign),
                "/api" + page + "/dossier",
                "/api" + page + "/synthesis/" + section,
                "/api" + page + "/synthesis/" + section + "/units",
                report,
                "/documents" + report + ".docx",
                "/api" + report + "/sections/" + section,
                "/api" + report + "/figures",
                "/api" + report + "/lists/" + list,
                "/api" + report + "/missing",
                "/api" + report + "/progress");
    }

    private void assertBlindInTheEngine(Person person, String login, String campaign) {
        assertThat(texts(read(person.post(Person.ENGINE + "/task", "{}").body()), "/name"))
                .noneMatch(name -> name.endsWith(campaign));
        for (String instances : List.of("/process-instance", "/history/process-instance")) {
            assertThat(person.get(Person.ENGINE + instances).body())
                    .as(login + " lists " + instances)
                    .doesNotContain("\"" + campaign);
        }
        assertThat(tasksOf(campaign)).hasSize(2);
        for (JsonNode task : tasksOf(campaign)) {
            String path = Person.ENGINE + "/task/" + task.at("/id").asText();
            assertThat(person.get(path).statusCode()).isEqualTo(404);
            assertThat(person.post(path + "/claim", "{\"userId\": \"" + login + "\"}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(person.post(path + "/submit-form", "{\"variables\": {}}").statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(person.get("/tasks/" + task.at("/id").asText()).statusCode())
                    .isEqualTo(404);
        }
        assertThat(tasksOf(campaign)).allMatch(task -> task.at("/assignee").isNull());
    }

    /** Two open tasks of the campaign's units, as an administrator sees them. */
    private List<JsonNode> tasksOf(String campaign) {
        String query = "{\"processInstanceBusinessKeyLike\": \"" + campaign.replace("_", "\\\\_") + "/%\"}";
        Person admin = Person.loggedIn(port, "admin");
        return list(read(admin.post(Person.ENGINE + "/task?maxResults=2", query).body()));
    }

    private String planOf(String campaign) {
        JsonNode documents = read(Person.script(port, "admin", "demo")
                .get("/api/campaigns/" + campaign + "/documents")
                .body());
        return documents.at("/0/id").asText();
    }

    /** Rising and falling figures, a mark, decimals; 2015 is before SK.THE. */
    private static Map<String, Map<String, String>> figures() {
        return Map.of(
                "SK.LD", years("400", "420", "500"),
                "SK.LD_NU", years("100", "110", "120"),
                "SK.KHAM", years("380", "400", "450"),
                "SK.THE", Map.of("2016", "20", "2017", "-"),
                "SK.CHI", years("90.5", "100", "120.3"),
                "TC.TRAM", years("2", "2", "2"),
                "TC.NHA", years("120", "120", "120.25"));
    }

    private static Map<String, String> years(String first, String second, String third) {
        return Map.of("2015", first, "2016", second, "2017", third);
    }

    private static List<String> incomingNumbers(CampaignActors people) {
        return people.unitMails("Đã nhận báo cáo").stream()
                .map(mail -> mail.at("/text").asText().replaceAll("(?s).*- Số đến: (\\d+).*", "$1"))
                .toList();
    }

    private static List<String> addresses(List<JsonNode> mails) {
        return mails.stream().map(mail -> mail.at("/to").asText()).toList();
    }

    private static List<String> texts(JsonNode array) {
        return texts(array, "");
    }

    private static List<String> texts(JsonNode array, String field) {
        return list(array).stream().map(item -> item.at(field).asText()).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    private static String file(String name) throws IOException {
        return new ClassPathResource("othercampaign/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
