package vn.tongket.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.report.ReportDrafting;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;
import vn.tongket.workflow.UserProvisioning;
import vn.tongket.workflow.UserProvisioning.Account;

/** Two officers of one union at the same report, each in a Chromium window of their own. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageBrowserIT {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPageBrowserIT.class);
    private static final String CAMPAIGN = "TK.GRID-2017";
    private static final String LARGEST = "PL02";
    private static final int LOADS = 7;
    private static final double MOST_TIMES = 3;
    private static final Duration SAVED = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportDrafting drafting;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
    }

    @Test
    void differentCellsOfTwoPeopleStandAndAppearInBothWindows() {
        try (ReportWindow one = window("SONGDA", 1);
                ReportWindow other = window("SONGDA", 2)) {
            one.tab("PL01");
            other.tab("PL01");
            one.type("PL01.LD", 2008, "18500");
            other.type("PL01.LD", 2009, "19000");

            awaitFigure("SONGDA", "PL01.LD", 2008, "18500");
            awaitFigure("SONGDA", "PL01.LD", 2009, "19000");
            assertThat(one.cell("PL01.LD", 2009)).containsText("19.000");
            assertThat(other.cell("PL01.LD", 2008)).containsText("18.500");
            assertThat(one.page().locator("#presence")).containsText("(songdacanbo2) – PL01, dòng 1.1, năm 2009");
        }
    }

    @Test
    void oneCellOfTwoPeopleShowsBothValuesAndIsDecidedByAPerson() {
        try (ReportWindow one = window("LILAMA", 1);
                ReportWindow other = window("LILAMA", 2)) {
            one.tab("PL01");
            other.tab("PL01");
            other.offline(true);
            other.type("PL01.LD", 2008, "222");
            assertThat(other.page().locator("#connection")).containsText("Mất kết nối");
            one.type("PL01.LD", 2008, "111");
            awaitFigure("LILAMA", "PL01.LD", 2008, "111");

            other.offline(false);
            Locator question = other.page().locator(".grid-panel:not([hidden]) .problems");
            assertThat(question).containsText("người khác vừa ghi 111, đồng chí ghi 222");
            assertThat(other.page().locator("#connection")).isHidden();
            assertThat(figure("LILAMA", "PL01.LD", 2008)).isEqualTo("111");

            question.getByText("Số của tôi: 222").click();
            awaitFigure("LILAMA", "PL01.LD", 2008, "222");
            assertThat(one.cell("PL01.LD", 2008)).containsText("222");
        }
    }

    @Test
    void whatWasTypedWithoutALineIsKeptOverAClosedWindowAndSentLater() {
        try (ReportWindow one = window("HUD", 1);
                ReportWindow other = window("HUD", 2)) {
            other.tab("PL03");
            other.offline(true);
            other.type("PL03.DV", 2010, "900");
            other.type("PL03.DV", 2011, "910");
            other.tab("text");
            other.heading("MD.1").fill("Viết khi mất mạng.");
            one.tab("PL03");
            one.type("PL03.DV", 2012, "920");
            one.tab("text");
            one.heading("P1.I.1").fill("Viết khi có mạng.");
            awaitFigure("HUD", "PL03.DV", 2012, "920");
            awaitSection("HUD", "P1.I.1", "Viết khi có mạng.");
            assertThat(other.page().locator("[data-section='MD.1'] .saving")).containsText("Mất kết nối");

            other.page().navigate("about:blank");
            other.offline(false);
            other.open("PL03");

            awaitFigure("HUD", "PL03.DV", 2010, "900");
            awaitFigure("HUD", "PL03.DV", 2011, "910");
            awaitFigure("HUD", "PL03.DV", 2012, "920");
            awaitSection("HUD", "MD.1", "Viết khi mất mạng.");
            awaitSection("HUD", "P1.I.1", "Viết khi có mạng.");
        }
    }

    @Test
    void oneHeadingOfTwoPeopleShowsBothTextsAndOverwritesNeither() {
        try (ReportWindow one = window("VICEM", 1);
                ReportWindow other = window("VICEM", 2)) {
            other.offline(true);
            other.heading("MD.1").fill("Căn cứ theo người hai.");
            one.heading("MD.1").fill("Căn cứ theo người một.");
            awaitSection("VICEM", "MD.1", "Căn cứ theo người một.");
            other.offline(false);

            Locator question = other.conflict("MD.1");
            assertThat(question).containsText("Căn cứ theo người một.");
            assertThat(question).containsText("Căn cứ theo người hai.");
            assertThat(section("VICEM", "MD.1")).isEqualTo("Căn cứ theo người một.");
        }
    }

    @Test
    void rowsThatTwoPeopleAddToOneListAreBothKept() {
        try (ReportWindow one = window("COMA", 1);
                ReportWindow other = window("COMA", 2)) {
            one.tab("LF03");
            other.tab("LF03");
            other.offline(true);
            propose(other, "Nhà ở cho công nhân.");
            propose(one, "Tăng kinh phí đào tạo.");
            awaitRows("COMA", "Tăng kinh phí đào tạo.");
            other.offline(false);

            awaitRows("COMA", "Tăng kinh phí đào tạo.", "Nhà ở cho công nhân.");

            other.offline(true);
            other.field(1, "noi_dung").fill("Tăng kinh phí, người hai.");
            one.open("LF03");
            one.field(1, "noi_dung").fill("Tăng kinh phí, người một.");
            awaitRows("COMA", "Tăng kinh phí, người một.", "Nhà ở cho công nhân.");
            other.offline(false);
            assertThat(other.conflict("LF03")).containsText("Tăng kinh phí, người một.");
            assertThat(other.conflict("LF03")).containsText("Tăng kinh phí, người hai.");
        }
    }

    @Test
    void aBlockGoesWhereItsYearsAndNamesSayWhateverItsNumbersLookLike() {
        try (ReportWindow one = window("FICO", 1)) {
            one.tab("PL01");
            one.select("PL01.T_D30", 2015);
            one.paste("PHỤ LỤC I\t\t\t\t\n"
                    + "TT\tNội dung\tĐVT\t2008\tNăm 2009\n"
                    + "1\tTổng số lao động\tngười\t1,234,567\t1,234\n"
                    + "1.1\tTrong đó: nữ\tngười\t…\t–\n"
                    + "9\tKhông có dòng này\tngười\t1\t2\n");

            assertThat(one.pasted()).containsText("Đã dán 4 ô; số đọc theo kiểu Anh");
            assertThat(one.pasted()).containsText("“9 Không có dòng này người”");
            awaitFigure("FICO", "PL01.LD", 2008, "1234567");
            awaitFigure("FICO", "PL01.LD", 2009, "1234");
            assertThat(figure("FICO", "PL01.LD_NU", 2008)).isEqualTo("...");
            assertThat(figure("FICO", "PL01.LD_NU", 2009)).isEqualTo("-");

            one.page().keyboard().press("Control+z");
            awaitFigure("FICO", "PL01.LD", 2008, null);
            assertThat(figure("FICO", "PL01.LD_NU", 2009)).isNull();
            one.page().keyboard().press("Control+y");
            awaitFigure("FICO", "PL01.LD", 2008, "1234567");
        }
    }

    @Test
    void aNumberOfTwoMeaningsIsAskedAboutOnceForTheWholeBlock() {
        try (ReportWindow one = window("HANCORP", 1)) {
            one.tab("PL04");
            one.select("PL04.TN_BQ", 2008);
            one.paste("1,234\t2,345");
            Locator dialog = one.page().getByRole(AriaRole.DIALOG);
            assertThat(dialog).containsText("“1,234” nghĩa là số nào?");
            assertThat(figures("HANCORP")).isEmpty();

            dialog.getByText("1234 (kiểu Anh: 1,234.5)").click();
            awaitFigure("HANCORP", "PL04.TN_BQ", 2008, "1234");
            awaitFigure("HANCORP", "PL04.TN_BQ", 2009, "2345");
        }
    }

    @Test
    void whatReachesBeyondTheGridOrIntoComputedCellsIsSaid() {
        try (ReportWindow one = window("CC1", 1)) {
            one.tab("PL01");
            one.select("PL01.LUU_DONG", 2016);
            one.paste("5\t6\t7\t8\n1\t2\t3\t4\n5\t6\t7\t8\n9\t9\t9\t9\n9\t9\t9\t9\n9\t9\t9\t9");

            assertThat(one.pasted()).containsText("giá trị nằm ngoài bảng không nhận");
            awaitFigure("CC1", "PL01.LUU_DONG", 2016, "5");
            awaitFigure("CC1", "PL01.LUU_DONG", 2017, "6");
        }
    }

    @Test
    void anErrorShowsAtItsCellsAtOnceAndInTheListThatLeadsThere() {
        try (ReportWindow one = window("VIGLACERA", 1)) {
            one.tab("PL01");
            one.type("PL01.LD", 2008, "10");
            one.type("PL01.LD_NU", 2008, "20");

            assertThat(one.cell("PL01.LD_NU", 2008)).hasClass(Pattern.compile("\\bbroken\\b"));
            assertThat(one.cell("PL01.LD", 2008)).hasAttribute("aria-invalid", "");
            one.select("PL01.LD_NU", 2008);
            assertThat(one.page().locator(".grid-panel:not([hidden]) .cell-note"))
                    .containsText("Lao động nữ không được lớn hơn tổng số lao động.");

            one.tab("text");
            one.page().locator("#ask-missing").click();
            Locator group = one.page().locator("#missing [data-group=PL01]");
            assertThat(group.locator("summary")).containsText("1 chỗ sai");
            group.locator("summary").click();
            group.locator("li.errors a").first().click();
            assertThat(one.page().locator("#panel-PL01")).isVisible();

            one.type("PL01.LD_NU", 2008, "5");
            assertThat(one.cell("PL01.LD_NU", 2008)).not().hasClass(Pattern.compile("\\bbroken\\b"));
            assertThat(group.locator("summary")).not().containsText("chỗ sai");
        }
    }

    @Test
    void aWarningIsExplainedWhereItStandsOnceForAllYears() {
        try (ReportWindow one = window("BACHDANG", 1)) {
            one.tab("PL01");
            one.select("PL01.LD", 2008);
            one.paste("100\t100\t100");
            one.tab("PL08");
            one.select("PL08.DANG_VIEN", 2008);
            one.paste("150\t150\t150");
            assertThat(one.cell("PL08.DANG_VIEN", 2009)).hasClass(Pattern.compile("\\bdoubtful\\b"));

            one.select("PL08.DANG_VIEN", 2008);
            Locator note = one.page().locator(".grid-panel:not([hidden]) .cell-note li.warnings");
            note.locator("textarea").fill("Tính cả đảng viên sinh hoạt ghép.");
            note.getByText("Dùng lời này cho cả 3 năm").click();

            for (int year = 2008; year <= 2010; year++) {
                assertThat(one.cell("PL08.DANG_VIEN", year)).hasClass(Pattern.compile("\\bexplained\\b"));
            }
            one.open("PL08");
            one.select("PL08.DANG_VIEN", 2010);
            assertThat(one.page().locator(".grid-panel:not([hidden]) .cell-note textarea"))
                    .hasValue("Tính cả đảng viên sinh hoạt ghép.");
        }
    }

    @Test
    void aRefusedCellKeepsWhatWasTypedAndSaysWhy() {
        try (ReportWindow one = window("SONGHONG", 1)) {
            one.tab("PL01");
            one.type("PL01.LD", 2008, "nhiều");
            one.type("PL01.LD", 2009, "12");

            awaitFigure("SONGHONG", "PL01.LD", 2009, "12");
            assertThat(one.cell("PL01.LD", 2008)).containsText("nhiều");
            assertThat(one.cell("PL01.LD", 2008)).hasClass(Pattern.compile("\\brefused\\b"));
            assertThat(one.saving()).containsText("1 ô chưa lưu được");
            one.open("PL01");
            assertThat(one.cell("PL01.LD", 2008)).containsText("nhiều");
        }
    }

    @Test
    void theProgressOfAnAppendixFollowsWhatIsTyped() {
        try (ReportWindow one = window("DIC", 1)) {
            one.tab("PL01");
            Locator progress = one.page().locator("#tab-PL01 .tab-progress");
            assertThat(progress).hasText(Pattern.compile("^0/\\d+$"));
            one.type("PL01.LD", 2008, "100");
            assertThat(progress).hasText(Pattern.compile("^1/\\d+$"));
        }
    }

    @Test
    void theLargestAppendixOpensWithinThreeTimesAnEmptyPageOfTheSameLibraries() {
        try (ReportWindow one = window("VIWASEEN", 1)) {
            Page page = one.page();
            page.addInitScript("""
                    const open = () => document.querySelectorAll('#panel-PL02 .tabulator-row .figure').length > 200
                      || document.getElementById('empty')?.dataset.loaded;
                    const look = () => open() ? (window.openedAfter = performance.now()) : requestAnimationFrame(look);
                    requestAnimationFrame(look);""");
            one.open(LARGEST);
            openedAfter(page);
            String empty = emptyPage(page);
            page.route(
                    "**/empty",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html; charset=utf-8")
                            .setBody(empty)));
            List<Double> emptyTimes = new ArrayList<>();
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < LOADS; i++) {
                page.navigate("/empty");
                emptyTimes.add(openedAfter(page));
                one.open(LARGEST);
                times.add(openedAfter(page));
            }
            LOG.info("Empty page {} ms, {} {} ms", emptyTimes, LARGEST, times);

            assertThat(median(times) / median(emptyTimes)).isLessThanOrEqualTo(MOST_TIMES);
        }
    }

    @Test
    void axeFindsNothingSeriousOnTheGridAndInTheListOfFaults() {
        try (ReportWindow one = window("LICOGI", 1)) {
            one.tab("PL01");
            one.type("PL01.LD", 2008, "10");
            one.type("PL01.LD_NU", 2008, "20");
            assertThat(one.cell("PL01.LD_NU", 2008)).hasClass(Pattern.compile("\\bbroken\\b"));
            one.page().locator("#ask-missing").click();
            one.page().locator("#missing summary").first().click();

            var serious = new AxeBuilder(one.page())
                    .analyze().getViolations().stream()
                            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                            .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                    + rule.getNodes().stream()
                                            .limit(3)
                                            .map(node -> node.getHtml())
                                            .toList())
                            .toList();
            assertThat(serious).isEmpty();
        }
    }

    /** The same style sheets and scripts, with nothing to show. */
    private static String emptyPage(Page page) {
        return (String) page.evaluate("""
                () => {
                  const styles = [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.outerHTML);
                  const modules = performance.getEntriesByType('resource').map(({name}) => name)
                    .filter((name) => /\\.m?js$/.test(name) && !name.endsWith('/main.js'));
                  return '<!DOCTYPE html><html lang="vi"><head><title>Trống</title>' + styles.join('')
                    + '</head><body><p id="empty">Trống</p><script type="module">'
                    + modules.map((name) => `import '${name}';`).join('')
                    + 'document.getElementById("empty").dataset.loaded = "1";</script></body></html>';
                }""");
    }

    private static double openedAfter(Page page) {
        page.waitForFunction("() => window.openedAfter !== undefined");
        return ((Number) page.evaluate("() => window.openedAfter")).doubleValue();
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** The union's first or second officer. */
    private ReportWindow window(String unit, int officer) {
        String login = unit.toLowerCase(Locale.ROOT) + "canbo";
        if (officer == 2) {
            context.getBean(UserProvisioning.class)
                    .provide(List.of(new Account(login + "2", "Cán bộ", "thứ hai", "demo", Set.of(unit + "canbo"))));
            login += "2";
        }
        return ReportWindow.of(chromium.browser(), port, login, CAMPAIGN + "/" + unit);
    }

    private static void propose(ReportWindow window, String proposal) {
        window.addRow();
        window.field(1, "cap_nhan").selectOption("Tổng Liên đoàn");
        window.field(1, "nhom").selectOption("Khác");
        window.field(1, "noi_dung").fill(proposal);
    }

    private Map<String, Map<String, String>> figures(String unit) {
        return drafting.figures(CAMPAIGN, unit).value();
    }

    private String figure(String unit, String code, int year) {
        return figures(unit).getOrDefault(code, Map.of()).get(String.valueOf(year));
    }

    private String section(String unit, String code) {
        return drafting.section(CAMPAIGN, unit, code).value();
    }

    private void awaitFigure(String unit, String code, int year, String value) {
        await(code + "/" + year).atMost(SAVED).until(() -> Objects.equals(figure(unit, code, year), value));
    }

    private void awaitSection(String unit, String code, String text) {
        await(code).atMost(SAVED).until(() -> section(unit, code).equals(text));
    }

    private void awaitRows(String unit, String... proposals) {
        await(unit)
                .atMost(SAVED)
                .until(() -> drafting.list(CAMPAIGN, unit, "LF03").value().stream()
                        .map(row -> row.get("noi_dung"))
                        .toList()
                        .equals(List.of(proposals)));
    }
}
