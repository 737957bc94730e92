package vn.tongket.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignService;
import vn.tongket.mail.Mail;
import vn.tongket.report.ReportService;
import vn.tongket.report.ReportVersions;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** Notices to many units at once, as the database writes them. */
@TongketIT
class CampaignNoticesIT {

    private static final LocalDate REMINDER = LocalDate.of(2017, 10, 27);
    private static final LocalDate LAST_DAY = LocalDate.of(2017, 11, 4);

    private static int campaigns;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CampaignNotices notices;

    @Autowired
    private JdbcClient jdbc;

    private String code;
    private UUID campaign;

    @BeforeEach
    void issue() {
        code = IssuedCampaign.of(context, "NOTICES-" + ++campaigns);
        campaign = context.getBean(CampaignService.class).campaign(code).id();
    }

    @Test
    void writesToTheOfficerAndInvitesTheChairs() {
        notices.invite(code, 1, LAST_DAY.atTime(8, 0), "Hà Nội", "Thông qua báo cáo");

        assertThat(addressOf("SONGDA", "PLAN_ISSUED")).isEqualTo("songda.officer@demo.invalid");
        assertThat(addressOf("SONGDA", "INVITATION")).isEqualTo("songda.chair@demo.invalid");
        assertThat(units("INVITATION", "round 1"))
                .hasSize(count("select count(*) from participant where campaign_id = ? and required"));
    }

    @Test
    void givesNoticesAndMailsTheIdsThatFollowFromTheirKeys() {
        Notice notice = Notice.of(campaign, "SONGDA", NoticeKind.PLAN_ISSUED, "1", Map.of());
        Mail mail = Mail.of(campaign, "SongDa.Officer@demo.invalid", notice.id().toString());

        assertThat(jdbc.sql("""
                        select n.id as notice, m.id as mail, m.message_id from notice n
                        join notice_recipient r on r.notice_id = n.id join mail m on m.id = r.mail_id
                        where n.campaign_id = ? and n.unit_code = 'SONGDA'""").param(campaign).query().singleRow())
                .isEqualTo(Map.of("notice", notice.id(), "mail", mail.id(), "message_id", mail.messageId()));
    }

    @Test
    void putsWhatOneAddressGetsOnADayIntoOneMail() {
        jdbc.sql("update unit_contact set email = 'both@demo.invalid' where role = 'OFFICER' and unit_id in"
                        + " (select id from union_unit where code in ('SONGDA', 'VIGLACERA'))")
                .update();
        try {
            jdbc.sql("update campaign set issued_at = '2017-10-26T10:00+07' where id = ?")
                    .param(campaign)
                    .update();
            context.getBean(NoticeDays.class).decide(code, REMINDER.atTime(8, 0));
        } finally {
            jdbc.sql("""
                            update unit_contact k set email = lower(u.code) || '.officer@demo.invalid' from union_unit u
                            where u.id = k.unit_id and email = 'both@demo.invalid'""").update();
        }

        UUID mail = Mail.of(campaign, "both@demo.invalid", "day:" + REMINDER).id();
        List<Notice> carried = context.getBean(Outbox.class).carriedBy(mail);
        assertThat(carried).extracting(Notice::unitCode).containsExactlyInAnyOrder("SONGDA", "VIGLACERA");
        assertThat(context.getBean(NoticeText.class).of(carried).text())
                .contains(
                        "Kính gửi: Công đoàn Tổng công ty Sông Đà.",
                        "Kính gửi: Công đoàn Tổng công ty Viglacera - CTCP.");
    }

    @Test
    void sendsTheUnitAReceiptWithTheHashThatConfirmsIt() {
        WholeReport.written(context, code, "SONGDA").sent();
        context.getBean(ReportService.class).register(code, "SONGDA", () -> 15);
        String hash =
                context.getBean(ReportVersions.class).version(code, "SONGDA", 1).hash();

        Map<String, Object> details = Map.copyOf(detailsOf("SONGDA", "RECEIPT"));

        assertThat(details).containsEntry("hash", hash).containsEntry("version", "1");
        String text = context.getBean(NoticeText.class)
                .of(Notice.of(campaign, "SONGDA", NoticeKind.RECEIPT, "version 1", details))
                .text();
        assertThat(text).contains("Số đến: 15", "Lần gửi: 1", "SHA-256): " + hash, "/receipts/" + hash);
    }

    /** Queued by the version before. */
    @Test
    void sendsAReceiptWithoutAHashToo() {
        Map<String, Object> details = Map.of(
                "documentNumber", "12/BC-CĐ", "incomingNumber", 15, "receivedAt", "", "punctuality", "", "version", 1);

        assertThat(context.getBean(NoticeText.class)
                        .of(Notice.of(campaign, "SONGDA", NoticeKind.RECEIPT, "version 1", details))
                        .text())
                .contains("Số đến: 15")
                .doesNotContain("SHA-256", "null");
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(campaign).query(Integer.class).single();
    }

    private List<String> units(String kind, String occasion) {
        return jdbc.sql("select unit_code from notice where campaign_id = ? and kind = ? and occasion = ?")
                .params(campaign, kind, occasion)
                .query(String.class)
                .list();
    }

    private Map<String, String> detailsOf(String unit, String kind) {
        Map<String, String> details = new java.util.HashMap<>();
        jdbc.sql("""
                        select key, value from notice, jsonb_each_text(details)
                        where campaign_id = ? and unit_code = ? and kind = ?""").params(campaign, unit, kind).query(row -> {
            details.put(row.getString("key"), row.getString("value"));
        });
        return details;
    }

    private String addressOf(String unit, String kind) {
        return jdbc.sql("select m.address from notice n join notice_recipient r on r.notice_id = n.id"
                        + " join mail m on m.id = r.mail_id where n.campaign_id = ? and unit_code = ? and kind = ?")
                .params(campaign, unit, kind)
                .query(String.class)
                .single();
    }
}
