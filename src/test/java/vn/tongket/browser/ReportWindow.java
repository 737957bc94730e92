package vn.tongket.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One officer's window on the report: what is typed, pasted and seen there. */
final class ReportWindow implements AutoCloseable {

    private final BrowserContext window;
    private final String address;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private ReportWindow(BrowserContext window, String address) {
        this.window = window;
        this.address = address;
        this.page = window.newPage();
        this.page.onPageError(errors::add);
    }

    /** Logs in and opens the report. */
    static ReportWindow of(Browser browser, int port, String user, String report) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("en-US")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(1400, 900));
        window.setDefaultTimeout(Chromium.PATIENCE);
        ReportWindow opened = new ReportWindow(window, "/reports/" + report);
        opened.page.navigate("/login");
        opened.page.getByLabel("Tên đăng nhập").fill(user);
        opened.page.getByLabel("Mật khẩu").fill("demo");
        opened.page.locator("button[type=submit]").first().click();
        opened.page.waitForURL("**/");
        opened.open("");
        return opened;
    }

    /** Opens the report anew, at a place such as {@code PL01}. */
    void open(String place) {
        page.navigate("about:blank");
        page.navigate(address + (place.isEmpty() ? "" : "#" + place));
    }

    Page page() {
        return page;
    }

    /** The line is cut, or there again. */
    void offline(boolean cut) {
        window.setOffline(cut);
    }

    void tab(String code) {
        page.locator("#tab-" + code).click();
    }

    Locator cell(String code, int year) {
        return page.locator(
                ".grid-panel:not([hidden]) [data-code=\"%s\"] [tabulator-field=\"y%d\"]".formatted(code, year));
    }

    void select(String code, int year) {
        cell(code, year).click();
    }

    /** As a person does: to the cell, the digits, Enter. */
    void type(String code, int year, String value) {
        select(code, year);
        page.keyboard().type(value);
        page.keyboard().press("Enter");
    }

    /** What a spreadsheet puts on the clipboard, pasted into the selected cell. */
    void paste(String block) {
        page.evaluate("""
                text => {
                  const clipboard = new DataTransfer();
                  clipboard.setData('text/plain', text);
                  document.activeElement.dispatchEvent(
                    new ClipboardEvent('paste', {clipboardData: clipboard, bubbles: true, cancelable: true}));
                }""", block);
    }

    /** What the shown appendix says about saving. */
    Locator saving() {
        return page.locator(".panel:not([hidden]) .grid-tools .saving");
    }

    Locator pasted() {
        return page.locator(".panel:not([hidden]) .pasted");
    }

    /** The field of a heading's text. */
    Locator heading(String code) {
        return page.locator("[data-section=\"%s\"]".formatted(code))
                .locator("textarea, [contenteditable=true]")
                .first();
    }

    /** Where two versions of a part are put up for choice. */
    Locator conflict(String part) {
        return page.locator("[data-section=\"%1$s\"] .conflict, [data-list=\"%1$s\"] > .conflict".formatted(part));
    }

    /** A field of a list form, rows from 1. */
    Locator field(int row, String column) {
        return page.locator(".list-panel:not([hidden]) [data-row=\"%d\"][data-key=\"%s\"]".formatted(row, column));
    }

    void addRow() {
        page.locator(".list-panel:not([hidden]) .add").click();
    }

    /** No script of the page may have failed meanwhile. */
    @Override
    public void close() {
        window.close();
        assertThat(errors).isEmpty();
    }
}
