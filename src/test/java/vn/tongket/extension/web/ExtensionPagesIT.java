package vn.tongket.extension.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.extension.OpenCampaign;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The two pages over HTTP: who sees what, who may ask, and each fault beside its field. */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExtensionPagesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private OpenCampaign campaign;

    @BeforeAll
    void issue() {
        campaign = new OpenCampaign(context, "TK-GIAHANTRANG-1");
    }

    @Test
    void anOfficerAsksOnTheReportsPageAndFollowsTheRequestToItsDecision() {
        Person officer = person("songdacanbo");
        assertThat(officer.get("/reports/" + campaign.code + "/SONGDA").body()).contains(unit("SONGDA"), "Xin gia hạn");
        assertThat(officer.get(unit("SONGDA")).body()).contains("Gửi đề nghị gia hạn");

        HttpResponse<String> sent = officer.postForm(unit("SONGDA"), ask(40, "Mưa lũ", "15/CV-CĐ"));

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(officer.get(unit("SONGDA")).body())
                .contains("Chờ bộ phận đầu mối đề xuất", "15/CV-CĐ", "đang chờ quyết định")
                .doesNotContain("Gửi đề nghị gia hạn");
        campaign.complete(
                "SONGDA",
                "UserTask_ProposeExtension",
                "tuyengiao",
                Map.of(
                        "recommendation",
                        "grant",
                        "proposedDay",
                        campaign.day(38).toString(),
                        "note",
                        "Ý kiến nội bộ"));
        assertThat(officer.get(unit("SONGDA")).body())
                .contains("Chờ Thường trực quyết định")
                .doesNotContain("Ý kiến nội bộ", Vietnamese.day(campaign.day(38)));
        assertThat(person("thuongtruc").get(unit("SONGDA")).body())
                .contains("Ý kiến nội bộ", "Nên gia hạn đến hết ngày " + Vietnamese.day(campaign.day(38)));
        campaign.complete(
                "SONGDA",
                "UserTask_DecideExtension",
                "thuongtruc",
                Map.of("decision", "grant", "grantedDay", campaign.day(38).toString(), "words", "Đồng ý"));
        assertThat(officer.get(unit("SONGDA")).body())
                .contains("Đã gia hạn", "Gia hạn đến hết ngày " + Vietnamese.day(campaign.day(38)));
        assertThat(person("quansat").get(page()).body()).contains("Đã gia hạn", "Ý kiến nội bộ");
    }

    @Test
    void aChairMayAskToo() {
        assertThat(person("hudchutich")
                        .postForm(unit("HUD"), ask(40, "Mưa lũ", "16/CV-CĐ"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void saysEachFaultBesideItsFieldAndKeepsWhatWasTyped() {
        HttpResponse<String> answer = person("lilamacanbo").postForm(unit("LILAMA"), ask(-1, "Vì mưa lũ lớn", " "));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .containsPattern("id=\"fault-day\">Ngày gia hạn " + Vietnamese.day(campaign.day(-1)) + " đã qua.")
                .containsPattern("id=\"fault-letterNumber\">Cần ghi số, ký hiệu công văn")
                .containsPattern("id=\"fault-reason\"></span>")
                .contains("Vì mưa lũ lớn", "value=\"" + campaign.day(-1) + "\"");
        assertThat(person("lilamacanbo")
                        .postForm(unit("LILAMA"), "day=31/31/2017&reason=x&letterNumber=x")
                        .body())
                .contains("“31/31/2017” không phải là một ngày.");
    }

    @Test
    void theDepartmentSeesHowManyItWouldMoveBeforeItAsks() {
        Person head = person("truongban");
        String form =
                "target=" + encoded("SEAT:Đà Nẵng") + "&day=" + campaign.day(40) + "&reason=" + encoded("Bão số 12");

        HttpResponse<String> counted = head.postForm(page(), form);

        assertThat(counted.statusCode()).isEqualTo(200);
        assertThat(counted.body()).contains("sẽ lùi hạn của <strong>2</strong> đơn vị", "Gửi Thường trực quyết định");
        assertThat(head.postForm(page(), form + "&counted=3").body()).contains("Số đơn vị đã khác lúc trước.");
        assertThat(head.get(page()).body()).doesNotContain("Bão số 12");
        assertThat(head.postForm(page(), form + "&counted=2").statusCode()).isEqualTo(302);
        assertThat(head.get(page()).body())
                .contains("<strong>2 đơn vị</strong> còn nợ báo cáo")
                .contains("Đơn vị đóng tại Đà Nẵng", "Bão số 12", "Một đề nghị gia hạn hàng loạt đang chờ quyết định.");
        campaign.complete(
                "UserTask_DecideBulkExtension",
                "thuongtruc",
                Map.of("decision", "grant", "grantedDay", campaign.day(40).toString(), "words", ""));
        assertThat(head.get(page()).body())
                .contains("Đến hết ngày " + Vietnamese.day(campaign.day(40)) + ", 2 đơn vị")
                .doesNotContain("Đồng ý thì lùi hạn của");
    }

    @Test
    void saysWhatIsWrongWithARequestForManyBesideItsField() {
        OpenCampaign other = new OpenCampaign(context, "TK-GIAHANTRANG-2");

        HttpResponse<String> answer = person("tuyengiao")
                .postForm("/campaigns/" + other.code + "/extensions", "target=X&day=" + other.day(61) + "&reason=");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"fault-target\">Cần chọn các đơn vị được gia hạn.")
                .contains("id=\"fault-day\">Ngày gia hạn không được sau ngày khóa số liệu")
                .contains("id=\"fault-reason\">Cần ghi lý do gia hạn.");
    }

    @ParameterizedTest
    @CsvSource({
        "licogicanbo,  200, 422, 403, 403",
        "licogichutich, 200, 422, 403, 403",
        "hudchutich,   404, 404, 403, 403",
        "tuyengiao,    200, 403, 200, 422",
        "truongban,    200, 403, 200, 422",
        "thuongtruc,   200, 403, 200, 403",
        "quansat,      200, 403, 200, 403",
        "admin,        200, 403, 200, 403"
    })
    void whoMaySeeAndAsk(String user, int seesUnit, int asksForUnit, int seesAll, int asksForMany) {
        Person person = person(user);

        assertThat(person.get(unit("LICOGI")).statusCode()).isEqualTo(seesUnit);
        assertThat(person.postForm(unit("LICOGI"), ask(-1, "x", "x")).statusCode())
                .isEqualTo(asksForUnit);
        assertThat(person.get(page()).statusCode()).isEqualTo(seesAll);
        assertThat(person.postForm(page(), "target=&day=&reason=").statusCode()).isEqualTo(asksForMany);
    }

    @Test
    void aStrangerIsSentToTheLoginAndAForgedRequestRefused() {
        Person stranger = Person.stranger(port);
        assertThat(stranger.get(unit("LICOGI")).statusCode()).isIn(302, 401);
        assertThat(stranger.get(page()).statusCode()).isIn(302, 401);

        Person forged = person("licogicanbo").withoutTokens();

        assertThat(forged.postForm(unit("LICOGI"), ask(40, "x", "x")).statusCode())
                .isEqualTo(403);
        assertThat(person("tuyengiao")
                        .withoutTokens()
                        .postForm(page(), "target=&day=&reason=")
                        .statusCode())
                .isEqualTo(403);
        assertThat(person("licogicanbo").get(unit("LICOGI")).body()).contains("Gửi đề nghị gia hạn");
    }

    private Person person(String user) {
        return Person.loggedIn(port, user);
    }

    private String unit(String code) {
        return "/reports/" + campaign.code + "/" + code + "/extension";
    }

    private String page() {
        return "/campaigns/" + campaign.code + "/extensions";
    }

    private String ask(int ahead, String reason, String letter) {
        return "day=" + campaign.day(ahead) + "&reason=" + encoded(reason) + "&letterNumber=" + encoded(letter);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
