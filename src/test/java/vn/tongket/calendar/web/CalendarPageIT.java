package vn.tongket.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.calendar.CalendarDay;
import vn.tongket.calendar.CalendarYears;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The calendar on its pages, in years of its own: 2040 and later, which nobody has proposed before. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarPageIT {

    private static final String CAMPAIGN = "TK.LICH-2017";
    /** Its 02/01 is a Monday, 06/10 a Saturday. */
    private static final int YEAR = 2040;

    private static final String PAGE = "/calendar/" + YEAR;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CalendarYears years;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    private Person office;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CAMPAIGN);
        office = Person.loggedIn(port, "vanphong");
    }

    @BeforeEach
    void proposeTheYear() {
        years.openYears(YEAR, YEAR);
        jdbc.sql("update calendar_year set confirmed_at = null, confirmed_by = null where year = :year")
                .param("year", YEAR)
                .update();
        days().stream().filter(day -> !day.proposed()).forEach(day -> years.remove(YEAR, day.day(), "admin"));
        years.propose(YEAR, "admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"songdacanbo", "quansat", "tuyengiao", "admin"})
    void isReadByEverybodyWhoIsLoggedIn(String user) {
        Person reader = Person.loggedIn(port, user);

        assertThat(reader.get("/calendar").body()).contains("Lịch làm việc", "/calendar/2017", "Chưa xác nhận");
        assertThat(reader.get("/calendar/2017").body())
                .contains("Lịch làm việc năm 2017", "Đã xác nhận", "Nghỉ bù ngày Chiến thắng 30/4", "title=\"Giỗ Tổ");
    }

    @Test
    void isNotReadByStrangers() {
        for (String page : List.of("/calendar", PAGE)) {
            HttpResponse<String> answer = Person.stranger(port).get(page);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("location").orElseThrow()).endsWith("/login");
        }
    }

    /** Another union's people, an observer, and roles of the issuer that do not keep the calendar. */
    @ParameterizedTest
    @ValueSource(strings = {"songdacanbo", "lilamachutich", "quansat", "tuyengiao", "truongban", "vanthu"})
    void isChangedByNobodyElse(String user) {
        Person reader = Person.loggedIn(port, user);
        List<CalendarDay> before = days();

        assertThat(reader.get(PAGE).body()).doesNotContain("Thêm một ngày", "Đề xuất lại", ">Bỏ<");
        for (HttpResponse<String> answer : List.of(
                reader.postForm(PAGE + "/days", form("2040-10-05", "off", "Nghỉ")),
                reader.postForm(PAGE + "/removal", "day=2040-01-01"),
                reader.postForm(PAGE + "/confirmation", "version=" + version()),
                reader.postForm(PAGE + "/proposal", ""))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Chỉ quản trị hệ thống và Văn phòng");
        }

        assertThat(days()).isEqualTo(before);
        assertThat(years.isConfirmed(YEAR)).isFalse();
    }

    @Test
    void isNotChangedFromAForeignPage() {
        HttpResponse<String> answer =
                office.withoutTokens().postForm(PAGE + "/days", form("2040-10-05", "off", "Nghỉ"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(calendar.isWorkingDay(LocalDate.of(YEAR, 10, 5))).isTrue();
    }

    @Test
    void takesADaySwappedWithASaturdayAndSaysWhoEnteredIt() {
        HttpResponse<String> saved = office.postForm(PAGE + "/days", form("2040-10-05", "off", " Nghỉ hoán\nđổi "));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("location").orElseThrow()).endsWith(PAGE + "?saved");
        assertThat(office.get(PAGE + "?saved").body()).contains("Đã ghi lịch.");
        assertThat(office.postForm(PAGE + "/days", form("06/10/2040", "worked", "Làm bù ngày 05/10"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(calendar.isWorkingDay(LocalDate.of(YEAR, 10, 5))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(YEAR, 10, 6))).isTrue();
        assertThat(calendar.plus(LocalDate.of(YEAR, 10, 4), 1)).isEqualTo(LocalDate.of(YEAR, 10, 6));
        String page = office.get(PAGE).body();
        assertThat(page)
                .contains("Nghỉ hoán đổi", "Làm bù ngày 05/10", "Thêm ngày nghỉ", "Thêm ngày làm bù")
                .containsPattern("class=\"worked\" title=\"Làm bù ngày 05/10\">6<");
        assertThat(years.changes(YEAR).get(0).actor()).isEqualTo("vanphong");
        assertThat(years.changes(YEAR).get(0).day()).isEqualTo(LocalDate.of(YEAR, 10, 6));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2041-10-04 | off | Nghỉ | day | Ngày 04/10/2041 không thuộc năm 2040.
            2040-10-06 | off | Nghỉ | day | Thứ bảy 06/10/2040 đã là ngày nghỉ hằng tuần.
            2040-10-07 | off | Nghỉ | day | Chủ nhật 07/10/2040 đã là ngày nghỉ hằng tuần.
            2040-10-05 | worked | Làm bù | day | Thứ sáu 05/10/2040 đã là ngày làm việc.
            2040-10-07 | worked | Làm bù | day | Chỉ thứ bảy mới làm bù được; 07/10/2040 là chủ nhật.
            2040-05-01 | off | Nghỉ | day | Thứ ba 01/05/2040 đã có trong lịch là ngày nghỉ (Ngày Quốc tế Lao động). Muốn đổi, hãy bỏ dòng đó trước.
            2040-02-30 | off | Nghỉ | day | Không có ngày “30/02/2040”; hãy ghi ngày/tháng/năm, ví dụ 02/05/2018.
            31/4/2040 | off | Nghỉ | day | Không có ngày “31/4/2040”; hãy ghi ngày/tháng/năm, ví dụ 02/05/2018.
            mai | off | Nghỉ | day | Không có ngày “mai”; hãy ghi ngày/tháng/năm, ví dụ 02/05/2018.
            '' | off | Nghỉ | day | Đồng chí chưa ghi ngày.
            2040-10-05 | '' | Nghỉ | kind | Đồng chí chưa chọn loại ngày.
            2040-10-05 | off | '  ' | name | Tên ngày còn trống.
            mai | off | '' | name | Tên ngày còn trống.""")
    void refusesWhatCannotBeAtItsField(String day, String kind, String name, String field, String sentence) {
        List<CalendarDay> before = days();

        HttpResponse<String> answer = office.postForm(PAGE + "/days", form(day, kind, name));

        assertThat(answer.statusCode()).isEqualTo(422);
        String control = field.equals("kind") ? "<select" : "<input";
        assertThat(answer.body())
                .contains("Chưa ghi được ngày này vào lịch.")
                .containsPattern("(?s)" + control + "[^>]* name=\"" + field
                        + "\"[^>]*aria-invalid=\"true\"[^>]*>.{0,400}?" + Pattern.quote(sentence));
        assertThat(days()).isEqualTo(before);
    }

    @Test
    void refusesANameThatFillsThePage() {
        HttpResponse<String> answer = office.postForm(PAGE + "/days", form("2040-10-05", "off", "a".repeat(101)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tên ngày dài quá 100 ký tự.", "a".repeat(101));
    }

    @Test
    void keepsWhatIsTypedAsText() {
        office.postForm(PAGE + "/days", form("2040-10-05", "off", "<b>Nghỉ</b>"));

        assertThat(office.get(PAGE).body()).contains("&lt;b&gt;Nghỉ&lt;/b&gt;").doesNotContain("<b>Nghỉ</b>");
    }

    @Test
    void takesADayOutAndNotTwice() {
        assertThat(office.postForm(PAGE + "/removal", "day=2040-05-01").statusCode())
                .isEqualTo(302);
        assertThat(calendar.isWorkingDay(LocalDate.of(YEAR, 5, 1))).isTrue();

        HttpResponse<String> again = office.postForm(PAGE + "/removal", "day=2040-05-01");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Ngày này không còn trong lịch năm 2040.");
        assertThat(office.postForm(PAGE + "/removal", "day=2017-01-02").statusCode())
                .isEqualTo(422);
        assertThat(calendar.isWorkingDay(LocalDate.of(2017, 1, 2))).isFalse();
    }

    @Test
    void isConfirmedAsItWasLookedAt() {
        int looked = version();
        office.postForm(PAGE + "/days", form("2040-10-05", "off", "Nghỉ"));

        HttpResponse<String> stale = office.postForm(PAGE + "/confirmation", "version=" + looked);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.body()).contains("Lịch năm 2040 vừa được sửa. Đồng chí hãy xem lại rồi xác nhận.");
        assertThat(years.isConfirmed(YEAR)).isFalse();

        assertThat(office.postForm(PAGE + "/confirmation", "version=" + version())
                        .statusCode())
                .isEqualTo(302);
        assertThat(years.isConfirmed(YEAR)).isTrue();
        assertThat(years.year(YEAR).confirmedBy()).isEqualTo("vanphong");
        assertThat(office.get(PAGE).body()).contains("Đã xác nhận").doesNotContain("Đề xuất lại");
        for (String deed : List.of("/confirmation", "/proposal")) {
            HttpResponse<String> again = office.postForm(PAGE + deed, "version=" + version());
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("Lịch năm 2040 đã được xác nhận");
        }
    }

    @Test
    void hasNoYearThatNobodyProposedAndProposesNoneBeyondTheLunarCalendar() {
        Person admin = Person.loggedIn(port, "admin");

        assertThat(admin.get("/calendar/2049").statusCode()).isEqualTo(404);
        assertThat(admin.postForm("/calendar/2049/days", form("2049-10-05", "off", "Nghỉ"))
                        .statusCode())
                .isEqualTo(404);
        for (String year : List.of("2007", "2050")) {
            HttpResponse<String> answer = admin.postForm("/calendar/" + year + "/proposal", "");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Lịch chỉ có từ năm 2008 đến năm 2049.");
        }
    }

    /** The deadline of 05/11/2017 rests on a confirmed year; moved to 15/02/2022, it does not. */
    @Test
    void pagesSayWhichOfTheirDaysNobodyAnswersFor() {
        Person drafter = Person.loggedIn(port, "tuyengiao");
        List<String> pages = List.of("/campaigns/" + CAMPAIGN, "/campaigns/" + CAMPAIGN + "/plan");
        for (String page : pages) {
            assertThat(drafter.get(page).body()).doesNotContain("Lịch nghỉ năm");
        }
        jdbc.sql("update campaign set nominal_deadline = '2022-02-15' where code = :code")
                .param("code", CAMPAIGN)
                .update();

        for (String page : pages) {
            assertThat(drafter.get(page).body())
                    .contains("Lịch nghỉ năm 2022</a> chưa được xác nhận", "href=\"/calendar/2022\"");
        }
    }

    private List<CalendarDay> days() {
        return years.year(YEAR).days();
    }

    private int version() {
        return years.year(YEAR).version();
    }

    private static String form(String day, String kind, String name) {
        return "day=" + encoded(day) + "&kind=" + kind + "&name=" + encoded(name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
