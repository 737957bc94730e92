package vn.tongket.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.report.OfficeFigures;
import vn.tongket.report.OfficeFiguresClosed;
import vn.tongket.report.OfficeFiguresReopened;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.SampleFiles;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.UnitValue;
import vn.tongket.rollup.UnitValues;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Fraction;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The figures of the issuer's own office over HTTP: opened, typed, uploaded, closed, reopened, locked; and by whom not. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeFiguresIT {

    private static final String CAMPAIGN = "TK.COQUAN-2017";
    private static final String ISSUER = "CDXDVN";

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private final List<Object> published = new ArrayList<>();

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        // The type of what a lambda listens to is not known: all come.
        ApplicationListener<PayloadApplicationEvent<Object>> listener = event -> {
            if (event.getPayload() instanceof OfficeFiguresClosed
                    || event.getPayload() instanceof OfficeFiguresReopened) {
                published.add(event.getPayload());
            }
        };
        context.addApplicationListener((ApplicationListener<?>) listener);
    }

    @Test
    void isOpenedTypedClosedReopenedAndLockedWithTheOthers() {
        String code = IssuedCampaign.of(context, "TK.COQUAN.DU-2017");
        Office office = new Office(code);
        Person department = person("tuyengiao");
        assertThat(department.get("/campaigns/" + code).body())
                .contains("Số liệu của cơ quan", "Chưa nhập", "/campaigns/" + code + "/office");
        assertThat(department.get(office.place).body()).contains("Nhập số liệu của cơ quan", "để trống");

        HttpResponse<String> opened = department.postForm(office.place, "");

        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("location")).get().asString().endsWith(office.page);
        assertThat(department.get(office.page).body())
                .contains("Số liệu của cơ quan Công đoàn Xây dựng Việt Nam", "Đang nhập", "Chốt số liệu", "tab-PL01")
                .doesNotContain("Hạn: hết ngày", "Gia hạn", "tab-text", "tab-LF01", "tab-files", "Mở lại");
        assertThat(department.get("/campaigns/" + code).body()).contains("Nhập tiếp và chốt");
        assertThat(office.type(department, "PL01.LD", "25").statusCode()).isEqualTo(200);
        assertThat(office.type(department, "PL01.LD_NU", "30").statusCode()).isEqualTo(200);
        assertThat(office.type(department, "PL03.DV", "20").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = department.postForm(office.place + "/close", "seen=");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "Chưa chốt được: còn 1 chỗ sai phải sửa.",
                        "năm 2017: Lao động nữ không được lớn hơn tổng số lao động.");
        assertThat(office.state()).isEqualTo("DRAFTING");
        assertThat(office.versions()).isEmpty();
        office.type(department, "PL01.LD_NU", "\"30\"", "10");
        assertThat(lock(code)).contains("số liệu của cơ quan đang nhập, chưa chốt");

        assertThat(department.postForm(office.place + "/close", "seen=").statusCode())
                .isEqualTo(302);

        assertThat(department.get(office.page).body())
                .contains("Đã chốt", "Chốt: lần 1", "Mở lại")
                .doesNotContain("Chốt số liệu");
        assertThat(office.type(department, "PL01.LD", "\"25\"", "26").statusCode())
                .isEqualTo(422);
        assertThat(department.postForm(office.place + "/reopen", "").statusCode())
                .isEqualTo(302);
        assertThat(lock(code)).contains("số liệu của cơ quan đang nhập, chưa chốt");
        assertThat(office.type(department, "PL01.LD", "\"25\"", "26").statusCode())
                .isEqualTo(200);
        assertThat(person("cdxdvncanbo").post(office.api + "/close", "").statusCode())
                .isEqualTo(200);
        assertThat(published)
                .filteredOn(event -> event.toString().contains(code))
                .containsExactly(
                        new OfficeFiguresClosed(code, ISSUER, 1),
                        new OfficeFiguresReopened(code, ISSUER, 1),
                        new OfficeFiguresClosed(code, ISSUER, 2));
        assertThat(office.versions())
                .containsExactly(
                        "1 Số liệu của cơ quan, chốt lần 1 tuyengiao 25",
                        "2 Số liệu của cơ quan, chốt lần 2 cdxdvncanbo 26");
        assertThat(lock(code)).isEmpty();
        assertThat(office.counted()).isEqualTo(2);
        assertThat(department.post(office.api + "/reopen", "").body()).contains("đã khóa số liệu");
        context.getBean(ReportCollection.class).markConsolidated(code);
        assertThat(office.state()).isEqualTo("CONSOLIDATED");
        assertThat(department.get(office.page).body()).contains("Đã tổng hợp").doesNotContain("Mở lại");
        assertThat(read(department.get(office.api)).path("state").asText()).isEqualTo("consolidated");
    }

    @Test
    void hasItsVersionsAndItsHistoryAndNothingThatOnlyUnitsHave() {
        String code = IssuedCampaign.of(context, "TK.COQUAN.SU-2017");
        Office office = new Office(code);
        Person department = person("tuyengiao");
        department.post(office.api, "");
        office.type(department, "PL01.LD", "25");
        department.post(office.api + "/close", "");
        department.post(office.api + "/reopen", "");
        office.type(department, "PL01.LD", "\"25\"", "26");
        department.post(office.api + "/close", "");

        assertThat(department.get(office.page + "/versions").body())
                .contains("Các lần chốt số liệu của cơ quan", "Lần chốt 2")
                .doesNotContain("Lần gửi", "/receipts/");
        assertThat(department.get(office.page + "/versions/2").body())
                .contains("Lần chốt 2", "Thay đổi so với lần chốt 1: 1 chỗ", "Người chốt")
                .doesNotContain("Lần gửi", "lần gửi", "Ngày ký", "/receipts/");
        assertThat(department.get(office.page + "/history").body())
                .contains(
                        "Mở nhập số liệu của cơ quan",
                        "Chốt số liệu của cơ quan lần 1",
                        "Mở lại số liệu của cơ quan",
                        "Nhập số liệu")
                .doesNotContain("Lần gửi");
        String hash = office.one("(select v.hash from report_version v where v.report_id = r.id and v.number = 2)");
        assertThat(department.get("/api/receipts/" + hash).statusCode()).isEqualTo(404);
        for (String part : List.of("/exemption", "/late-acceptance", "/extension", "/review", "/signing")) {
            assertThat(person("truongban").get(office.page + part).statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(person("cdxdvnchutich").get(office.page + "/recall").statusCode())
                .isEqualTo(404);
        assertThat(department.get("/documents" + office.page + ".docx").statusCode())
                .isEqualTo(404);
        String report = "/api" + office.page;
        assertThat(department.get(report + "/outline.docx").statusCode()).isEqualTo(404);
        assertThat(department.get(report + "/review/peers/PL01").statusCode()).isEqualTo(404);
        assertThat(department.post(report + "/recall", "{\"reason\": \"Nhầm\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void asksForNothingAndCountsItsParticipants() {
        String code = IssuedCampaign.of(context, "TK.COQUAN.TRONG-2017");
        Office office = new Office(code);
        Person officer = person("cdxdvncanbo");
        officer.post(office.api, "");
        String report = "/api" + office.page;

        assertThat(officer.get(report + "/missing").body()).isEqualTo("[]");
        JsonNode progress = read(officer.get(report + "/progress"));
        assertThat(progress.path("sections").asInt()).isZero();
        assertThat(progress.path("cells").asInt()).isZero();
        assertThat(progress.path("lists").asInt()).isZero();
        JsonNode counted = read(officer.get(report + "/grid")).at("/derived/PL03.CDCTTT");
        assertThat(counted.at("/2017/text").asText())
                .isEqualTo(String.valueOf(
                        jdbc.sql("""
                                select count(*) from participant p join campaign c on c.id = p.campaign_id
                                where c.code = ? and p.unit_code <> ?
                                    and p.category in (select code from unit_category where tier = 'upper')""").params(code, ISSUER).query(Integer.class).single()));
        assertThat(counted.has("2016")).isFalse();
        JsonNode typed = read(office.type(officer, "PL03.CDCTTT", "null", "36"));
        assertThat(typed.at("/refused")).isEmpty();
        assertThat(typed.at("/derived/PL03.CDCTTT").has("2017")).isFalse();
        assertThat(officer.put(report + "/sections/MD.1", "{\"text\": \"a\"}").statusCode())
                .isEqualTo(404);
        assertThat(officer.put(report + "/lists/LF03", "[]").statusCode()).isEqualTo(404);
        assertThat(officer.upload(report + "/attachments", "scan.pdf", SampleFiles.pdf("co quan"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(officer.post(office.api + "/close", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aWarningDoesNotKeepItFromBeingClosed() {
        String code = IssuedCampaign.of(context, "TK.COQUAN.BAO-2017");
        Office office = new Office(code);
        Person officer = person("cdxdvncanbo");
        officer.post(office.api, "");
        office.typeIn(officer, "PL01.LD", "2015", "100");
        office.typeIn(officer, "PL01.LD", "2016", "400");

        JsonNode findings = read(officer.get("/api" + office.page + "/grid")).path("findings");

        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(finding.path("severity").asText()).isEqualTo("WARN"));
        assertThat(officer.get("/api" + office.page + "/missing").body()).isEqualTo("[]");
        assertThat(officer.post(office.api + "/close", "").statusCode()).isEqualTo(200);
    }

    @Test
    void isFilledInAsAWorkbookAndNotAsAWordFile() throws Exception {
        String code = IssuedCampaign.of(context, "TK.COQUAN.BIEU-2017");
        Office office = new Office(code);
        Person officer = person("cdxdvncanbo");
        officer.post(office.api, "");
        assertThat(officer.get(office.page + "/uploads").body())
                .contains("Nhập số liệu bằng Excel")
                .doesNotContain("Word");
        String report = "/api" + office.page;
        byte[] workbook = filledIn(officer.bytes(report + "/workbook.xlsx"));

        String upload = report + "/uploads/"
                + read(officer.upload(report + "/uploads", "so-lieu.xlsx", workbook))
                        .path("id")
                        .asText();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> read(officer.get(upload)).path("state").asText().equals("read"));
        JsonNode waiting = read(officer.get(upload));

        assertThat(waiting.path("remarks")).isEmpty();
        assertThat(waiting.path("differences"))
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.path("path").asText()).isEqualTo("PL01.LD/2008"));
        assertThat(officer.post(
                                upload + "/take",
                                "{\"seen\": \"" + waiting.path("seen").asText()
                                        + "\", \"choices\": {}, \"placed\": []}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.get(report + "/figures").body()).isEqualTo("{\"PL01.LD\":{\"2008\":\"41\"}}");
        byte[] word = person("songdacanbo").bytes("/api/reports/" + CAMPAIGN + "/SONGDA/outline.docx");
        assertThat(officer.upload(report + "/uploads", "loi.docx", word).body()).contains("hãy nộp biểu mẫu Excel");
    }

    private static byte[] filledIn(byte[] template) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Cơ quan Công đoàn Xây dựng Việt Nam");
            workbook.getSheet("PL01").getRow(4).getCell(4).setCellValue(41);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void warnsOnceOfAFigureThatIsAsLargeAsTheSumOfTheUnits() {
        String code = IssuedCampaign.of(context, "TK.COQUAN.TONG-2017");
        Office office = new Office(code);
        Person department = person("tuyengiao");
        department.post(office.api, "");
        office.type(department, "PL01.LD", "9999999");
        assertThat(read(department.get(office.api)).path("doubtful")).isEmpty();
        send(code, "SONGDA", "HUD");
        BigDecimal sum = workers(code, "SONGDA").add(workers(code, "HUD"));

        JsonNode doubt = read(department.get(office.api)).path("doubtful");

        assertThat(doubt)
                .singleElement()
                .satisfies(one -> assertThat(one.toString())
                        .isEqualTo("{\"place\":\"PL01.LD/2017\",\"office\":\"9999999\",\"units\":\"%s\",\"sent\":2}"
                                .formatted(sum.toPlainString())));
        HttpResponse<String> unseen = department.postForm(office.place + "/close", "seen=");
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("Có thể đã ghi số tổng", "2 đơn vị đã gửi cộng lại", "chốt lần nữa");
        assertThat(office.versions()).isEmpty();
        office.type(
                department,
                "PL01.LD",
                "\"9999999\"",
                sum.subtract(BigDecimal.ONE).toPlainString());
        assertThat(read(department.get(office.api)).path("doubtful")).isEmpty();
        office.type(
                department, "PL01.LD", "\"" + sum.subtract(BigDecimal.ONE).toPlainString() + "\"", sum.toPlainString());
        assertThat(read(department.get(office.api)).path("doubtful")).hasSize(1);
        String seen = "PL01.LD=" + sum.toPlainString();
        assertThat(department.get(office.page).body()).contains("value=\"" + seen + "\"");

        assertThat(department
                        .postForm(office.place + "/close", "seen=" + URLEncoder.encode(seen, StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(302);

        assertThat(office.state()).isEqualTo("ACCEPTED");
    }

    @Test
    void addsToTheTotalsAndToNoCountWhileItIsClosed() {
        String code = IssuedCampaign.of(context, "TK.COQUAN.CONG-2017");
        Office office = new Office(code);
        Person department = person("tuyengiao");
        send(code, "SONGDA");
        TotalCell alone = workers(code);
        department.post(office.api, "");
        office.type(department, "PL01.LD", "25");
        assertThat(workers(code)).isEqualTo(alone);
        assertThat(behindWorkers(code)).doesNotContain(ISSUER);

        department.post(office.api + "/close", "");

        assertThat(workers(code).cell().number())
                .isEqualTo(Fraction.of(workers(code, "SONGDA")).plus(Fraction.of(25)));
        assertThat(workers(code))
                .extracting(TotalCell::expected, TotalCell::reporting, TotalCell::noData, TotalCell::notApplicable)
                .containsExactly(alone.expected(), alone.reporting(), alone.noData(), alone.notApplicable());
        assertThat(context.getBean(RollUps.class).fresh(code).year("PL01.LD", 2017))
                .isEqualTo(workers(code));
        assertThat(behindWorkers(code)).contains(ISSUER);
        department.post(office.api + "/reopen", "");
        assertThat(workers(code)).isEqualTo(alone);
    }

    private TotalCell workers(String code) {
        return context.getBean(RollUps.class).of(code).year("PL01.LD", 2017);
    }

    private List<String> behindWorkers(String code) {
        return context.getBean(UnitValues.class).of(code, "PL01.LD", 2017).stream()
                .map(UnitValue::unit)
                .toList();
    }

    @Test
    void isOpenedOnceByHoweverManyAtOnce() throws Exception {
        String code = IssuedCampaign.of(context, "TK.COQUAN.DOI-2017");
        OfficeFigures figures = context.getBean(OfficeFigures.class);
        int people = 4;
        CyclicBarrier start = new CyclicBarrier(people);
        ExecutorService nodes = Executors.newFixedThreadPool(people);
        try {
            List<Callable<Void>> openings = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                openings.add(() -> {
                    start.await();
                    figures.open(code, "tuyengiao");
                    return null;
                });
            }
            for (Future<Void> opening : nodes.invokeAll(openings)) {
                opening.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        figures.open(code, "truongban");

        assertThat(jdbc.sql("""
                        select count(*) from participant p join campaign c on c.id = p.campaign_id
                        where c.code = ? and p.office""").param(code).query(Integer.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select d.actor from decision d join campaign c on c.id = d.campaign_id
                        where c.code = ? and d.unit_code = ?""").params(code, ISSUER).query(String.class).list())
                .containsExactly("tuyengiao");
    }

    @Test
    void waitsForTheIssueAndEndsWithTheLock() {
        CampaignImport imports = context.getBean(CampaignImport.class);
        String draft = "TK.COQUAN.THAO-2017";
        imports.take(
                imports.read(new String(IssuedCampaign.resource("/demo/campaign-20-NQ-TW.json"), StandardCharsets.UTF_8)
                        .replace("\"TK-20NQTW-2017\"", "\"" + draft + "\"")
                        .getBytes(StandardCharsets.UTF_8)));
        Office before = new Office(draft);
        Person department = person("tuyengiao");
        assertThat(department.post(before.api, "").body()).contains("Kế hoạch chưa ban hành");
        assertThat(department.get("/campaigns/" + draft).body()).doesNotContain("Số liệu của cơ quan");
        assertThat(department.get(before.place).body()).contains("Kế hoạch chưa ban hành");
        String locked = IssuedCampaign.of(context, "TK.COQUAN.KHOA-2017");
        Office after = new Office(locked);
        for (String step : List.of("/close", "/reopen")) {
            assertThat(department.post(after.api + step, "").statusCode())
                    .as(step)
                    .isEqualTo(404);
        }
        assertThat(lock(locked)).isEmpty();

        assertThat(department.post(after.api, "").body()).contains("đã khóa số liệu");
        assertThat(department.postForm(after.place, "").statusCode()).isEqualTo(422);
        assertThat(department.get(after.place).body())
                .contains("cơ quan không nhập số liệu riêng")
                .doesNotContain("Nhập số liệu của cơ quan</button>");
        assertThat(read(department.get(after.api)).path("state").asText()).isEqualTo("none");
    }

    @Test
    void isClosedAndReopenedInTurn() {
        String code = IssuedCampaign.of(context, "TK.COQUAN.LUOT-2017");
        Office office = new Office(code);
        Person department = person("truongban");
        department.post(office.api, "");

        assertThat(department.post(office.api + "/reopen", "").body()).contains("đang nhập, chưa chốt");
        department.post(office.api + "/close", "");
        assertThat(department.post(office.api + "/close", "").body()).contains("Số liệu của cơ quan đã chốt.");
        assertThat(department.postForm(office.place + "/close", "seen=").statusCode())
                .isEqualTo(422);
        assertThat(department.post(office.api, "").statusCode()).isEqualTo(200);

        assertThat(office.state()).isEqualTo("ACCEPTED");
        assertThat(office.versions()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "songdacanbo, 404, 404",
        "songdachutich, 404, 404",
        "tldcanbo, 404, 404",
        "quansat, 200, 403",
        "thuongtruc, 200, 403",
        "vanthu, 200, 403",
        "cdxdvnchutich, 200, 403",
        "admin, 200, 403"
    })
    void nobodyElseReadsOrWrites(String user, int reads, int writes) {
        Office office = opened();
        Person person = person(user);
        String report = "/api" + office.page;
        String before = office.row();

        for (String path :
                List.of(office.page, office.api, report + "/grid", report + "/figures", report + "/missing")) {
            assertThat(person.get(path).statusCode()).as(path).isEqualTo(reads);
        }
        assertThat(person.get(office.place).statusCode()).isEqualTo(reads == 200 ? 302 : reads);
        assertThat(office.type(person, "PL01.LD", "7").statusCode()).isEqualTo(writes);
        assertThat(person.put(report + "/figures", "{\"PL01.LD\": {\"2008\": \"7\"}}")
                        .statusCode())
                .isEqualTo(writes);
        assertThat(person.get(office.page + "/uploads").statusCode()).isEqualTo(writes);
        for (String step : List.of("", "/close", "/reopen")) {
            assertThat(person.post(office.api + step, "").statusCode()).as(step).isEqualTo(writes);
            assertThat(person.postForm(office.place + step, "").statusCode())
                    .as(step)
                    .isEqualTo(writes);
        }

        assertThat(office.row()).isEqualTo(before);
        if (reads == 200) {
            assertThat(person.get(office.page).body()).doesNotContain("Chốt số liệu", "Mở lại", "Nộp tệp Excel");
            assertThat(person.get("/campaigns/" + CAMPAIGN).body()).contains("Xem số liệu");
        } else if (!user.startsWith("tld")) {
            assertThat(person.get("/campaigns/" + CAMPAIGN).body()).doesNotContain("Số liệu của cơ quan");
        }
    }

    @Test
    void aStrangerAndAForgedRequestChangeNothing() {
        Office office = opened();
        String before = office.row();

        for (String path : List.of(office.page, office.place, office.api)) {
            assertThat(Person.stranger(port).get(path).statusCode()).as(path).isIn(302, 401);
        }
        for (String step : List.of("", "/close", "/reopen")) {
            assertThat(person("tuyengiao")
                            .withoutTokens()
                            .postForm(office.place + step, "")
                            .statusCode())
                    .as(step)
                    .isEqualTo(403);
        }

        assertThat(office.row()).isEqualTo(before);
    }

    /** The issuer's departments write in its own campaign's office, not in its report to another union. */
    @ParameterizedTest
    @ValueSource(strings = {"tuyengiao", "truongban"})
    void theFocalDepartmentWritesNoReportOfAUnit(String user) {
        assertThat(person(user)
                        .put("/api/reports/" + CAMPAIGN + "/SONGDA/figures", "{\"PL01.LD\": {\"2008\": \"7\"}}")
                        .statusCode())
                .isEqualTo(403);
    }

    private Office opened() {
        context.getBean(OfficeFigures.class).open(CAMPAIGN, "tuyengiao");
        return new Office(CAMPAIGN);
    }

    /** The refusal; empty when it is locked. */
    private String lock(String code) {
        ReportCollection collection = context.getBean(ReportCollection.class);
        Optional<String> refusal = Optional.empty();
        try {
            collection.closeCollection(code, "truongban");
        } catch (DomainException refused) {
            refusal = Optional.of(refused.getMessage());
        }
        if (refusal.isEmpty()) {
            while (collection.closeNext(code, 100) > 0) {
                continue;
            }
        }
        return refusal.orElse("");
    }

    private void send(String code, String... units) {
        HttpResponse<String> answer = Person.script(port, "admin", "demo")
                .post(
                        "/demo/samples",
                        "{\"campaign\": \"%s\", \"units\": [\"%s\"], \"upTo\": \"submitted\"}"
                                .formatted(code, String.join("\", \"", units)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private BigDecimal workers(String code, String unit) {
        return new BigDecimal(context.getBean(ReportDrafting.class)
                .figures(code, unit)
                .value()
                .get("PL01.LD")
                .get("2017"));
    }

    private Person person(String user) {
        return Person.loggedIn(port, user);
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** The entry of one campaign: its addresses and its rows. */
    private final class Office {

        private final String code;
        private final String place;
        private final String api;
        private final String page;

        Office(String code) {
            this.code = code;
            this.place = "/campaigns/" + code + "/office";
            this.api = "/api" + place;
            this.page = "/reports/" + code + "/" + ISSUER;
        }

        HttpResponse<String> type(Person person, String indicator, String value) {
            return type(person, indicator, "null", value);
        }

        HttpResponse<String> type(Person person, String indicator, String was, String value) {
            return put(person, indicator, "2017", was, value);
        }

        void typeIn(Person person, String indicator, String year, String value) {
            assertThat(put(person, indicator, year, "null", value).statusCode()).isEqualTo(200);
        }

        private HttpResponse<String> put(Person person, String indicator, String year, String was, String value) {
            return person.put(
                    "/api" + page + "/grid",
                    "{\"%s\": {\"%s\": {\"was\": %s, \"typed\": \"%s\"}}}".formatted(indicator, year, was, value));
        }

        String state() {
            return one("r.state");
        }

        int counted() {
            return Integer.parseInt(one("r.counted_version::text"));
        }

        /** Everything that somebody could have changed. */
        String row() {
            return one("r.state || r.version || coalesce((select f.cells::text from report_figures f"
                    + " where f.report_id = r.id), '') || (select count(*) from decision d"
                    + " where d.campaign_id = r.campaign_id)");
        }

        List<String> versions() {
            return jdbc.sql("""
                            select v.number || ' ' || v.document_number || ' ' || v.signed_by || ' '
                                || coalesce(v.content -> 'figures' -> 'PL01.LD' ->> '2017', '')
                            from report_version v join participant p on p.id = v.report_id
                            join campaign c on c.id = p.campaign_id
                            where c.code = ? and p.office order by v.number""").param(code).query(String.class).list();
        }

        private String one(String expression) {
            return jdbc.sql("select " + expression + """
                             from report r join participant p on p.id = r.id
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.office""")
                    .param(code)
                    .query(String.class)
                    .single();
        }
    }
}
