package vn.tongket.reachability.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.mail.MailDelivery;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.Person;
import vn.tongket.support.Shipped;
import vn.tongket.support.TongketIT;

/**
 * An issuer of its own with three unions whose addresses nobody has confirmed: the page that lists them, test mails and
 * their links, and the gate before the plan goes out, all over HTTP.
 */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachabilityIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "TK-LIENHE-2017";
    private static final String PAGE = "/campaigns/" + CODE + "/contacts";
    private static final String UNITS = """
            {"schema_version": "1.1", "categories": [
              {"code": "CDTCT", "vi": "Công đoàn tổng công ty (cấp trên trực tiếp cơ sở)", "tier": "upper"},
              {"code": "CDCS_TT", "vi": "Công đoàn cơ sở trực thuộc", "tier": "grassroots"}], "units": [
              %s, %s, %s,
              {"code": "LIENHE", "name": "Công đoàn Tổng công ty Liên Hệ", "short_name": "Liên Hệ",
               "category": "CDTCT", "parent": "TLD", "reporting_mode": "consolidator", "sort_order": 900,
               "abbr": "CĐLH", "contacts": [{"role": "office", "email": "lienhe.office@lienhe.invalid"}]}]}""".formatted(unit(1, "Mot.CanBo"), unit(2, "hai.canbo"), unit(3, "ba.canbo"));
    private static final Map<String, Object> ISSUED =
            Map.of("number", 1, "date", "2017-09-05", "signer", "Nguyễn Văn Bình");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MailDelivery delivery;

    @Autowired
    private CampaignService campaigns;

    private Person admin;

    private static String unit(int number, String officer) {
        return """
                {"code": "LIENHE-%d", "name": "Công đoàn Công ty Liên Hệ %d", "short_name": "Liên Hệ %d",
                 "category": "CDCS_TT", "parent": "LIENHE", "reporting_mode": "required", "sort_order": 90%d,
                 "contacts": [{"role": "officer", "email": "%s@lienhe.invalid"},
                              {"role": "chair", "email": "chutich%d@lienhe.invalid"}]}""".formatted(number, number, number, number, officer, number);
    }

    @BeforeAll
    void prepare() {
        admin = Person.script(port, "admin", "demo");
        ok(admin.post("/api/organization", UNITS));
        ok(admin.post("/api/campaigns", campaign(CODE)));
    }

    private static String campaign(String code) {
        return Shipped.campaign()
                .replace("\"TK-20NQTW-2017\"", "\"" + code + "\"")
                .replace("\"issuer\": \"CDXDVN\"", "\"issuer\": \"LIENHE\"");
    }

    @BeforeEach
    void forgetWhatIsKnown() {
        jdbc.sql("delete from mail where address like '%@lienhe.invalid' and bundle like 'confirm:%'")
                .update();
        jdbc.sql("delete from address_confirmation where address like '%@lienhe.invalid'")
                .update();
        jdbc.sql("delete from mail_address where address like '%@lienhe.invalid'")
                .update();
        jdbc.sql("delete from demo_mail where recipient like '%@lienhe.invalid'")
                .update();
    }

    @Test
    void listsTheUnitsWithWhatIsKnownOfEachAddress() {
        know("mot.canbo@lienhe.invalid", "now()", "null", "null");
        know("hai.canbo@lienhe.invalid", "now()", "now()", "'550 5.1.1 hộp thư không có'");
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-3"));

        String page = ok(person("lienhequansat").get(PAGE)).body();

        assertThat(count(page, "Đơn vị tham gia")).isEqualTo(3);
        assertThat(count(page, "Có địa chỉ đã xác nhận")).isEqualTo(1);
        assertThat(count(page, "Chưa có địa chỉ xác nhận")).isEqualTo(2);
        assertThat(count(page, "Có địa chỉ thư không tới")).isEqualTo(1);
        assertThat(row(page, "Liên Hệ 1"))
                .contains("Liên lạc được", "Mot.CanBo@lienhe.invalid", "(cán bộ phụ trách)", "Đã xác nhận")
                .contains("chutich1@lienhe.invalid", "(Chủ tịch)", "Chưa xác nhận");
        assertThat(row(page, "Liên Hệ 2"))
                .contains("Chưa chắc chắn", "Thư không tới được", "550 5.1.1 hộp thư không có");
        assertThat(row(page, "Liên Hệ 3")).contains("Chưa chắc chắn", "Chờ xác nhận", "gửi thư kiểm tra");
    }

    @Test
    void findsUnitsAndShowsThoseThatNobodyConfirmed() {
        know("mot.canbo@lienhe.invalid", "now()", "null", "null");
        Person clerk = person("lienhevanthu");

        assertThat(ok(clerk.get(PAGE + "?show=unconfirmed")).body())
                .contains("Liên Hệ 2", "Liên Hệ 3")
                .doesNotContain("Liên Hệ 1<");
        assertThat(ok(clerk.get(PAGE + "?find=HAI.canbo")).body())
                .contains("Liên Hệ 2<")
                .doesNotContain("Liên Hệ 1<", "Liên Hệ 3<");
        assertThat(ok(clerk.get(PAGE + "?find=lien%20%20he%20HAI.canbo")).body())
                .contains("Liên Hệ 2<")
                .doesNotContain("Liên Hệ 1<", "Liên Hệ 3<");
        assertThat(ok(clerk.get(PAGE + "?find=%25")).body()).contains("Không có đơn vị nào như vậy");
        assertThat(ok(clerk.get(PAGE + "?show=bad&page=7")).body()).contains("Không có đơn vị nào như vậy");
        assertThat(ok(clerk.get(PAGE + "?show=gibtesnicht&page=-3")).body()).contains("Liên Hệ 1<");
    }

    @Test
    void databaseAndApplicationFoldAlike() {
        String composed = "Đường ỨNG Hoè, đỗ; ẮẰẲẴẶ 20-NQ/TW";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        for (String text : List.of(composed, decomposed)) {
            assertThat(Vietnamese.fold(text)).isEqualTo("duong ung hoe, do; aaaaa 20-nq/tw");
            assertThat(jdbc.sql("select folded(?)")
                            .param(text)
                            .query(String.class)
                            .single())
                    .isEqualTo(Vietnamese.fold(text));
        }
    }

    @Test
    void aSecondClickSendsNoSecondFlood() {
        Person staff = person("lienhetuyengiao");

        assertThat(location(staff.postForm(PAGE, ""))).endsWith("?sent=6&held=0");
        HttpResponse<String> second = staff.postForm(PAGE, "");

        assertThat(location(second)).endsWith("?sent=0&held=6");
        assertThat(mails()).isEqualTo(6);
        assertThat(ok(staff.get(PAGE + "?sent=0&held=6")).body())
                .contains("Mỗi địa chỉ nhận nhiều nhất một thư trong một giờ");
        assertThat(location(person("lienhetruongban").postForm(PAGE, "unit=LIENHE-2")))
                .endsWith("?sent=0&held=2");
    }

    @Test
    void refusesAUnitThatTakesNoPart() {
        HttpResponse<String> answer = person("lienhetuyengiao").postForm(PAGE, "unit=SONGDA");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Đơn vị “SONGDA” không tham gia chiến dịch này.");
        assertThat(mails()).isZero();
    }

    @Test
    void theLinkOfTheMailConfirmsItsAddressWithoutALoginAndMoreThanOnce() {
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-1"));
        String link = linkTo("mot.canbo@lienhe.invalid");
        Person addressee = Person.stranger(port);

        String asked = ok(addressee.get(link)).body();
        assertThat(asked)
                .contains("mot.canbo@lienhe.invalid", "Công đoàn Công ty Liên Hệ 1", "(cán bộ phụ trách)")
                .contains("Xác nhận địa chỉ này")
                .doesNotContain("chutich1@lienhe.invalid", "Liên Hệ 2", "Đăng xuất");
        assertThat(confirmed("mot.canbo@lienhe.invalid")).isFalse();
        assertThat(location(addressee.postForm(link, ""))).endsWith(link);
        assertThat(confirmed("mot.canbo@lienhe.invalid")).isTrue();
        assertThat(ok(addressee.get(link)).body())
                .contains("Đã xác nhận lúc", "Cảm ơn đồng chí")
                .doesNotContain("<button");
        assertThat(addressee.postForm(link, "").statusCode()).isEqualTo(302);
        assertThat(count(ok(person("lienhevanthu").get(PAGE)).body(), "Có địa chỉ đã xác nhận"))
                .isEqualTo(1);
    }

    @Test
    void openingTheLinkConfirmsNothingWhoeverOpensIt() {
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-1"));
        String link = linkTo("mot.canbo@lienhe.invalid");
        Person scanner = Person.stranger(port);

        ok(scanner.get(link));
        scanner.exchange("HEAD", link, null, List.of());
        HttpResponse<String> forged = scanner.withoutTokens().postForm(link, "");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(confirmed("mot.canbo@lienhe.invalid")).isFalse();
    }

    @Test
    void aConfirmationOutweighsWhatCameBackBefore() {
        know("mot.canbo@lienhe.invalid", "now()", "now()", "'552 hộp thư đầy'");
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-1"));
        String link = linkTo("mot.canbo@lienhe.invalid");
        Person addressee = Person.stranger(port);

        assertThat(ok(addressee.get(link)).body()).contains("Xác nhận địa chỉ này");
        addressee.postForm(link, "");

        assertThat(confirmed("mot.canbo@lienhe.invalid")).isTrue();
    }

    @Test
    void theLinkOfAMailThatIsHandedOverAgainWorksTooAndSoDoesTheFirst() {
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-1"));
        String first = linkTo("mot.canbo@lienhe.invalid");
        // As after a crash before the mark: the same mail goes out once more, and a mailbox may keep either.
        jdbc.sql(
                        "update mail set state = 'QUEUED', next_attempt_at = created_at where address ilike 'mot.canbo@lienhe.invalid'")
                .update();
        delivery.deliver();
        await().atMost(Duration.ofMinutes(1)).until(() -> links("mot.canbo@lienhe.invalid") == 2);

        assertThat(ok(Person.stranger(port).get(first)).body()).contains("Xác nhận địa chỉ này");
    }

    private int links(String address) {
        return jdbc.sql("select count(*) from address_confirmation where address = ?")
                .param(address)
                .query(Integer.class)
                .single();
    }

    @Test
    void keepsNoLinkThatConfirms() {
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-1"));
        String link = linkTo("mot.canbo@lienhe.invalid");
        String token = link.substring(link.lastIndexOf('/') + 1);

        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        String body = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> jdbc.sql(
                                        "select coalesce(max(body), '') from mail where state = 'HANDED_OVER' and address ilike"
                                                + " 'mot.canbo@lienhe.invalid'")
                                .query(String.class)
                                .single(),
                        text -> !text.isEmpty());
        assertThat(body).contains("/mail/confirm/…").doesNotContain(token);
        assertThat(jdbc.sql("select count(*) from address_confirmation where token_hash like '%' || ? || '%'")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mail/confirm/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/mail/confirm/x",
                "/mail/confirm/%00",
                "/mail/confirm/'%20or%201=1--"
            })
    void anUnknownLinkGetsAFriendlySentenceAndChangesNothing(String link) {
        know("mot.canbo@lienhe.invalid", "null", "null", "null");
        Person stranger = Person.stranger(port);
        stranger.get("/login");

        for (HttpResponse<String> answer : List.of(stranger.get(link), stranger.postForm(link, ""))) {
            assertThat(answer.statusCode()).isIn(400, 404);
            assertThat(answer.body()).doesNotContain("lienhe.invalid");
        }
        assertThat(confirmed("mot.canbo@lienhe.invalid")).isFalse();
    }

    @Test
    void aLinkThatIsTooOldSaysTheSameAsOneThatNeverWas() {
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-1"));
        String link = linkTo("mot.canbo@lienhe.invalid");
        jdbc.sql("update address_confirmation set created_at = created_at - interval '30 days'")
                .update();
        Person addressee = Person.stranger(port);
        addressee.get("/login");

        HttpResponse<String> old = addressee.get(link);
        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(old.body())
                .contains("không đúng hoặc đã hết hạn")
                .isEqualTo(addressee
                        .get("/mail/confirm/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                        .body());
        assertThat(addressee.postForm(link, "").statusCode()).isEqualTo(404);
        assertThat(confirmed("mot.canbo@lienhe.invalid")).isFalse();
    }

    @Test
    void aLinkToAnAddressThatIsNobodysAnyMoreIsDead() {
        ok(person("lienhevanthu").postForm(PAGE, "unit=LIENHE-1"));
        String link = linkTo("mot.canbo@lienhe.invalid");
        jdbc.sql("update unit_contact set email = 'khac@lienhe.invalid' where email = 'Mot.CanBo@lienhe.invalid'")
                .update();
        try {
            assertThat(Person.stranger(port).get(link).statusCode()).isEqualTo(404);
        } finally {
            jdbc.sql("update unit_contact set email = 'Mot.CanBo@lienhe.invalid' where email = 'khac@lienhe.invalid'")
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"songdacanbo", "tuyengiao", "quansat", "lienhe1canbo", "lienhe1chutich"})
    void isNoPageForOthers(String login) {
        Person other = person(login);

        assertThat(other.get(PAGE).statusCode()).isIn(403, 404);
        assertThat(other.postForm(PAGE, "").statusCode()).isIn(403, 404);
        assertThat(other.postForm(PAGE, "unit=LIENHE-1").statusCode()).isIn(403, 404);
        assertThat(mails()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lienhequansat", "lienhethuongtruc", "lienhevanphong", "admin"})
    void whoOnlyReadsSendsNothing(String login) {
        Person reader = person(login);

        assertThat(ok(reader.get(PAGE)).body()).contains("Liên Hệ 1").doesNotContain("Gửi thư kiểm tra cho tất cả");
        assertThat(reader.postForm(PAGE, "").statusCode()).isIn(403, 404);
        assertThat(mails()).isZero();
    }

    @Test
    void isNoPageForAStrangerAndNoTargetOfAForeignPage() {
        assertThat(location(Person.stranger(port).get(PAGE))).contains("/login");
        assertThat(person("lienhevanthu").withoutTokens().postForm(PAGE, "").statusCode())
                .isEqualTo(403);
        assertThat(mails()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit-form", "complete"})
    void thePlanGoesOutWithAReasonOnlyWhileUnitsAreUnconfirmed(String way) {
        String code = approved("TK-LIENHE-LYDO" + way.length());
        know("mot.canbo@lienhe.invalid", "now()", "null", "null");
        Person clerk = person("lienhevanthu");
        String task = task(clerk, code);

        JsonNode form = read(ok(clerk.get(task + "/form-variables")).body());
        assertThat(form.at("/unconfirmedUnits/value").asInt()).isEqualTo(2);
        assertThat(form.at("/contactsPage/value").asText()).isEqualTo("/campaigns/" + code + "/contacts");
        HttpResponse<String> refused = post(clerk, task, way, ISSUED);
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("Còn 2 đơn vị chưa có địa chỉ thư được xác nhận.");
        assertThat(post(clerk, task, way, with(ISSUED, "reason", " \n ")).statusCode())
                .isBetween(400, 499);
        assertThat(campaigns.campaign(code).state()).isEqualTo(CampaignState.DRAFT);

        int number = way.length();
        Map<String, Object> answers = with(with(ISSUED, "number", number), "reason", "Đã gọi điện cho cả hai.");
        assertThat(post(clerk, task, way, answers).statusCode()).isEqualTo(204);

        assertThat(decisions(code))
                .containsExactly(
                        "Vẫn ban hành khi 2/3 đơn vị chưa có địa chỉ thư được xác nhận: Đã gọi điện cho cả hai.");
        assertThat(ok(person("lienhequansat").get("/campaigns/" + code)).body())
                .contains("Vẫn ban hành khi 2/3 đơn vị", "Đã gọi điện cho cả hai.");
    }

    @Test
    void thePlanGoesOutWithoutAReasonOnceAllAreConfirmed() {
        String code = approved("TK-LIENHE-DU");
        Person clerk = person("lienhevanthu");
        String task = task(clerk, code);
        List.of("mot.canbo@lienhe.invalid", "chutich2@lienhe.invalid", "ba.canbo@lienhe.invalid")
                .forEach(address -> know(address, "now()", "null", "null"));

        assertThat(read(ok(clerk.get(task + "/form-variables")).body())
                        .at("/unconfirmedUnits/value")
                        .asInt())
                .isZero();
        assertThat(post(clerk, task, "submit-form", with(ISSUED, "number", 77)).statusCode())
                .isEqualTo(204);
        assertThat(decisions(code)).isEmpty();
    }

    private String approved(String code) {
        ok(admin.post("/api/campaigns", campaign(code)));
        done(person("lienhetuyengiao"), code, "UserTask_DraftPlan", Map.of());
        done(person("lienhethuongtruc"), code, "UserTask_ApprovePlan", Map.of("decision", "approve"));
        return code;
    }

    private void done(Person person, String code, String taskKey, Map<String, Object> answers) {
        assertThat(post(person, task(person, code, taskKey), "submit-form", answers)
                        .statusCode())
                .isEqualTo(204);
    }

    private static String task(Person person, String code) {
        return task(person, code, "UserTask_IssuePlan");
    }

    private static String task(Person person, String code, String taskKey) {
        JsonNode tasks = read(ok(person.post(
                        Person.ENGINE + "/task",
                        json(Map.of("processInstanceBusinessKey", code, "taskDefinitionKey", taskKey))))
                .body());
        return Person.ENGINE + "/task/" + tasks.at("/0/id").asText();
    }

    private static HttpResponse<String> post(Person person, String task, String way, Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return person.post(task + "/" + way, json(Map.of("variables", variables)));
    }

    private static Map<String, Object> with(Map<String, Object> answers, String name, Object value) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put(name, value);
        return all;
    }

    private List<String> decisions(String code) {
        return jdbc.sql("""
                        select d.kind || ': ' || d.reason from decision d join campaign c on c.id = d.campaign_id
                        where c.code = ? and d.kind like 'Vẫn ban hành%'""").param(code).query(String.class).list();
    }

    /** The path in the newest mail to that address, as the mail server received it. */
    private String linkTo(String address) {
        delivery.deliver();
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            JsonNode mails = read(ok(admin.get("/demo/mailbox?search=" + address))
                                    .body());
                            Matcher link = Pattern.compile("/mail/confirm/[\\w-]+")
                                    .matcher(mails.at("/0/text").asText());
                            return link.find() ? link.group() : "";
                        },
                        link -> !link.isEmpty());
    }

    private void know(String address, String confirmed, String bad, String reason) {
        jdbc.sql("insert into mail_address (address, confirmed_at, bad_since, bad_reason) values (?, %s, %s, %s)"
                        .formatted(confirmed, bad, reason))
                .param(address)
                .update();
    }

    private boolean confirmed(String address) {
        return jdbc.sql("""
                        select coalesce(bool_or(confirmed_at is not null and bad_since is null), false)
                        from mail_address where address = ?""").param(address).query(Boolean.class).single();
    }

    private int mails() {
        return jdbc.sql("select count(*) from mail where address like '%@lienhe.invalid' and bundle like 'confirm:%'")
                .query(Integer.class)
                .single();
    }

    private Person person(String login) {
        return Person.loggedIn(port, login);
    }

    private static int count(String page, String label) {
        Matcher count = Pattern.compile("<dt>" + label + "</dt><dd>(\\d+)</dd>").matcher(page);
        assertThat(count.find()).as(label).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private static String row(String page, String unit) {
        Matcher row = Pattern.compile("<tr>(?:(?!</tr>).)*" + unit + "<.*?</tr>", Pattern.DOTALL)
                .matcher(page);
        assertThat(row.find()).as(unit).isTrue();
        return row.group();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("no redirect: " + answer.statusCode());
    }

    private static HttpResponse<String> ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isBetween(200, 302);
        return answer;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
