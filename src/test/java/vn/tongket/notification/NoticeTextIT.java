package vn.tongket.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.extension.ExtensionDecided;
import vn.tongket.extension.ExtensionScope;
import vn.tongket.extension.Target;
import vn.tongket.mail.Mail;
import vn.tongket.mail.MailContent;
import vn.tongket.mail.MailContent.Attachment;
import vn.tongket.notification.text.CampaignTexts;
import vn.tongket.notification.text.MailLayout.Rendered;
import vn.tongket.notification.text.MailText;
import vn.tongket.notification.text.Wording;
import vn.tongket.organization.ContactRole;
import vn.tongket.shared.Vietnamese;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;
import vn.tongket.support.WholeReport;

/** The mails of the shipped campaign as they are read. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class NoticeTextIT {

    private static final String CODE = "TK.LOIVAN-2017";
    private static final String SHORT = "tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private NoticeText texts;

    @Autowired
    private TextPreviews previews;

    @Autowired
    private Outbox outbox;

    @Autowired
    private NoticeMails mails;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UUID campaign;

    @BeforeAll
    void issue() {
        IssuedCampaign.of(context, CODE);
        campaign = context.getBean(CampaignService.class).campaign(CODE).id();
    }

    private Rendered shipped(MailText text) {
        return previews.of(CODE, "SONGDA", text, CampaignTexts.shipped(text));
    }

    @ParameterizedTest
    @EnumSource(MailText.class)
    void leavesNothingOpenInAnyMail(MailText text) {
        Rendered mail = shipped(text);

        for (String words : List.of(mail.subject(), mail.text(), mail.html())) {
            assertThat(words).doesNotContain("{", "null", "${", "[(").isNotBlank();
            assertThat(Normalizer.isNormalized(words, Normalizer.Form.NFC)).isTrue();
        }
        assertThat(mail.subject()).doesNotContain("\n");
        assertThat(mail.text()).startsWith("Kính gửi: ").doesNotContain("TK.LOIVAN-2017 ");
        assertThat(mail.html())
                .contains("<html lang=\"vi\">", ">Kính gửi: ", ">Công đoàn Xây dựng Việt Nam</p>")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PLAN_ISSUED | Kế hoạch 45/KH-CĐXD: Tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW về tiếp tục xây dựng giai cấp công nhân Việt Nam thời kỳ đẩy mạnh công nghiệp hóa, hiện đại hóa đất nước
        OVERDUE | Quá hạn gửi báo cáo tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW: Công đoàn Tổng công ty Sông Đà
        URGING_LETTER | Công văn số 210/CV: đôn đốc gửi báo cáo tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW
        EXTENSION_REFUSED | Không gia hạn gửi báo cáo tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW
        REPORT_EXEMPTED | Đơn vị được miễn gửi báo cáo tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW
        RECEIPT | Đã nhận báo cáo của Công đoàn Tổng công ty Sông Đà
        RETURNED | Đề nghị bổ sung báo cáo của Công đoàn Tổng công ty Sông Đà
        RECALLED | Công đoàn Tổng công ty Sông Đà rút lại báo cáo
        INVITATION | Giấy mời Hội nghị Ban Chấp hành Công đoàn Xây dựng Việt Nam
        ACKNOWLEDGEMENT_OVERDUE | Chưa có xác nhận của Tổng Liên đoàn Lao động Việt Nam về Báo cáo 120/BC
        ADDRESS_CONFIRMATION | Xác nhận địa chỉ nhận thư của Công đoàn Tổng công ty Sông Đà
        """)
    void saysInTheSubjectWhatItIsAbout(MailText text, String subject) {
        assertThat(shipped(text).subject()).isEqualTo(subject);
    }

    @Test
    void remindsInThreeTonesOfWhatThisUnitOwes() {
        for (MailText text : List.of(MailText.REMINDER_FRIENDLY, MailText.REMINDER_FIRM, MailText.REMINDER_URGENT)) {
            assertThat(shipped(text).text())
                    .contains(
                            "Kính gửi: Công đoàn Tổng công ty Sông Đà.",
                            "hết ngày 04/11/2017",
                            "(tình trạng: chưa bắt đầu)",
                            "- Tiếp nhận kế hoạch: việc đầu tiên của đơn vị trên hệ thống\n",
                            "- Cả 8 phụ lục chưa nhập số liệu\n",
                            "Mở việc của đơn vị: http://127.0.0.1:8080/go/TK.LOIVAN-2017/SONGDA\n");
        }
        assertThat(shipped(MailText.REMINDER_FRIENDLY).text()).contains("Trân trọng cảm ơn.");
        assertThat(shipped(MailText.REMINDER_FIRM).text()).contains("Đề nghị đơn vị khẩn trương hoàn thành");
        assertThat(shipped(MailText.REMINDER_URGENT).subject()).startsWith("KHẨN – Báo cáo " + SHORT + ": ");
    }

    @Test
    void choosesTheWordsByToneAndDecision() {
        assertThat(NoticeText.textOf(notice(NoticeKind.REMINDER, "URGENT", Map.of())))
                .isEqualTo(MailText.REMINDER_URGENT);
        assertThat(NoticeText.textOf(notice(NoticeKind.REMINDER, null, Map.of())))
                .isEqualTo(MailText.REMINDER_FIRM);
        assertThat(NoticeText.textOf(notice(NoticeKind.EXTENSION_DECIDED, null, Map.of("granted", true))))
                .isEqualTo(MailText.EXTENSION_GRANTED);
        assertThat(NoticeText.textOf(notice(NoticeKind.EXTENSION_DECIDED, null, Map.of("granted", false))))
                .isEqualTo(MailText.EXTENSION_REFUSED);
        assertThat(List.of(NoticeKind.values()))
                .allSatisfy(kind -> assertThat(NoticeText.textOf(notice(kind, null, Map.of())))
                        .isNotNull());
    }

    private Notice notice(NoticeKind kind, String tone, Map<String, Object> details) {
        return new Notice(UUID.randomUUID(), campaign, "SONGDA", kind, "x", tone, details);
    }

    @Test
    void asksAReturnedReportForWhatTheReviewersNamed() {
        WholeReport.written(context, CODE, "VIGLACERA").sent().returned("MD.1");

        assertThat(previews.of(CODE, "VIGLACERA", MailText.REMINDER_FIRM, CampaignTexts.shipped(MailText.REMINDER_FIRM))
                        .text())
                .contains(
                        "(tình trạng: trả lại, yêu cầu bổ sung)",
                        "- Bổ sung theo lý do trả lại – Mục MD.1 “Căn cứ, phạm vi và cách làm tổng kết”: Cần bổ sung\n")
                .contains("hết ngày 01/01/2099")
                .doesNotContain("chưa viết");
    }

    @Test
    void countsTheUnitsForTheDepartmentAndTheStandingBody() {
        String digest = shipped(MailText.DIGEST).text();

        assertThat(digest)
                .startsWith(
                        "Kính gửi: Ban Tuyên giáo.\n\nHạn chung: hết ngày 04/11/2017. Trong 36 đơn vị phải gửi báo cáo:")
                .containsPattern("- Đã gửi: \\d+ đơn vị \\(sớm hoặc đúng hạn: \\d+; muộn: \\d+\\)\n")
                .containsPattern("- Chưa gửi: \\d+ đơn vị\n")
                .contains("Đơn vị chưa gửi:\n\n- Công đoàn Tổng công ty Sông Đà\n")
                .containsPattern("- và 1\\d đơn vị khác\n")
                .contains("Xem tình hình từng đơn vị: http://127.0.0.1:8080/campaigns/TK.LOIVAN-2017\n");
        assertThat(shipped(MailText.ESCALATION).text())
                .startsWith("Kính gửi: Thường trực Công đoàn Xây dựng Việt Nam.")
                .containsPattern("\\d+ trong 36 đơn vị phải báo cáo chưa gửi \\(\\d+%\\)\\.")
                .endsWith("/campaigns/TK.LOIVAN-2017\n");
    }

    @Test
    void showsHostileNamesAndDecisionsAsText() {
        jdbc.sql("update union_unit set name = ? where code = 'LILAMA'")
                .param("<b onclick=x>LILAMA</b> {hạn}")
                .update();
        try {
            Rendered mail = texts.of(new Notice(
                    UUID.randomUUID(),
                    campaign,
                    "LILAMA",
                    NoticeKind.RECALLED,
                    "x",
                    null,
                    Map.of("version", 1, "reason", "a\r\nBcc: b@demo.invalid\n- <script>alert(1)</script> ${7*7}")));

            assertThat(mail.subject()).isEqualTo("<b onclick=x>LILAMA</b> {hạn} rút lại báo cáo");
            assertThat(mail.html())
                    .doesNotContain("<script", "<b ", "49")
                    .contains("&lt;b onclick=x&gt;LILAMA&lt;/b&gt; {hạn} đã rút lại báo cáo gửi lần 1");
            assertThat(mail.text()).contains("lý do: a Bcc: b@demo.invalid - <script>alert(1)</script> ${7*7}\n");
        } finally {
            jdbc.sql("update union_unit set name = 'Công đoàn Tổng công ty Lắp máy Việt Nam' where code = 'LILAMA'")
                    .update();
        }
    }

    @Test
    void usesTheCampaignsOwnWords() {
        CampaignTexts own = context.getBean(CampaignTexts.class);
        Wording wording = new Wording("Riêng: {tên đơn vị}", "Lời riêng tới {tên đơn vị}, hạn {hạn}.");
        own.save(campaign, MailText.REMINDER_URGENT, wording, 0, "tuyengiao");
        Notice notice = notice(NoticeKind.REMINDER, "URGENT", Map.of("deadline", "04/11/2017"));

        assertThat(texts.of(notice).subject()).isEqualTo("Riêng: Công đoàn Tổng công ty Sông Đà");
        assertThat(texts.of(notice).text())
                .startsWith("Lời riêng tới Công đoàn Tổng công ty Sông Đà, hạn 04/11/2017.\n");

        own.restore(campaign, MailText.REMINDER_URGENT, 1, "tuyengiao");
        assertThat(texts.of(notice).subject()).startsWith("KHẨN – ");
    }

    @Test
    void putsSeveralNoticesUnderTheirUnits() {
        Notice one = notice(NoticeKind.REMINDER, "FIRM", Map.of());
        Notice other = new Notice(
                UUID.randomUUID(), campaign, "HUD", NoticeKind.OVERDUE, "x", null, Map.of("deadline", "04/11/2017"));

        Rendered mail = texts.of(List.of(one, other));

        assertThat(mail.subject()).isEqualTo("2 thông báo (nhắc hạn gửi báo cáo; quá hạn gửi báo cáo): " + SHORT);
        assertThat(mail.html())
                .containsSubsequence(
                        ">Công đoàn Tổng công ty Sông Đà – nhắc hạn gửi báo cáo</h2>",
                        "/go/TK.LOIVAN-2017/SONGDA",
                        " – quá hạn gửi báo cáo</h2>",
                        "/go/TK.LOIVAN-2017/HUD");
        assertThat(mail.text()).startsWith("Công đoàn Tổng công ty Sông Đà – nhắc hạn gửi báo cáo\n\nKính gửi: ");
    }

    @Test
    void sendsTheNumberedLetterToAllWhoAreUrgedOnADay() {
        LocalDate today = LocalDate.now(clock);
        Mail first = urge("SONGDA", today);
        Mail second = urge("HUD", today);

        decide(today);
        decide(today);

        MailContent mail = mails.write(first);
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).matches("Cong-van-\\d\\d+-CDXD-TG\\.docx");
            assertThat(file.contentType()).contains("wordprocessingml");
        });
        String number = jdbc.sql(
                        "select symbol from official_document where campaign_id = ? and kind = 'URGING_LETTER'")
                .param(campaign)
                .query(String.class)
                .single();
        assertThat(number).matches("\\d\\d+/CĐXD-TG");
        assertThat(mail.subject()).isEqualTo("Công văn số " + number + ": đôn đốc gửi báo cáo " + SHORT);
        assertThat(mail.text())
                .contains("gửi Công văn số " + number + " ngày " + Vietnamese.day(today))
                .containsPattern("chậm nhất hết ngày \\d\\d/\\d\\d/\\d{4}\\. Những việc còn lại");
        assertThat(mails.write(second).attachments())
                .extracting(Attachment::fileName)
                .isEqualTo(mail.attachments().stream().map(Attachment::fileName).toList());
    }

    @Test
    void namesUnitsWithoutAnAddressThatTakesMail() {
        assertThat(shipped(MailText.DIGEST).text()).doesNotContain("thư không tới được");
        jdbc.sql("""
                        insert into mail_address (address, bad_since, bad_reason)
                        select distinct lower(k.email), now(), 'hộp thư không tồn tại' from unit_contact k
                        join union_unit u on u.id = k.unit_id where u.code = 'HUD'
                        on conflict (address) do update set bad_since = excluded.bad_since""").update();
        try {
            assertThat(shipped(MailText.DIGEST).text())
                    .contains("thư không tới được, đề nghị gọi điện:\n\n"
                            + "- Công đoàn Tổng công ty Đầu tư phát triển nhà và đô thị\n");
        } finally {
            jdbc.sql("update mail_address set bad_since = null, bad_reason = null")
                    .update();
        }
    }

    @Test
    void tellsTheUnitWhatWasDecidedOnItsReport() {
        DecisionNotices decisions = context.getBean(DecisionNotices.class);
        transaction.executeWithoutResult(status -> {
            decisions.extensionGranted(
                    CODE, "COMA", "1", LocalDate.of(2017, 11, 4), LocalDate.of(2017, 11, 10), null, "25/CV-CĐ");
            decisions.extensionRefused(CODE, "COMA", "2", "Đã gia hạn một lần.", "26/CV-CĐ");
            decisions.exempted(CODE, "COMA", "Đơn vị đã sáp nhập.");
            decisions.lateAccepted(CODE, "COMA", LocalDate.of(2017, 11, 20), "Có lý do chính đáng.");
        });

        List<Rendered> sent = jdbc.sql("""
                        select r.mail_id from notice n join notice_recipient r on r.notice_id = n.id
                        where n.campaign_id = ? and n.unit_code = 'COMA' and n.kind <> 'PLAN_ISSUED'
                        order by n.kind, n.occasion""").param(campaign).query(UUID.class).list().stream()
                .map(mail -> texts.of(outbox.carriedBy(mail)))
                .toList();

        assertThat(sent).hasSize(4);
        assertThat(sent.get(0).subject()).isEqualTo("Đồng ý gia hạn đến hết ngày 10/11/2017: báo cáo " + SHORT);
        assertThat(sent.get(0).text())
                .contains(
                        "Thường trực Công đoàn Xây dựng Việt Nam đồng ý gia hạn gửi báo cáo cho đơn vị."
                                + " Hạn cũ: 04/11/2017. Hạn mới của đơn vị: hết ngày 10/11/2017.",
                        "văn bản số 25/CV-CĐ.")
                .doesNotContain("Ý kiến kèm theo");
        assertThat(sent.get(1).text())
                .contains("không đồng ý gia hạn.", "Lý do: Đã gia hạn một lần.", "vẫn là hết ngày 04/11/2017: ");
        assertThat(sent.get(2).text())
                .contains("đồng ý để đơn vị gửi báo cáo chậm nhất hết ngày 20/11/2017", "Lý do: Có lý do chính đáng.");
        assertThat(sent.get(3).text()).contains("miễn cho đơn vị việc gửi báo cáo", "Lý do: Đơn vị đã sáp nhập.");
    }

    @Test
    void tellsTheUnitThatMoreTimeWasGrantedOrRefused() {
        UUID request = UUID.randomUUID();
        extension(request, true, null);
        extension(UUID.randomUUID(), false, "Kế hoạch tổng hợp không cho phép.");

        assertThat(jdbc.sql("""
                        select details ->> 'newDeadline' from notice where campaign_id = ? and unit_code = 'LICOGI'
                            and kind = 'EXTENSION_DECIDED' and occasion = ?""")
                        .params(campaign, request.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("10/11/2017");
        assertThat(jdbc.sql("""
                        select details ->> 'reason' from notice where campaign_id = ? and unit_code = 'LICOGI'
                            and kind = 'EXTENSION_DECIDED' and not cast(details ->> 'granted' as boolean)""").param(campaign).query(String.class).single())
                .isEqualTo("Kế hoạch tổng hợp không cho phép.");
    }

    private void extension(UUID request, boolean granted, String words) {
        LocalDate day = LocalDate.of(2017, 11, 10);
        transaction.executeWithoutResult(status -> events.publishEvent(new ExtensionDecided(
                CODE,
                request,
                new Target(ExtensionScope.UNIT, "LICOGI"),
                granted,
                LocalDate.of(2017, 11, 4),
                day,
                granted ? day : null,
                "Đang sáp nhập phòng ban.",
                "25/CV-CĐ",
                words,
                "thuongtruc")));
    }

    private Mail urge(String unit, LocalDate day) {
        Notice notice =
                Notice.of(campaign, unit, NoticeKind.URGING_LETTER, day + "/T+3", Map.of("deadline", "04/11/2017"));
        return outbox.add(notice, ContactRole.OFFICER, unit.toLowerCase() + ".officer@demo.invalid");
    }

    private void decide(LocalDate day) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new NoticesDecided(CODE, day, List.of("SONGDA", "HUD"))));
    }
}
