package vn.tongket.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tongket.support.ScriptedSmtp;

/**
 * What handing mail over costs: claimed from the table, checked, made, handed over and noted, against a bare loop that
 * makes the same mails and sends them over one connection. Turns of both alternate, in one run.
 */
class MailCostIT {

    private static final int TURNS = 5;
    private static final int MAILS_A_TURN = 2000;
    private static final double MOST = 1.3;

    private static final MailContent WORDS = DeliveryDesk.words(
            "Nhắc hạn gửi báo cáo tổng kết",
            "Kính gửi: Công đoàn Tổng công ty Sông Đà.\n\nCòn 5 ngày làm việc là đến hạn gửi báo cáo.\n".repeat(12));

    @Test
    void handsTenThousandMailsOverAtMostThreeTenthsAboveABareLoop() throws MessagingException {
        double[] ratios = new double[TURNS];
        long bareAll = 0;
        long oursAll = 0;
        try (DeliveryDesk desk = new DeliveryDesk();
                ScriptedSmtp sink = ScriptedSmtp.sink()) {
            desk.words = mail -> WORDS;
            MailDelivery node = desk.node(sink.port());
            bare(sink.port(), MAILS_A_TURN);
            ours(desk, node, MAILS_A_TURN);
            int before = sink.taken();
            for (int turn = 0; turn < TURNS; turn++) {
                long bare = bare(sink.port(), MAILS_A_TURN);
                long ours = ours(desk, node, MAILS_A_TURN);
                ratios[turn] = (double) ours / bare;
                bareAll += bare;
                oursAll += ours;
            }
            assertThat(sink.taken() - before).isEqualTo(2 * TURNS * MAILS_A_TURN);
            assertThat(node.pending()).isZero();
        }
        Arrays.sort(ratios);
        System.out.printf(
                "%,d mails: bare loop %,d ms, handed over from the table %,d ms; ratios of %d turns %s, median %.2f%n",
                TURNS * MAILS_A_TURN,
                bareAll / 1_000_000,
                oursAll / 1_000_000,
                TURNS,
                Arrays.stream(ratios).mapToObj("%.2f"::formatted).toList(),
                ratios[TURNS / 2]);
        assertThat(ratios[TURNS / 2]).isLessThanOrEqualTo(MOST);
    }

    private static long ours(DeliveryDesk desk, MailDelivery node, int mails) {
        desk.queuedAtOnce(mails);
        long start = System.nanoTime();
        node.deliver();
        return System.nanoTime() - start;
    }

    private static long bare(int port, int mails) throws MessagingException {
        Session session = DeliveryDesk.sender(port, Duration.ofSeconds(30)).getSession();
        String[] addresses = IntStream.range(0, mails)
                .mapToObj(i -> "u" + i + "@demo.invalid")
                .toArray(String[]::new);
        long start = System.nanoTime();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            for (String address : addresses) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom("tongket@demo.invalid");
                message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
                message.setSubject(WORDS.subject(), "UTF-8");
                MimeBodyPart text = new MimeBodyPart();
                text.setText(WORDS.text(), "UTF-8");
                MimeBodyPart html = new MimeBodyPart();
                html.setText(WORDS.html(), "UTF-8", "html");
                message.setContent(new MimeMultipart("alternative", text, html));
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
        return System.nanoTime() - start;
    }
}
