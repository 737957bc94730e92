package vn.tongket.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cluster.Cluster;
import vn.tongket.cluster.Node;
import vn.tongket.faults.ScriptedMailServer.Moment;

/** Faults of all kinds, drawn from a seed, while notices are decided and mails are under way. */
final class Faults {

    private static final List<FaultKind> KINDS = List.of(FaultKind.values());
    private static final List<Moment> MOMENTS = List.of(Moment.values());
    private static final int BOTH_IN_PERCENT = 20;
    private static final int ONE_READY_IN_PERCENT = 30;
    private static final int LONGEST_LEAP_MINUTES = 40;
    private static final int MOST_TROUBLES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration START = Duration.ofMinutes(5);
    /** What one fault takes; the mail server thinks as long as it takes for mails to be under way at each. */
    private static final Duration A_FAULT = Duration.ofSeconds(7);

    private static final Duration LONGEST_THOUGHT = Duration.ofMillis(1500);

    private final Cluster cluster;
    private final ScriptedMailServer mail;
    private final DemoTime time;
    private final JdbcClient sql;
    private final Random random;
    private final Deque<FaultKind> ahead = new ArrayDeque<>();
    private final List<Strike> strikes = new CopyOnWriteArrayList<>();
    private volatile boolean workDone;

    Faults(Cluster cluster, ScriptedMailServer mail, DemoTime time, int count, long seed) {
        this.cluster = cluster;
        this.mail = mail;
        this.time = time;
        this.sql = cluster.sql();
        this.random = new Random(seed);
        List<FaultKind> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            drawn.addAll(KINDS.subList(0, Math.min(KINDS.size(), count - drawn.size())));
        }
        Collections.shuffle(drawn, random);
        ahead.addAll(drawn);
    }

    List<Strike> strikes() {
        return strikes;
    }

    /** A share of what is ahead befalls the work; returns when both are over and both nodes run. */
    void during(int turnsLeft, Runnable work) {
        workDone = false;
        int quota = (ahead.size() + turnsLeft - 1) / turnsLeft;
        CompletableFuture<Void> blows = CompletableFuture.runAsync(() -> strike(quota, turnsLeft == 1));
        try {
            work.run();
        } finally {
            workDone = true;
            blows.join();
        }
        cluster.awaitAll();
    }

    private void strike(int quota, boolean last) {
        List<FaultKind> missed = new ArrayList<>();
        for (int left = quota; left > 0; left--) {
            think(left);
            FaultKind kind = ahead.remove();
            if (!happens(kind)) {
                missed.add(kind);
            }
        }
        mail.thinkFor(Duration.ZERO);
        if (last) {
            // Without mails under way these still find nodes at work.
            missed.forEach(kind -> cut());
        } else {
            missed.forEach(ahead::addLast);
        }
    }

    private void think(int faultsLeft) {
        long queued = sql.sql("select count(*) from mail where state = 'QUEUED'")
                .query(Long.class)
                .single();
        long millis = A_FAULT.multipliedBy(faultsLeft).toMillis() / Math.max(1, queued);
        mail.thinkFor(Duration.ofMillis(Math.min(LONGEST_THOUGHT.toMillis(), millis)));
    }

    private boolean happens(FaultKind kind) {
        return switch (kind) {
            case KILL -> kill();
            case CUT -> cut();
            case CLOCK -> leap();
            case REFUSE, STALL, DROP -> trouble(kind);
        };
    }

    private boolean trouble(FaultKind kind) {
        if (workDone) {
            return false;
        }
        Trouble trouble = kind.troubles().get(random.nextInt(kind.troubles().size()));
        boolean happened = mail.make(trouble, 1 + random.nextInt(MOST_TROUBLES), PATIENCE);
        if (happened) {
            strikes.add(new Strike(kind, "", 0));
        }
        return happened;
    }

    private boolean leap() {
        pause(3_000);
        boolean happened = time.forward(Duration.ofMinutes(1 + random.nextInt(LONGEST_LEAP_MINUTES)));
        if (happened) {
            strikes.add(new Strike(FaultKind.CLOCK, "", 0));
        }
        return happened;
    }

    private boolean cut() {
        pause(2_000);
        // One that still starts would end, and whoever started it would start it again.
        List<Node> ready = awaitReady(1);
        Node node = ready.get(random.nextInt(ready.size()));
        boolean all = random.nextBoolean();
        await(Duration.ofSeconds(5), () -> cluster.isWriting(node));
        int hit = sql.sql("""
                        select count(pg_terminate_backend(pid)) from (
                            select pid from pg_stat_activity where application_name = :node
                            order by state = 'idle', random() limit :most) victim""")
                .param("node", node.name())
                .param("most", all ? Integer.MAX_VALUE : 1)
                .query(Integer.class)
                .single();
        if (hit > 0) {
            strikes.add(new Strike(FaultKind.CUT, node.name(), mail.countOf(node.name())));
        }
        return hit > 0;
    }

    /** At a moment of the mail server's, or when a node has written and not committed, or blindly. */
    private boolean kill() {
        awaitReady(random.nextInt(100) < ONE_READY_IN_PERCENT ? 1 : 2);
        boolean both = random.nextInt(100) < BOTH_IN_PERCENT;
        int moment = random.nextInt(MOMENTS.size() + 2);
        boolean done = moment < MOMENTS.size()
                && !workDone
                && mail.lieInWait(MOMENTS.get(moment), name -> kill(both ? cluster.nodes() : named(name)), PATIENCE);
        if (!done) {
            pause(2_000);
            Node node = any();
            if (moment == MOMENTS.size()) {
                await(Duration.ofSeconds(10), () -> cluster.isWriting(node));
            }
            kill(both ? cluster.nodes() : List.of(node));
        }
        return true;
    }

    private List<Node> named(String name) {
        return cluster.nodes().stream().filter(node -> node.name().equals(name)).toList();
    }

    private void kill(List<Node> victims) {
        victims.forEach(Node::kill);
        victims.forEach(node -> strikes.add(new Strike(FaultKind.KILL, node.name(), mail.countOf(node.name()))));
        victims.forEach(Node::start);
    }

    private List<Node> awaitReady(int needed) {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end) {
            List<Node> ready = cluster.nodes().stream().filter(Node::isReady).toList();
            if (ready.size() >= needed) {
                return ready;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("Nodes do not start");
    }

    private Node any() {
        return cluster.nodes().get(random.nextInt(cluster.nodes().size()));
    }

    private void pause(int atMostMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(atMostMillis)).toNanos());
    }

    private void await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end && !workDone) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
