package vn.tongket.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/** People at their screens: a real Chromium that speaks English and is set to New York, against the application. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignBrowserIT {

    private static final String CAMPAIGN = "TK.BROWSER-2017";
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(tasks?|tasklist|claim(ed)?|completed?|submit|save|cancel|close|due|created|follow-?up|filters?|search|"
                    + "forms?|history|diagram|description|process|field|required|select|sign out|log ?out|my profile|"
                    + "home|ago|january|monday|add comment|welcome|groups?|assignee|demo)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Milliseconds: a form loses the first letters typed sooner after another of its fields was left. */
    private static final double TYPING_PAUSE = 350;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TaskService tasks;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private BrowserContext window;
    private Page page;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
    }

    @BeforeEach
    void openWindow() {
        openWindowIn("America/New_York");
    }

    private void openWindowIn(String zone) {
        window = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("en-US")
                        .setTimezoneId(zone)
                        .setViewportSize(1400, 900));
        window.setDefaultTimeout(Chromium.PATIENCE);
        page = window.newPage();
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void anOfficerReceivesThePlanWithoutReadingAWordOfEnglish() {
        logIn("songdacanbo");
        open("Tiếp nhận kế hoạch – Sông Đà – " + CAMPAIGN);
        claim();
        readsVietnamese();

        FrameLocator report = page.frameLocator(".tongket-dossier-frame");
        assertThat(report.locator("h1")).hasText("Báo cáo của Công đoàn Tổng công ty Sông Đà");
        assertThat(report.locator(".top")).isHidden();

        page.getByText("Mở biểu mẫu để hoàn thành").click();
        page.getByLabel("Hội nghị riêng").check();
        page.getByLabel("Người phụ trách *").fill("Trần Thị Mai");
        typeDate("Ngày đơn vị dự kiến hoàn thành *", "10/11/2017");
        complete();
        assertThat(page.getByText("phải không sau hạn gửi báo cáo 04/11/2017")).isVisible();
        readsVietnamese();

        typeDate("Ngày đơn vị dự kiến hoàn thành *", "20/10/2017");
        complete();
        page.getByRole(AriaRole.BUTTON, named("Hoàn thành"))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        readsVietnamese();
        open("Tổ chức sơ kết, tổng kết – Sông Đà – " + CAMPAIGN);
    }

    @Test
    void theDraftersTabShowsThePlanWithDatesInVietnameseOrder() {
        logIn("tuyengiao");
        open("Soạn kế hoạch – " + CAMPAIGN);
        claim();
        readsVietnamese();

        FrameLocator plan = page.frameLocator(".tongket-dossier-frame");
        assertThat(plan.getByLabel("Ngày", new FrameLocator.GetByLabelOptions().setExact(true))
                        .first())
                .hasValue("05/11/2017");
        assertThat(plan.getByText("06/10/2017")).isVisible();
        for (String tab : List.of("Biểu mẫu", "Lịch sử", "Sơ đồ", "Hướng dẫn")) {
            page.locator(".task-details .nav-tabs").getByText(tab).click();
            readsVietnamese();
        }
    }

    /** Due at the end of a day in Vietnam, which is the afternoon there, or the next day. */
    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Auckland", "Asia/Ho_Chi_Minh"})
    void tasklistTellsTheTimeInVietnamWhereverTheBrowserIs(String zone) {
        window.close();
        openWindowIn(zone);
        logIn("hudcanbo");
        open("Tiếp nhận kế hoạch – HUD – " + CAMPAIGN);
        Task opened = tasks.createTaskQuery()
                .processInstanceBusinessKey(CAMPAIGN + "/HUD")
                .singleResult();
        assertThat(due(opened)).endsWith("23:59");
        assertTold(page.locator(".task-details .due-date"), opened);
        // Other tests leave tasks too: whichever of them stands first in the list.
        Locator listed = page.locator(".tasks-list > li")
                .filter(new Locator.FilterOptions().setHas(page.locator(".due-date [am-time-ago]")))
                .first();
        Matcher link = Pattern.compile("task=([^&]+)")
                .matcher(listed.locator("a").first().getAttribute("href"));
        assertThat(link.find()).isTrue();
        assertTold(
                listed.locator(".due-date"),
                tasks.createTaskQuery().taskId(link.group(1)).singleResult());
        // What a picker or a form would send from there.
        assertThat(page.evaluate("new Date(2017, 10, 4, 23, 59).toISOString()")).isEqualTo("2017-11-04T16:59:00.000Z");
        assertThat(page.evaluate("new Date('2017-11-04T16:59:00Z').getDate()")).isEqualTo(4);
    }

    private static void assertTold(Locator place, Task task) {
        assertThat(place.locator("[am-time-ago]").first()).hasAttribute("uib-tooltip", due(task));
    }

    private static String due(Task task) {
        return task.getDueDate()
                .toInstant()
                .atZone(TimeConfiguration.ZONE)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm"));
    }

    @Test
    void loggingOutOfTasklistEndsTheSessionForAllPages() {
        logIn("tuyengiao");
        page.navigate("/camunda/app/tasklist/default/");
        page.locator(".account > a").click();
        page.locator(".account .logout a").click();
        page.waitForURL("**/login?logout");

        for (String address : List.of("/", "/camunda/app/tasklist/default/", "/campaigns/" + CAMPAIGN)) {
            page.navigate(address);
            assertThat(page).hasURL(Pattern.compile("/login$"));
        }
        assertThat(page.request().get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(401);
    }

    @Test
    void ourPagesKeepToTheirContentPolicy() {
        List<String> violations = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(message.text());
            }
        });
        logIn("admin");
        for (String address : List.of(
                "/",
                "/import",
                "/demo",
                "/demo/mailbox",
                "/calendar",
                "/calendar/2018",
                "/campaigns/" + CAMPAIGN,
                "/campaigns/" + CAMPAIGN + "/plan",
                "/campaigns/" + CAMPAIGN + "/synthesis",
                "/reports/" + CAMPAIGN + "/SONGDA")) {
            page.navigate(address);
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        assertThat(violations).isEmpty();

        page.evaluate("""
                const script = document.createElement('script');
                script.textContent = 'document.title = "injected"';
                document.body.append(script);""");
        assertThat(page.title()).isNotEqualTo("injected");
        assertThat(violations).singleElement().asString().contains("script-src 'self'");
    }

    private void logIn(String user) {
        page.navigate("/login");
        page.getByLabel("Tên đăng nhập").fill(user);
        page.getByLabel("Mật khẩu").fill("demo");
        page.getByRole(AriaRole.BUTTON, named("Đăng nhập")).click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Việc đang chờ đồng chí")))
                .isVisible();
        readsVietnamese();
    }

    /** As the home page links to it, which shows the most urgent tasks only: other tests leave many. */
    private void open(String name) {
        String task = tasks.createTaskQuery().taskName(name).singleResult().getId();
        page.navigate("/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(page.locator(".task-details").getByText(name).first()).isVisible();
    }

    private void claim() {
        page.locator(".tongket-guidance")
                .getByRole(AriaRole.BUTTON)
                .and(page.getByText("Nhận việc"))
                .click();
        assertThat(page.locator(".tongket-guidance p.to-claim")).isHidden();
    }

    private void typeDate(String label, String date) {
        Locator field = page.getByLabel(label);
        page.waitForTimeout(TYPING_PAUSE);
        field.fill(date);
        field.press("Enter");
        assertThat(field).hasValue(date);
    }

    private void complete() {
        page.waitForTimeout(TYPING_PAUSE);
        page.getByRole(AriaRole.BUTTON, named("Hoàn thành")).click();
    }

    private void readsVietnamese() {
        assertThat(page.locator("body").innerText()).doesNotContainPattern(ENGLISH);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
