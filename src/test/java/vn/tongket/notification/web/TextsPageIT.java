package vn.tongket.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The texts of mails on their page: who may, what is kept, what is refused where. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class TextsPageIT {

    private static final String CODE = "TK.MAUTHU-2017";
    private static final String PAGE = "/campaigns/" + CODE + "/texts";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private UUID campaign;
    private Person staff;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CODE);
        campaign = context.getBean(CampaignService.class).campaign(CODE).id();
        staff = Person.loggedIn(port, "tuyengiao");
    }

    private static String form(String subject, String body, int version) {
        return "subject=" + encoded(subject) + "&body=" + encoded(body) + "&version=" + version + "&unit=SONGDA";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private int stored() {
        return jdbc.sql("select count(*) from notice_text where campaign_id = ?")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    private JsonNode preview(String text, String subject, String body) {
        try {
            return json.readTree(staff.postForm(PAGE + "/" + text + "/preview", form(subject, body, 0))
                    .body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isForTheFocalDepartmentOnly() {
        for (String editor : List.of("tuyengiao", "truongban")) {
            Person person = Person.loggedIn(port, editor);
            assertThat(person.get(PAGE).statusCode()).as(editor).isEqualTo(200);
            assertThat(person.get("/campaigns/" + CODE).body()).contains(PAGE);
        }
        for (String other : List.of("quansat", "vanthu", "songdacanbo", "songdachutich", "admin")) {
            Person person = Person.loggedIn(port, other);
            assertThat(person.get(PAGE).statusCode()).as(other).isEqualTo(403);
            assertThat(person.get(PAGE + "/overdue").statusCode()).as(other).isEqualTo(403);
            for (String action : List.of("", "/preview", "/restore")) {
                assertThat(person.postForm(PAGE + "/overdue" + action, form("Một", "Hai", 0))
                                .statusCode())
                        .as(other + action)
                        .isEqualTo(403);
            }
            assertThat(person.get("/campaigns/" + CODE).body()).doesNotContain(PAGE);
        }
        assertThat(staff.withoutTokens()
                        .postForm(PAGE + "/overdue", form("Một", "Hai", 0))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Person.stranger(port).get(PAGE).statusCode()).isEqualTo(302);
        assertThat(staff.get("/campaigns/KHONG-CO/texts").statusCode()).isEqualTo(404);
        assertThat(staff.get(PAGE + "/khong-co").statusCode()).isEqualTo(404);
        assertThat(text("OVERDUE")).isZero();
    }

    private int text(String name) {
        return jdbc.sql("select count(*) from notice_text where campaign_id = ? and text = ?")
                .params(campaign, name)
                .query(Integer.class)
                .single();
    }

    @Test
    void listsEveryTextWithWhenItGoes() {
        assertThat(staff.get(PAGE).body())
                .contains(
                        "Nhắc hạn – nhắc nhẹ",
                        "Công văn đôn đốc",
                        "Thứ Hai hằng tuần, tới bộ phận đầu mối",
                        "Mẫu chung")
                .doesNotContain("REMINDER");
    }

    @Test
    void keepsAnEditedTextUntilItIsRestored() {
        String page = PAGE + "/due-today";
        assertThat(staff.get(page).body()).contains("Hôm nay", "{còn nợ}", "Đang dùng mẫu chung", "srcdoc=");

        HttpResponse<String> saved = staff.postForm(page, form("Hạn {hạn}", "Gửi {tên đơn vị}.\r\n\r\n{còn nợ}", 0));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("location").orElseThrow()).endsWith(page + "?saved&unit=SONGDA");
        assertThat(staff.get(page).body()).contains("value=\"Hạn {hạn}\"", "Gửi {tên đơn vị}.", "Khôi phục mẫu chung");
        assertThat(staff.get(PAGE).body()).contains("Đã sửa: ");

        assertThat(staff.postForm(page, form("Cũ", "Cũ", 0)).statusCode()).isEqualTo(412);
        assertThat(staff.postForm(page + "/restore", "version=0").statusCode()).isEqualTo(412);
        assertThat(staff.postForm(page + "/restore", "version=1").statusCode()).isEqualTo(302);
        assertThat(staff.get(page).body()).contains("Đang dùng mẫu chung").doesNotContain("value=\"Hạn {hạn}\"");
        assertThat(staff.postForm(page, form("Cũ", "Cũ", 1)).statusCode()).isEqualTo(412);
        assertThat(staff.get("/campaigns/" + CODE).body())
                .contains("Sửa mẫu thư “Ngày làm việc cuối cùng”", "Khôi phục mẫu thư “Ngày làm việc cuối cùng”");
    }

    @Test
    void refusesAnUnknownPlaceholderWhereItWasTyped() {
        int before = stored();

        HttpResponse<String> refused =
                staff.postForm(PAGE + "/returned", form("Trả lại {đơn vị}", "Một\n\nHạn {han nộp} <b>", 0));

        assertThat(refused.statusCode()).isEqualTo(422);
        String subjectPart = refused.body().replaceAll("(?s).*id=\"subject-faults\"(.*?)</ul>.*", "$1");
        String bodyPart = refused.body().replaceAll("(?s).*id=\"body-faults\"(.*?)</ul>.*", "$1");
        assertThat(subjectPart).contains("Không có chỗ điền “{đơn vị}”");
        assertThat(bodyPart).contains("Dòng 3: không có chỗ điền “{han nộp}”");
        assertThat(refused.body()).contains("Chưa ghi được: còn 2 chỗ phải sửa.", "Hạn {han nộp} &lt;b&gt;");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void showsTheMailOnRealDataWhileItIsTyped() {
        JsonNode preview = preview("overdue", "Gấp: {tên đơn vị}", "Hạn {hạn} <i>\n\n{còn nợ}");

        assertThat(preview.at("/faults")).isEmpty();
        assertThat(preview.at("/mail/subject").asText()).isEqualTo("Gấp: Công đoàn Tổng công ty Sông Đà");
        assertThat(preview.at("/mail/text").asText())
                .startsWith("Hạn 04/11/2017 <i>\n\n- Tiếp nhận kế hoạch: việc đầu tiên");
        assertThat(preview.at("/mail/html").asText())
                .contains("Hạn 04/11/2017 &lt;i&gt;")
                .doesNotContain("<i>");
        assertThat(text("OVERDUE")).isZero();
    }

    @Test
    void saysWhatIsWrongWhileItIsTyped() {
        JsonNode preview = preview("overdue", "", "{");

        assertThat(preview.at("/mail").isNull()).isTrue();
        assertThat(preview.at("/faults/0/path").asText()).isEqualTo("subject");
        assertThat(preview.at("/faults/1/message").asText()).isEqualTo("Dòng 1: dấu “{” chưa có dấu “}” đóng lại.");
    }
}
