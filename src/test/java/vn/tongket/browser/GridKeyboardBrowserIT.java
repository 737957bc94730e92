package vn.tongket.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.report.ReportDrafting;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/** The grid keeps the keyboard, whatever happens around it, and lets it go at its edges. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GridKeyboardBrowserIT {

    private static final String CAMPAIGN = "TK.KEYS-2017";
    private static final Duration SAVED = Duration.ofSeconds(60);
    private static final String TWO_FRAMES =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

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
    void aRedrawBetweenPressAndReleaseOfTheMouseLeavesTheGridReadyToPaste() {
        try (ReportWindow one = window("SONGDA")) {
            one.tab("PL01");
            Locator cell = one.cell("PL01.LD", 2010);
            cell.scrollIntoViewIfNeeded();
            BoundingBox box = cell.boundingBox();
            one.page().mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            one.page().mouse().down();
            one.page().setViewportSize(1400, 700);
            one.page().evaluate(TWO_FRAMES);
            one.page().mouse().up();

            one.paste("18500");

            assertThat(one.pasted()).containsText("Đã dán 1 ô");
            awaitFigure("SONGDA", 2010, "18500");
        }
    }

    @Test
    void whatIsBeingTypedIsNotCutWhenTheNoteBelowTheGridGrows() {
        try (ReportWindow one = window("LILAMA")) {
            one.tab("PL01");
            one.select("PL01.LD", 2011);
            one.page().keyboard().type("12");
            one.page().evaluate("""
                    () => {
                      const line = document.createElement('p');
                      line.style.height = '200px';
                      document.querySelector('.panel:not([hidden]) .problems').append(line);
                    }""");
            one.page().evaluate(TWO_FRAMES);
            one.page().keyboard().type("34");
            one.page().keyboard().press("Enter");

            awaitFigure("LILAMA", 2011, "1234");
        }
    }

    @Test
    void tabGoesFromYearToYearAndLeavesTheGridAtBothEdges() {
        try (ReportWindow one = window("HUD")) {
            one.tab("PL01");
            one.select("PL01.LD", 2008);
            one.page().keyboard().press("Tab");
            one.paste("7");
            awaitFigure("HUD", 2009, "7");
            assertThat(isInTheGrid(one)).isTrue();

            one.select("PL01.LD", 2017);
            one.page().keyboard().press("Tab");
            assertThat(isInTheGrid(one)).isFalse();

            one.select("PL01.LD", 2008);
            one.page().keyboard().press("Shift+Tab");
            one.page().keyboard().press("Shift+Tab");
            assertThat(isInTheGrid(one)).isFalse();
        }
    }

    private static boolean isInTheGrid(ReportWindow window) {
        return (Boolean) window.page().evaluate("() => document.activeElement.closest('.grid') !== null");
    }

    private ReportWindow window(String unit) {
        return ReportWindow.of(
                chromium.browser(), port, unit.toLowerCase(Locale.ROOT) + "canbo", CAMPAIGN + "/" + unit);
    }

    private void awaitFigure(String unit, int year, String value) {
        await("PL01.LD/" + year)
                .atMost(SAVED)
                .until(() -> value.equals(drafting.figures(CAMPAIGN, unit)
                        .value()
                        .getOrDefault("PL01.LD", Map.of())
                        .get(String.valueOf(year))));
    }
}
