package vn.tongket.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.rollup.SentReport;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** The totals in a real Chromium: from a total to the leaf and back, charts, a note. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollUpBrowserIT {

    private static final String CAMPAIGN = "TK.TOTALS-2017";
    private static final String PAGE = "/campaigns/" + CAMPAIGN + "/rollup";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final List<String> errors = new ArrayList<>();

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        WholeReport.written(context, CAMPAIGN, "SONGDA").sent().registered(1);
        List<String> units = List.of("VIGLACERA", "HANCORP", "VINACONEX", "CC1", "IDICO", "FICO", "BACHDANG", "DIC");
        for (int i = 0; i < units.size(); i++) {
            String women = i == 7 ? "95000" : String.valueOf(400 + i);
            SentReport.of(
                    context,
                    CAMPAIGN,
                    units.get(i),
                    Map.of("PL01.LD", Map.of("2016", "100000"), "PL01.LD_NU", Map.of("2016", women)));
        }
    }

    @Test
    void fromATotalToTheLeafAndBackInThreeClicks() {
        Page page = window("quansat", PAGE);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("PL05"))
                .click();

        cell(page, "PL05.MAI_AM/2012").locator("a").click();
        assertThat(page.locator("#total")).hasText("0");

        row(page, "Sông Đà").locator("a.leaf").click();
        Locator leaf = cell(page, "PL05.MAI_AM/2012");
        assertThat(leaf).isInViewport();
        assertThat(leaf).hasText("-");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Số liệu tổng hợp"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/rollup#PL05.MAI_AM/2012"));
        assertThat(cell(page, "PL05.MAI_AM/2012")).isInViewport();
        assertThat(errors).isEmpty();
    }

    @Test
    void coverageTakesThePlaceOfTheNumbers() {
        Page page = window("quansat", PAGE);
        Locator workers = cell(page, "PL01.LD/2016");
        assertThat(workers.locator(".value")).hasText("800.000");

        page.getByLabel("Mức đầy đủ").check();

        assertThat(workers.locator(".value")).isHidden();
        assertThat(workers.locator(".on")).isVisible();
        assertThat(workers.locator(".on")).hasText("9/52");
    }

    @Test
    void chartsAreDrawnWithinTheContentPolicy() {
        Page page = window("quansat", PAGE + "/charts?indicator=PL01.LD");

        // The trend, five structures and the ranking; words in the drawing can be read.
        assertThat(page.locator(".chart svg"))
                .hasCount((int) page.locator(".chart").count());
        assertThat(page.locator("[data-chart=trend] svg").getByText("800.000").first())
                .isVisible();
        assertThat(page.locator("[data-chart=parts]").first().locator("svg")).isVisible();
        assertThat(errors).isEmpty();
    }

    @Test
    void aNoteIsKeptAndNeverWrittenOverAnother() {
        Page first = window("tuyengiao", PAGE + "/outliers");
        Page second = window("truongban", PAGE + "/outliers");
        Locator mine = note(first);
        Locator theirs = note(second);
        mine.locator("textarea").fill("Đã hỏi đơn vị: đúng.");
        mine.locator("[data-save]").click();
        assertThat(mine.locator(".written")).containsText("ngày");

        theirs.locator("textarea").fill("Chưa rõ.");
        theirs.locator("[data-save]").click();
        assertThat(theirs.locator(".theirs")).containsText("Đã hỏi đơn vị: đúng.");
        theirs.locator("[data-theirs]").click();
        assertThat(theirs.locator("textarea")).hasValue("Đã hỏi đơn vị: đúng.");
        assertThat(errors).allMatch(error -> error.contains("412"));
        errors.clear();
    }

    private static Locator note(Page page) {
        return page.locator("[data-note='PL01.LD_NU/2016/notes/DIC']");
    }

    private static Locator cell(Page page, String place) {
        return page.locator("td[id='" + place + "']");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private Page window(String user, String address) {
        BrowserContext window = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(1280, 900));
        window.setDefaultTimeout(Chromium.PATIENCE);
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        page.navigate("/login");
        page.getByLabel("Tên đăng nhập").fill(user);
        page.getByLabel("Mật khẩu").fill("demo");
        page.locator("button[type=submit]").first().click();
        page.waitForURL("**/");
        page.navigate(address);
        return page;
    }
}
