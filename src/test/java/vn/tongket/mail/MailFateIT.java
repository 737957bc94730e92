package vn.tongket.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.notification.NoticeDays;
import vn.tongket.report.LastNotice;
import vn.tongket.report.LastNotices;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** What becomes of notices whose mail is lost or overtaken, and where people see it. */
@TongketIT
class MailFateIT {

    private static int campaigns;
    private static final StatusCode NO_SUCH_USER = new StatusCode(5, 1, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MailOutcome outcome;

    @Autowired
    private MailDelivery delivery;

    @Autowired
    private StillWanted wanted;

    @Autowired
    private MailWriter writer;

    @Autowired
    private LastNotices lastNotices;

    @Autowired
    private TransactionTemplate transaction;

    private String code;
    private UUID campaign;

    @BeforeEach
    void issue() {
        code = IssuedCampaign.of(context, "TK.THU." + ++campaigns + "-2017");
        campaign = context.getBean(CampaignService.class).campaign(code).id();
        delivered();
    }

    @AfterEach
    void forgetAddresses() {
        jdbc.sql("update mail_address set bad_since = null, bad_reason = null").update();
    }

    @Test
    void turnsToTheNextContactUntilNoneIsLeftAndShowsThat() throws Exception {
        assertThat(last("SONGDA").fate()).startsWith("Đã chuyển máy chủ thư lúc ");
        comesBack("songda.officer@demo.invalid");
        assertThat(addressees("SONGDA")).containsExactly("songda.officer@demo.invalid", "songda.office@demo.invalid");
        delivered();
        assertThat(last("SONGDA").unreachable()).isFalse();
        assertThat(page("/campaigns/" + code)).doesNotContain("đơn vị không liên lạc được");

        comesBack("songda.office@demo.invalid");
        delivered();
        comesBack("songda.chair@demo.invalid");

        assertThat(addressees("SONGDA"))
                .containsExactly(
                        "songda.officer@demo.invalid", "songda.office@demo.invalid", "songda.chair@demo.invalid");
        assertThat(last("SONGDA"))
                .isEqualTo(new LastNotice(
                        "Gửi kế hoạch", last("SONGDA").day(), "Không liên lạc được: thư bị trả lại", true));
        assertThat(page("/campaigns/" + code))
                .contains("1 đơn vị không liên lạc được", "Không liên lạc được: thư bị trả lại", "Thông báo gần nhất");
        assertThat(page("/campaigns/" + code + "/notices?undelivered=true"))
                .contains("songda.chair@demo.invalid", "Thư bị trả lại", "smtp; 550 no such user")
                .doesNotContain("hud.officer@demo.invalid");

        JsonNode lost = new ObjectMapper()
                .readTree(Person.script(port, "quansat", "demo")
                        .get("/api/campaigns/" + code + "/notices?unit=SONGDA&undelivered=true")
                        .body());
        assertThat(lost.at("/notices")).hasSize(1);
        assertThat(lost.at("/notices/0/kind").asText()).isEqualTo("plan_issued");
        assertThat(lost.at("/notices/0/addressees"))
                .extracting(addressee -> addressee.path("role").asText() + " "
                        + addressee.path("state").asText())
                .containsExactly("Cán bộ bounced", "Văn phòng bounced", "Chủ tịch bounced");
    }

    @Test
    void passesWhatWasMeantForTheIssuerToTheIssuersNextContact() {
        UUID notice = UUID.randomUUID();
        UUID mail = UUID.randomUUID();
        jdbc.sql("""
                        insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at,
                            sent_at, message_id)
                        values (?, ?, 'cdxdvn.office@demo.invalid', ?, 'HANDED_OVER', 1, now(), now(), now(), ?)""")
                .params(mail, campaign, notice.toString(), "<" + mail + "@tongket>")
                .update();
        jdbc.sql("insert into notice (id, campaign_id, unit_code, kind, occasion, details, created_at) values"
                        + " (?, ?, 'HUD', 'RECALLED', 'version 1', '{\"version\": 1, \"reason\": \"Nhầm\"}', now())")
                .params(notice, campaign)
                .update();
        jdbc.sql("insert into notice_recipient (notice_id, position, role, mail_id) values (?, 1, 'OFFICE', ?)")
                .params(notice, mail)
                .update();

        transaction.executeWithoutResult(status -> outcome.bounced(mail, NO_SUCH_USER, "550"));

        assertThat(jdbc.sql("select m.address from notice_recipient r join mail m on m.id = r.mail_id"
                                + " where r.notice_id = ? order by r.position")
                        .param(notice)
                        .query(String.class)
                        .list())
                .containsExactly("cdxdvn.office@demo.invalid", "cdxdvn.officer@demo.invalid");
        assertThat(last("HUD").what()).as("not told to the unit").isEqualTo("Gửi kế hoạch");
    }

    @Test
    void leavesOutRemindersOfThoseWhoSentOrOweByAnotherDay() {
        jdbc.sql("update campaign set issued_at = '2017-09-05T08:30+07' where id = ?")
                .param(campaign)
                .update();
        NoticeDays days = context.getBean(NoticeDays.class);
        days.decide(code, LocalDateTime.of(2017, 10, 25, 8, 0));
        days.decide(code, LocalDateTime.of(2017, 10, 27, 8, 0));
        String set = "update report set %s where campaign_id = ? and id in"
                + " (select id from participant where unit_code = '%s')";
        jdbc.sql(set.formatted("state = 'SUBMITTED'", "VICEM")).param(campaign).update();
        jdbc.sql(set.formatted("extended_to = '2017-11-10'", "LILAMA"))
                .param(campaign)
                .update();
        UUID shared = reminder("VICEM");
        UUID own = reminder("VIGLACERA");
        jdbc.sql("update notice_recipient set mail_id = ? where mail_id = ?")
                .params(shared, own)
                .update();
        jdbc.sql("delete from mail where id = ?").param(own).update();
        List<UUID> mails = jdbc.sql(
                        "select distinct r.mail_id from notice n join notice_recipient r on r.notice_id = n.id"
                                + " where n.campaign_id = ? and n.occasion = '2017-11-04/T-5'")
                .param(campaign)
                .query(UUID.class)
                .list();

        Set<UUID> overtaken = transaction.execute(status -> wanted.overtaken(mails));

        assertThat(overtaken).containsExactly(reminder("LILAMA"));
        Set<UUID> again = transaction.execute(status -> wanted.overtaken(mails));
        assertThat(again).as("a node that died before it noted it").isEqualTo(overtaken);
        Mail both = Mail.of(campaign, "vicem.officer@demo.invalid", "day:2017-10-27");
        assertThat(both.id()).isEqualTo(shared);
        MailContent content = transaction.execute(status -> writer.write(both));
        assertThat(content.text()).contains("Viglacera").doesNotContain("VICEM", "Xi măng");
        assertThat(last("VICEM").fate()).isEqualTo("Không còn cần gửi");
        delivered();
    }

    @Test
    void showsNoticesToTheIssuersPeopleOnly() {
        for (String path : List.of("/campaigns/", "/api/campaigns/")) {
            String notices = path + code + "/notices";
            for (String user : List.of("tuyengiao", "truongban", "quansat", "admin")) {
                assertThat(Person.loggedIn(port, user).get(notices).statusCode())
                        .as(user)
                        .isEqualTo(200);
            }
            assertThat(Person.loggedIn(port, "songdacanbo").get(notices).statusCode())
                    .isEqualTo(403);
            assertThat(Person.loggedIn(port, "quansat")
                            .get(path + "TK.KHONG-2017/notices")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Person.loggedIn(port, "quansat")
                            .get(notices + "?page=-1")
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(Person.stranger(port)
                        .get("/api/campaigns/" + code + "/notices")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Person.loggedIn(port, "songdacanbo")
                        .get("/campaigns/" + code)
                        .body())
                .contains("Thông báo gần nhất")
                .doesNotContain("/campaigns/" + code + "/notices");
    }

    private void delivered() {
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            delivery.deliver();
            return jdbc.sql("select count(*) from mail where campaign_id = ? and state = 'QUEUED'")
                            .param(campaign)
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }

    private void comesBack(String address) {
        UUID mail = jdbc.sql("select id from mail where campaign_id = ? and address = ?")
                .params(campaign, address)
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(status -> outcome.bounced(mail, NO_SUCH_USER, "smtp; 550 no such user"));
    }

    private List<String> addressees(String unit) {
        return jdbc.sql("""
                        select m.address from notice n join notice_recipient r on r.notice_id = n.id
                        join mail m on m.id = r.mail_id
                        where n.campaign_id = ? and n.unit_code = ? and n.kind = 'PLAN_ISSUED' order by r.position""").params(campaign, unit).query(String.class).list();
    }

    private UUID reminder(String unit) {
        return jdbc.sql("""
                        select r.mail_id from notice n join notice_recipient r on r.notice_id = n.id
                        where n.campaign_id = ? and n.unit_code = ? and n.occasion = '2017-11-04/T-5'""").params(campaign, unit).query(UUID.class).single();
    }

    private LastNotice last(String unit) {
        return lastNotices.ofUnits(campaign).get(unit);
    }

    private String page(String path) {
        return Person.loggedIn(port, "tuyengiao").get(path).body();
    }
}
