package vn.tongket.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands queued mails to the mail server, on every node: chunk by chunk, each claimed, handed over and noted in one
 * transaction whose locks keep other nodes off it. A node that dies hands over again what was in its chunk and nothing
 * else. A dead mail server delays mail and nothing else.
 */
@Service
public class MailDelivery {

    private final MailQueue queue;
    private final MailPreparation preparation;
    private final MailOutcome outcome;
    private final ServerTrouble server;
    private final MailMessages messages;
    private final JavaMailSenderImpl sender;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;

    MailDelivery(
            MailQueue queue,
            MailPreparation preparation,
            MailOutcome outcome,
            ServerTrouble server,
            MailMessages messages,
            JavaMailSenderImpl sender,
            DeliverySettings settings,
            TransactionTemplate transaction) {
        this.queue = queue;
        this.preparation = preparation;
        this.outcome = outcome;
        this.server = server;
        this.messages = messages;
        this.sender = sender;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Sends what is due, chunk by chunk, until nothing is, the rate is used up, or the server takes no more. */
    @Scheduled(fixedDelayString = "${tongket.mail.poll-millis:1000}")
    public void deliver() {
        try (MailRun run = run()) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> deliverChunk(run)));
            }
        }
    }

    /**
     * What waits for the mail server and what reached nobody.
     *
     * @param oldest how long the oldest one has waited; zero when none does
     */
    public record Queue(int waiting, int failed, Duration oldest) {}

    public Queue queue() {
        return queue.queue();
    }

    /** Mails that could be handed over now and are not. */
    public int pending() {
        return queue.due();
    }

    /** Until when nothing is tried because the mail server is in trouble. */
    public Optional<Instant> pausedUntil() {
        return server.pausedUntil();
    }

    /**
     * Hands a queued mail over now; throws {@code MailException} when that fails. Answers false, and does nothing, when
     * it was sent before.
     */
    public boolean handOver(Mail mail) {
        if (queue.isSent(mail.id())) {
            return false;
        }
        try (MailRun run = run()) {
            Attempt attempt = run.hand(preparation.here(mail));
            if (attempt.answer().kind() != Answer.Kind.TAKEN) {
                throw new MailSendException(String.valueOf(attempt.answer().words()));
            }
            outcome.note(List.of(attempt));
            return true;
        }
    }

    private MailRun run() {
        return new MailRun(new SmtpConnection(sender), messages);
    }

    /** Answers whether there may be more to do. */
    private boolean deliverChunk(MailRun run) {
        int limit = settings.perMinute() == 0
                ? settings.chunk()
                : Math.min(settings.chunk(), queue.allowance(settings.perMinute()));
        List<Claimed> mails = limit == 0 ? List.of() : queue.claim(limit);
        if (mails.isEmpty()) {
            return false;
        }
        Set<UUID> overtaken = preparation.overtaken(mails);
        if (!overtaken.isEmpty()) {
            queue.markObsolete(overtaken);
        }
        List<Claimed> wanted = mails.stream()
                .filter(claimed -> !overtaken.contains(claimed.mail().id()))
                .toList();
        hand(run, wanted);
        return run.trouble() == null && mails.size() == limit;
    }

    private void hand(MailRun run, List<Claimed> wanted) {
        List<Attempt> attempts = run.hand(preparation.write(wanted));
        if (!attempts.isEmpty()) {
            outcome.note(attempts);
        }
        if (run.trouble() != null) {
            server.found(run.trouble());
        } else if (attempts.stream().anyMatch(attempt -> attempt.answer().kind() == Answer.Kind.TAKEN)) {
            server.over();
        }
    }
}
