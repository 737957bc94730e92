package vn.tongket.faults;

import static vn.tongket.cluster.GeneratedCampaign.CODE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cluster.CampaignStart;
import vn.tongket.cluster.Cluster;
import vn.tongket.cluster.Node;

/** A campaign from its issue over its dates, each with faults while it is decided and its mails are under way. */
final class Course {

    /** How the clock comes to a date. */
    private enum Way {
        /** From one day on which somebody is told something to the next. */
        STEPS,
        /** At once, past days on which somebody would have been told something. */
        LEAP,
        /** The same while no node runs. */
        OUTAGE,
        /** In steps; the mail server is down on the date itself, and some send before it is back. */
        WITHOUT_MAIL
    }

    private record Stop(LocalDate date, Way way) {}

    /** T−20, T−10, T−5, T past T−1, T+1, T+3. */
    private static final List<Stop> STOPS = List.of(
            new Stop(LocalDate.of(2017, 10, 6), Way.STEPS),
            new Stop(LocalDate.of(2017, 10, 20), Way.LEAP),
            new Stop(LocalDate.of(2017, 10, 27), Way.WITHOUT_MAIL),
            new Stop(LocalDate.of(2017, 11, 3), Way.OUTAGE),
            new Stop(LocalDate.of(2017, 11, 6), Way.STEPS),
            new Stop(LocalDate.of(2017, 11, 8), Way.STEPS));

    private static final int FIRST_OF_THREE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration STUCK = Duration.ofSeconds(4);

    private final Cluster cluster;
    private final ScriptedMailServer mail;
    private final DemoTime time;
    private final Faults faults;
    private final ExpectedNotices expected;
    private final UnitChanges changes;
    private final JdbcClient sql;
    private final List<Stop> stops;

    Course(
            Cluster cluster,
            ScriptedMailServer mail,
            DemoTime time,
            Faults faults,
            ExpectedNotices expected,
            UnitChanges changes,
            int dates) {
        this.cluster = cluster;
        this.mail = mail;
        this.time = time;
        this.faults = faults;
        this.expected = expected;
        this.changes = changes;
        this.sql = cluster.sql();
        int first = Math.min(FIRST_OF_THREE, STOPS.size() - dates);
        this.stops = STOPS.subList(first, first + dates);
    }

    void run(CampaignStart start) {
        cluster.nodes().forEach(Node::start);
        cluster.awaitAll();
        LocalDate day = stops.get(0).date().minusDays(3);
        time.to(day.atTime(8, 30));
        start.importFiles();
        start.draft();
        int turnsLeft = stops.size() + 1;
        faults.during(turnsLeft, () -> {
            start.issue(day);
            expected.issued();
            deliver();
        });
        LocalDate decidedUntil = day;
        for (Stop stop : stops) {
            turnsLeft--;
            deliver();
            changes.happen(decidedUntil);
            deliver();
            LocalDate from = decidedUntil;
            if (stop.way() == Way.OUTAGE) {
                cluster.nodes().forEach(Node::kill);
                time.to(stop.date().atTime(8, 0, 5));
                cluster.nodes().forEach(Node::start);
            }
            faults.during(turnsLeft, () -> reach(stop, from));
            decidedUntil = stop.date();
            System.out.printf(
                    "%s (%s): %d faults so far%n",
                    stop.date(), stop.way(), faults.strikes().size());
        }
        deliver();
    }

    private void reach(Stop stop, LocalDate from) {
        List<LocalDate> days =
                from.plusDays(1).datesUntil(stop.date().plusDays(1)).toList();
        switch (stop.way()) {
            case STEPS -> inSteps(days);
            case WITHOUT_MAIL -> {
                inSteps(days.subList(0, days.size() - 1));
                mail.beDown(true);
                decide(stop.date(), List.of(stop.date()));
                changes.happenBeforeTheMailOf(stop.date());
                mail.beDown(false);
            }
            case LEAP, OUTAGE -> decide(stop.date(), days);
        }
        deliver();
    }

    private void inSteps(List<LocalDate> days) {
        days.stream().filter(expected::tells).forEach(day -> {
            decide(day, List.of(day));
            deliver();
        });
    }

    private void decide(LocalDate day, List<LocalDate> days) {
        time.to(day.atTime(8, 0, 5));
        await(
                "the notices of " + day + " are decided",
                () -> sql.sql("""
                        select count(*) = 1 from notice_plan where decided_until >= :day
                            and campaign_id = (select id from campaign where code = :code)""")
                        .param("day", day)
                        .param("code", CODE)
                        .query(Boolean.class)
                        .single());
        expected.decided(days);
    }

    /** Until the server has every mail and the table says so. */
    private void deliver() {
        await("all mail is delivered", () -> {
            Set<String> taken = new HashSet<>();
            mail.copies().forEach(copy -> taken.add(copy.messageId()));
            return waiting() == 0
                    && taken.containsAll(sql.sql("""
                            select m.message_id from mail m where m.state <> 'OBSOLETE'
                                and exists (select 1 from notice_recipient r where r.mail_id = m.id)""").query(String.class).list());
        });
    }

    private long waiting() {
        return sql.sql("select count(*) from mail where state = 'QUEUED'")
                .query(Long.class)
                .single();
    }

    /** Retries come due as time goes on: where nothing moves, the clock does. */
    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long stuckAt = System.nanoTime() + STUCK.toNanos();
        int copies = mail.copies().size();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not after " + PATIENCE + ": " + what);
            }
            if (mail.copies().size() > copies) {
                copies = mail.copies().size();
                stuckAt = System.nanoTime() + STUCK.toNanos();
            } else if (System.nanoTime() > stuckAt) {
                time.forward(Duration.ofMinutes(5));
                stuckAt = System.nanoTime() + STUCK.toNanos();
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
