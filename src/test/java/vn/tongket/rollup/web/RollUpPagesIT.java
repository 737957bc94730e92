package vn.tongket.rollup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.rollup.SentReport;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** The pages of totals over a few reports whose figures can be added up by hand, and the notes about single figures. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class RollUpPagesIT {

    private static final String CAMPAIGN = "TK.SOLIEU-2017";
    private static final String PAGE = "/campaigns/" + CAMPAIGN + "/rollup";
    private static final String CELL = PAGE + "/PL01.LD/2012";
    private static final String NOTE = "/api" + PAGE + "/PL01.LD_NU/2016/notes/DIC";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    void send() {
        IssuedCampaign.of(context, CAMPAIGN);
        sent("SONGDA", "2012", Map.of("PL01.LD", "100", "PL01.LD_NU", "40", "PL01.TUOI_BQ", "30"));
        sent("HUD", "2012", Map.of("PL01.LD", "1300", "PL01.LD_NU", "60", "PL01.TUOI_BQ", "40.5"));
        sent("VICEM", "2012", Map.of("PL01.LD", "...", "PL01.LD_NU", "7"));
        sent("LILAMA", "2012", Map.of("PL01.LD", "x"));
        // All figures of this one are "-".
        WholeReport.written(context, CAMPAIGN, "COMA").sent().registered(1);
        // More women than workers, for the rules.
        sent("LICOGI", "2013", Map.of("PL01.LD", "10", "PL01.LD_NU", "25"));
        // Shares of women around 40 %, one of 95 %.
        List<String> alike =
                List.of("VIGLACERA", "HANCORP", "VINACONEX", "CC1", "IDICO", "FICO", "BACHDANG", "VIWASEEN");
        for (int i = 0; i < alike.size(); i++) {
            sent(alike.get(i), "2016", Map.of("PL01.LD", "1000", "PL01.LD_NU", String.valueOf(390 + 5 * i)));
        }
        sent("DIC", "2016", Map.of("PL01.LD", "1000", "PL01.LD_NU", "950"));
    }

    private void sent(String unit, String year, Map<String, String> values) {
        Map<String, Map<String, String>> cells = new TreeMap<>();
        values.forEach((row, value) -> cells.put(row, Map.of(year, value)));
        SentReport.of(context, CAMPAIGN, unit, cells);
    }

    @Test
    void areForTheIssuersPeopleAndTheAdministrator() {
        for (String page : List.of(PAGE, CELL, PAGE + "/charts", PAGE + "/checks", PAGE + "/outliers")) {
            for (String reader :
                    List.of("tuyengiao", "truongban", "thuongtruc", "vanthu", "vanphong", "quansat", "admin")) {
                assertThat(page(reader, page).statusCode())
                        .as(reader + " " + page)
                        .isEqualTo(200);
            }
            for (String unit : List.of("songdacanbo", "songdachutich", "lilamacanbo")) {
                assertThat(page(unit, page).statusCode()).as(unit + " " + page).isEqualTo(403);
            }
            assertThat(page("tldcanbo", page).statusCode()).as(page).isEqualTo(404);
            assertThat(Person.stranger(port).get(page).headers().firstValue("location"))
                    .get()
                    .asString()
                    .endsWith("/login");
        }
    }

    @Test
    void showATotalWithWhatItRestsOn() {
        String body = page("quansat", PAGE).body();

        // 52 units less the one that said x; three gave a number or "-", one said that there are no data.
        assertThat(cellOf(body, "PL01.LD/2012"))
                .contains(">1.400<", ">3/51<", "Tính trên 3/51 đơn vị; 1 đơn vị ghi “...”", "1 đơn vị ghi “x”")
                .contains("/rollup/PL01.LD/2012\"");
        assertThat(cellOf(body, "PL01.TL_NU/2012")).contains("tử số và mẫu số tính trên các đơn vị khác nhau");
        assertThat(cellOf(body, "PL01.GHI_CHU/2012")).contains(">xem<", "Không cộng, xem ở từng đơn vị.");
        assertThat(cellOf(body, "PL01.LD/2009")).contains(">0<", "Tính trên 1/52 đơn vị.");
    }

    @Test
    void sayThatItIsAPreviewAndWhoIsMissing() {
        String body = page("quansat", PAGE).body();

        assertThat(body)
                .contains(
                        "Số tạm tính đến ",
                        "trước khi khóa số liệu",
                        "Tính trên 15/52 đơn vị",
                        "37 đơn vị chưa có số liệu")
                .contains("/campaigns/" + CAMPAIGN + "/office", "chưa nhập, không cộng vào số tổng hợp")
                .contains("/reports/" + CAMPAIGN + "/DHKTHN\"")
                .doesNotContain("/reports/" + CAMPAIGN + "/SONGDA\"");
    }

    @Test
    void leadFromATotalToEachUnitsVersionAtTheCell() {
        String body = page("quansat", CELL).body();

        assertThat(body)
                .contains("Cộng số của các đơn vị; “-” tính là 0", "<strong id=\"total\">1.400</strong>")
                .contains("/reports/" + CAMPAIGN + "/SONGDA/versions/1?cell=PL01.LD/2012#PL01.LD/2012\"")
                .contains("không có số liệu (...)", "không áp dụng (x)", "chưa có số liệu")
                .contains("#PL01.LD/2012\">Số liệu tổng hợp</a>");
        assertThat(body.indexOf(">100<")).isLessThan(body.indexOf(">1.300<"));
    }

    @Test
    void sortTheUnitsByValue() {
        String body = page("quansat", CELL + "?sort=value").body();

        assertThat(body.indexOf("versions/1?cell=PL01.LD/2012#PL01.LD/2012\">1.300<"))
                .isPositive()
                .isLessThan(body.indexOf("versions/1?cell=PL01.LD/2012#PL01.LD/2012\">100<"));
    }

    @Test
    void showWhatAMeanAndAQuotientAreMadeOf() {
        assertThat(page("quansat", PAGE + "/PL01.TUOI_BQ/2012").body())
                .contains("Bình quân gia quyền theo “Tổng số lao động”", ">30,0<", ">1.300<", ">39,8<");
        assertThat(page("quansat", PAGE + "/PL01.TL_NU/2012").body())
                .contains("Tổng “Trong đó: nữ” chia cho tổng “Tổng số lao động”, nhân 100", ">40,0<");
    }

    @Test
    void knowOnlyCellsThatThereAre() {
        assertThat(page("quansat", PAGE + "/PL01.LD/1999").statusCode()).isEqualTo(404);
        assertThat(page("quansat", PAGE + "/PL99.X/2012").statusCode()).isEqualTo(404);
        assertThat(page("quansat", PAGE + "/PL01.LD/0").statusCode()).isEqualTo(404);
        assertThat(page("quansat", PAGE + "/charts?indicator=PL01.GHI_CHU").statusCode())
                .isEqualTo(404);
        assertThat(page("quansat", PAGE + "/charts?indicator=%3Cscript%3E").body())
                .doesNotContain("<script>”");
    }

    @Test
    void theLeafLeadsBackForWhoComesFromATotal() {
        String leaf = "/reports/" + CAMPAIGN + "/COMA/versions/1?cell=PL01.LD/2012";

        assertThat(page("quansat", leaf).body())
                .contains("id=\"PL01.LD/2012\"", PAGE + "#PL01.LD/2012\"", "\"" + CELL + "\"");
        assertThat(page("comacanbo", leaf).body()).doesNotContain("/rollup");
        assertThat(page("quansat", leaf.replace("2012", "1999")).body()).doesNotContain("/rollup");
    }

    @Test
    void drawATrendItsPartsAndItsUnits() {
        String body = page("quansat", PAGE + "/charts?indicator=PL01.LD").body();

        assertThat(body)
                .contains("data-label=\"2012\"", "data-number=\"1400\"", "data-shown=\"1.400\"")
                .contains("Phụ lục PL01, dòng 2.1, 2.2", "Các phần cộng lại bằng “Tổng số lao động”")
                .contains("Các phần nằm trong “Tổng số lao động”, có thể trùng nhau");
        // The last year: only one unit has anything, "-".
        assertThat(body).contains("51 đơn vị không có số, không ước tính", "data-label=\"COMA\"");
    }

    @Test
    void listTheRulesThatTotalsBreak() {
        String body = page("quansat", PAGE + "/checks").body();

        assertThat(body).contains("PL01, dòng 1.1 “Trong đó: nữ”, năm 2013", ">Sai<", "<strong>25</strong>");
    }

    @Test
    void listTheFigureThatIsFarFromTheOthers() {
        String body = page("quansat", PAGE + "/outliers").body();

        assertThat(body)
                .contains("PL01, dòng 1.1 “Trong đó: nữ”, năm 2016", ">950<", ">95<", "Cao hơn: trung vị 41")
                .contains("(9 đơn vị cùng loại)");
        assertThat(body).doesNotContain("<textarea");
        assertThat(page("tuyengiao", PAGE + "/outliers").body()).contains("<textarea");
    }

    @Test
    void aNoteIsWrittenByTheFocalDepartmentAndReadByTheIssuersPeople() {
        HttpResponse<String> written = put("tuyengiao", NOTE, "Đã hỏi <script>alert(1)</script>.", "\"v0\"");

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(written.body()).contains("editedAt");
        assertThat(Person.loggedIn(port, "quansat").get(NOTE).body()).contains("Đã hỏi");
        assertThat(page("quansat", PAGE + "/outliers").body())
                .contains("Đã hỏi &lt;script&gt;alert(1)&lt;/script&gt;.")
                .doesNotContain("<script>alert");
        assertThat(page("quansat", PAGE + "/PL01.LD_NU/2016").body()).contains("Ghi chú: Đã hỏi &lt;script&gt;");

        assertThat(put("truongban", NOTE, "Cũ", "\"v0\"").statusCode()).isEqualTo(412);
        assertThat(Person.loggedIn(port, "quansat").get(NOTE).body()).contains("Đã hỏi");
        assertThat(put("truongban", NOTE, "", "*").statusCode()).isEqualTo(200);
        assertThat(page("quansat", PAGE + "/outliers").body()).doesNotContain("Đã hỏi");
    }

    @Test
    void aNoteIsRefusedToOthersAndForCellsThatThereAreNot() {
        String other = NOTE.replace("DIC", "CC1");
        for (String reader :
                List.of("quansat", "thuongtruc", "vanthu", "vanphong", "admin", "diccanbo", "songdachutich")) {
            assertThat(put(reader, other, "Không", "*").statusCode()).as(reader).isEqualTo(403);
        }
        assertThat(put("tldcanbo", other, "Không", "*").statusCode()).isEqualTo(404);
        assertThat(Person.loggedIn(port, "cc1canbo").get(other).statusCode()).isEqualTo(403);
        assertThat(Person.loggedIn(port, "tldcanbo").get(other).statusCode()).isEqualTo(404);
        assertThat(Person.stranger(port).get(other).statusCode()).isEqualTo(401);
        for (String nowhere :
                List.of(other.replace("2016", "1999"), other.replace("LD_NU", "LA"), other.replace("CC1", "LA"))) {
            assertThat(put("tuyengiao", nowhere, "Không", "*").statusCode())
                    .as(nowhere)
                    .isEqualTo(404);
        }
        assertThat(put("tuyengiao", other, "a".repeat(5_001), "*").statusCode()).isEqualTo(422);
        assertThat(Person.loggedIn(port, "tuyengiao")
                        .put(other, "{\"text\": 1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Person.loggedIn(port, "quansat").get(other).body()).contains("\"text\":\"\"");
    }

    private HttpResponse<String> put(String user, String path, String text, String ifMatch) {
        String json = "{\"text\": \"" + text + "\"}";
        return Person.loggedIn(port, user).sendJson("PUT", path, json, "If-Match", ifMatch);
    }

    private HttpResponse<String> page(String user, String path) {
        return Person.loggedIn(port, user).get(path);
    }

    /** The cell's part of the page. */
    private static String cellOf(String body, String place) {
        int start = body.indexOf("<td id=\"" + place + "\"");
        assertThat(start).as(place).isNotNegative();
        return body.substring(start, body.indexOf("</td>", start));
    }
}
