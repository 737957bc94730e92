package vn.tongket.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tongket.support.ScriptedSmtp;

/** What is learnt from mail that comes back, and from what only looks like it. */
class ReturnedMailsTests {

    private static final String REPORTS = "Thư bị trả lại";
    private static final String UNKNOWN = "Chưa rõ";

    private final DeliveryDesk desk = new DeliveryDesk();
    private final GreenMail server = new GreenMail(imap());
    private GreenMailUser mailbox;
    private Mail mail;

    private static ServerSetup imap() {
        ServerSetup imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        imap.setServerStartupTimeout(10_000);
        return imap;
    }

    @BeforeEach
    void start() {
        server.start();
        mailbox = server.setUser("tra-lai@demo.invalid", "tra-lai", "mat-khau");
        mail = desk.queued("gone@demo.invalid").get(0);
        try (ScriptedSmtp smtp = ScriptedSmtp.start()) {
            desk.node(smtp.port()).deliver();
        }
    }

    @AfterEach
    void stop() {
        server.stop();
        desk.close();
    }

    @Test
    void marksAMailThatCameBackAndItsAddress() throws Exception {
        arrives(report(mail.messageId(), "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));

        reader().read();

        assertThat(desk.state(mail)).isEqualTo(MailState.BOUNCED);
        assertThat(desk.error(mail)).isEqualTo("smtp; 550 5.1.1 no such user");
        assertThat(desk.badAddresses()).containsExactly("gone@demo.invalid");
        assertThat(desk.lost).containsExactly(new MailLost(List.of(mail.id())));
        assertThat(folders()).containsExactly(0, 1, 0);
    }

    @Test
    void blamesNoAddressWhoseMailboxWasFull() throws Exception {
        arrives(report(mail.messageId(), "failed", "5.2.2", "smtp; 552 mailbox full"));

        reader().read();

        assertThat(desk.state(mail)).isEqualTo(MailState.BOUNCED);
        assertThat(desk.badAddresses()).isEmpty();
        assertThat(desk.lost).hasSize(1);
    }

    @Test
    void doesNothingAboutAMailThatIsLate() throws Exception {
        arrives(report(mail.messageId(), "delayed", "4.4.1", "smtp; connection timed out"));
        arrives(report(mail.messageId(), "delivered", "2.0.0", "smtp; 250 ok"));

        reader().read();

        assertThat(desk.state(mail)).isEqualTo(MailState.HANDED_OVER);
        assertThat(desk.lost).isEmpty();
        assertThat(folders()).containsExactly(0, 2, 0);
    }

    @Test
    void putsAsideWhatIsNoReportAboutOurMail() throws Exception {
        arrives(report("<" + UUID.randomUUID() + "@example.org>", "failed", "5.1.1", "smtp; 550"));
        arrives("From: a@demo.invalid\r\nSubject: Tr=E1=BA=A3 l=E1=BB=9Di\r\n\r\nTôi đang nghỉ phép. "
                + mail.messageId());
        arrives(report(mail.messageId(), "failed", "5.1.1", "x")
                .replace("report-type=delivery-status", "report-type=x"));

        reader().read();

        assertThat(desk.state(mail)).isEqualTo(MailState.HANDED_OVER);
        assertThat(desk.badAddresses()).isEmpty();
        assertThat(folders()).containsExactly(0, 0, 3);
    }

    @Test
    void isNotTakenInByHostileMail() throws Exception {
        String good = report(mail.messageId(), "failed", "5.1.1", "x");
        arrives(good.substring(0, good.indexOf("Final-Recipient")));
        arrives(good.replace("boundary=\"=_b\"", "boundary=\"=_other\""));
        arrives(good.replace("Message-ID: " + mail.messageId(), "Message-ID: <" + "9".repeat(36) + "@tongket>"));
        arrives(good.replace("\r\n\r\n--=_b--", "x".repeat(1 << 21) + "\r\n--=_b--"));
        arrives("Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_b\"\r\n\r\n"
                + "--=_b\r\nContent-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n".repeat(2000));
        arrives("Content-Type: multipart/report; report-type=\"\r\n\r\n");

        reader().read();

        assertThat(desk.state(mail)).isEqualTo(MailState.HANDED_OVER);
        assertThat(desk.lost).isEmpty();
        assertThat(folders()).containsExactly(0, 0, 6);
    }

    @Test
    void cutsALongReason() throws Exception {
        arrives(report(mail.messageId(), "failed", "5.1.1", "smtp; " + "q".repeat(900)));

        reader().read();

        assertThat(desk.error(mail)).hasSize(501).endsWith("…");
    }

    @Test
    void learnsAThingOnceHoweverOftenItIsToldAndByHoweverManyRead() throws Exception {
        for (int i = 0; i < 3; i++) {
            arrives(report(mail.messageId(), "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
        }

        CompletableFuture.allOf(CompletableFuture.runAsync(reader()::read), CompletableFuture.runAsync(reader()::read))
                .join();
        reader().read();

        assertThat(desk.state(mail)).isEqualTo(MailState.BOUNCED);
        assertThat(desk.lost).hasSize(1);
        assertThat(folders()).containsExactly(0, 3, 0);
    }

    @Test
    void waitsForAMailboxThatIsNotThere() throws Exception {
        arrives(report(mail.messageId(), "failed", "5.1.1", "smtp; 550 5.1.1 no such user"));
        ReturnedMails reader = reader();
        server.stop();

        reader.read();

        assertThat(desk.state(mail)).isEqualTo(MailState.HANDED_OVER);
    }

    private ReturnedMails reader() {
        ReturnsSettings settings =
                new ReturnsSettings("127.0.0.1", server.getImap().getPort(), false, "tra-lai", "mat-khau", "INBOX");
        return new ReturnedMails(settings, new ReturnMailbox(settings), desk.outcome, desk.jdbc, desk.transactions);
    }

    private void arrives(String message) throws MessagingException {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
    }

    /** How many messages are in the inbox, among the reports, and among the unknown. */
    private List<Integer> folders() throws Exception {
        return List.of(count("INBOX"), count(REPORTS), count(UNKNOWN));
    }

    /** As a person's mail program sees it. */
    private int count(String folder) throws MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), "tra-lai", "mat-khau");
            Folder found = store.getFolder(folder);
            return found.exists() ? found.getMessageCount() : 0;
        }
    }

    /** As mail systems write them (RFC 3464, appendix E). */
    private static String report(String messageId, String action, String status, String said) {
        return """
                From: MAILER-DAEMON@demo.invalid
                To: tra-lai@demo.invalid
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"

                --=_b
                Content-Type: text/plain

                Your mail could not be delivered.

                --=_b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.demo.invalid

                Final-Recipient: rfc822; gone@demo.invalid
                Action: %s
                Status: %s
                Diagnostic-Code: %s

                --=_b
                Content-Type: text/rfc822-headers

                From: tongket@demo.invalid
                Message-ID: %s
                Subject: x

                --=_b--
                """.formatted(action, status, said, messageId).replace("\n", "\r\n");
    }
}
