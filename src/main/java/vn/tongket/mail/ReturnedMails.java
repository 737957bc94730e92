package vn.tongket.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Learns from returned mail which of ours did not arrive. One node at a time reads; each finding is committed before its
 * message leaves the inbox, and finding it twice changes nothing.
 */
@Service
class ReturnedMails {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedMails.class);
    private static final long READER_LOCK = 8395818260104266L;

    private final ReturnsSettings settings;
    private final ReturnMailbox mailbox;
    private final MailOutcome outcome;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;

    ReturnedMails(
            ReturnsSettings settings,
            ReturnMailbox mailbox,
            MailOutcome outcome,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.outcome = outcome;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(fixedDelayString = "${tongket.mail.returns.poll-millis:60000}")
    void read() {
        if (!settings.isOff()) {
            transaction.executeWithoutResult(status -> readAlone());
        }
    }

    private void readAlone() {
        boolean first = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(READER_LOCK)
                .query(Boolean.class)
                .single();
        if (!first) {
            return;
        }
        try {
            mailbox.read(this::note);
        } catch (MessagingException e) {
            LOG.warn("The mailbox of returned mail could not be read: {}", e.getMessage());
        }
    }

    private ReturnMailbox.Found note(MimeMessage message) {
        Optional<DeliveryReport> report = parse(message);
        report.filter(DeliveryReport::failed).ifPresent(this::note);
        return report.isPresent() ? ReturnMailbox.Found.REPORT : ReturnMailbox.Found.UNKNOWN;
    }

    /** What cannot be read, by whatever fault or trick, is no report. */
    private static Optional<DeliveryReport> parse(MimeMessage message) {
        try {
            return DeliveryReport.in(message);
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.warn("A returned mail could not be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private void note(DeliveryReport report) {
        aside.executeWithoutResult(status -> outcome.bounced(report.mail(), report.status(), report.reason()));
    }
}
