package vn.tongket.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import vn.tongket.mail.MailDelivery;
import vn.tongket.organization.UnitEvents;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.TimeConfiguration;
import vn.tongket.shared.Vietnamese;
import vn.tongket.workflow.EngineTime;
import vn.tongket.workflow.EngineTime.DueEvent;

/** Moves the demo's clock forward, from due event to due event, waiting at each until nothing is left to do. */
@Service
@Profile("demo")
public class TimeTravel {

    /** Where the clock stands, and what happened on the way, a sentence each. */
    public record Journey(LocalDateTime now, List<String> happened) {}

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int NAMED_TASKS = 5;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final DemoClock demoClock;
    private final EngineTime engine;
    private final UnitEvents unitEvents;
    private final MailDelivery mail;
    private final DemoMailbox mailbox;
    private final Clock clock;

    TimeTravel(
            DemoClock demoClock,
            EngineTime engine,
            UnitEvents unitEvents,
            MailDelivery mail,
            DemoMailbox mailbox,
            Clock clock) {
        this.unitEvents = unitEvents;
        this.demoClock = demoClock;
        this.engine = engine;
        this.mail = mail;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), TimeConfiguration.ZONE);
    }

    /** The next thing that happens by itself. */
    public Optional<DueEvent> next() {
        return engine.next();
    }

    /** To that time; refused when it has passed. */
    public synchronized Journey to(LocalDateTime target) {
        Instant goal = target.atZone(TimeConfiguration.ZONE).toInstant();
        if (goal.isBefore(clock.instant())) {
            throw DomainException.refused(
                    "Đồng hồ chỉ chạy tới, không chạy lùi: bây giờ là " + Vietnamese.minute(now()) + ".");
        }
        List<String> happened = new ArrayList<>();
        settle();
        Optional<DueEvent> next = engine.next();
        while (next.isPresent() && !next.get().at().isAfter(goal)) {
            happened.addAll(pass(next.get()));
            next = engine.next();
        }
        if (goal.isAfter(clock.instant())) {
            happened.addAll(move(goal));
            settle();
        }
        return new Journey(now(), happened);
    }

    /** To the next due event; stays where it is when there is none. */
    public synchronized Journey toNext() {
        settle();
        return engine.next()
                .map(event -> {
                    List<String> happened = pass(event);
                    return new Journey(now(), happened);
                })
                .orElseGet(() -> new Journey(now(), List.of("Không còn việc nào tự chạy.")));
    }

    /** Waits until no job can run and no mail is due. */
    public void settle() {
        Instant giveUp = Instant.now().plus(PATIENCE);
        int quiet = 0;
        // Twice in a row: a job that ends may have made another.
        while (quiet < 2) {
            engine.hurry();
            mail.deliver();
            boolean still = engine.pending() == 0 && mail.pending() == 0;
            quiet = still ? quiet + 1 : 0;
            if (Instant.now().isAfter(giveUp)) {
                throw DomainException.refused("Còn việc chưa chạy xong; hãy xem Cockpit rồi thử lại.");
            }
            LockSupport.parkNanos(Duration.ofMillis(still ? 30 : 100).toNanos());
        }
    }

    /** The tree of unions is that of the new day before anything else happens on it. */
    private List<String> move(Instant to) {
        demoClock.set(to);
        return unitEvents.applyDue().stream()
                .map(event -> Vietnamese.day(event.day()) + " · Thay đổi tổ chức: "
                        + event.kind().label() + " " + Vietnamese.units(event.units(), NAMED_TASKS) + ": "
                        + Vietnamese.midSentence(event.state().label()) + ".")
                .toList();
    }

    private List<String> pass(DueEvent event) {
        int mailsBefore = mailbox.count();
        List<String> happened = new ArrayList<>(move(event.at()));
        settle();
        int mails = mailbox.count() - mailsBefore;
        List<String> tasks = engine.tasksSince(event.at().minusSeconds(1));
        StringBuilder sentence =
                new StringBuilder(LocalDateTime.ofInstant(event.at(), TimeConfiguration.ZONE)
                                .format(WHEN) + " · " + event.label() + " (" + event.businessKey() + ")");
        if (mails > 0) {
            sentence.append(": ").append(mails).append(" thư đã gửi");
        }
        if (!tasks.isEmpty() && tasks.size() <= NAMED_TASKS) {
            sentence.append("; việc mới: ").append(String.join(", ", tasks));
        } else if (!tasks.isEmpty()) {
            sentence.append("; ").append(tasks.size()).append(" việc mới");
        }
        happened.add(sentence.append('.').toString());
        return happened;
    }
}
