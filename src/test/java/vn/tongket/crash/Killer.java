package vn.tongket.crash;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cluster.Cluster;
import vn.tongket.cluster.Node;

/** Kills nodes and starts them again while people work, at moments drawn from a seed. */
final class Killer {

    /**
     * What befell the nodes in a phase. {@code inTransaction} and {@code holdingJobs}: kills of a node that had written
     * in a transaction and not committed, and kills while a job was locked.
     */
    record Tally(int kills, int both, int databaseRestarts, int inTransaction, int holdingJobs, long millis) {}

    private static final int BOTH_IN_PERCENT = 25;
    private static final int ONE_READY_IN_PERCENT = 30;
    private static final int CAUGHT_IN_THE_ACT_IN_PERCENT = 70;
    private static final int KILLS_PER_DATABASE_RESTART = 8;

    private final Cluster cluster;
    private final JdbcClient sql;
    private final Random random;
    private final Map<Phase, Tally> tallies = new EnumMap<>(Phase.class);
    private volatile boolean workDone;
    private volatile boolean failed;

    Killer(Cluster cluster, long seed) {
        this.cluster = cluster;
        this.sql = cluster.sql();
        this.random = new Random(seed);
    }

    Map<Phase, Tally> tallies() {
        return tallies;
    }

    /** Returns when people are done, so many kills were made and both nodes answer again. */
    void during(Phase phase, int kills, Runnable people) {
        long begin = System.nanoTime();
        workDone = false;
        CompletableFuture<Tally> strikes = CompletableFuture.supplyAsync(() -> strike(phase, kills));
        try {
            people.run();
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        } finally {
            workDone = true;
        }
        Tally made = strikes.join();
        cluster.awaitAll();
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        tallies.put(
                phase,
                new Tally(
                        made.kills(),
                        made.both(),
                        made.databaseRestarts(),
                        made.inTransaction(),
                        made.holdingJobs(),
                        millis));
    }

    private Tally strike(Phase phase, int quota) {
        int kills = 0;
        int both = 0;
        int restarts = 0;
        int inTransaction = 0;
        int holdingJobs = 0;
        while (kills < quota && !failed) {
            awaitPrey(phase);
            awaitMoment(phase);
            List<Node> victims = victims(quota - kills);
            holdingJobs += holdsJobs() ? victims.size() : 0;
            inTransaction += (int) victims.stream().filter(cluster::isWriting).count();
            victims.forEach(Node::kill);
            kills += victims.size();
            both += victims.size() == 2 ? 1 : 0;
            if (phase == Phase.UNITS && kills / KILLS_PER_DATABASE_RESTART > restarts) {
                restarts++;
                cluster.restartDatabase();
            }
            victims.forEach(Node::start);
        }
        return new Tally(kills, both, restarts, inTransaction, holdingJobs, 0);
    }

    /** Mostly both nodes run again before the next blow; sometimes the one is struck while the other still starts. */
    private void awaitPrey(Phase phase) {
        if (phase == Phase.START) {
            pause(8_000);
            return;
        }
        long needed = random.nextInt(100) < ONE_READY_IN_PERCENT ? 1 : 2;
        await(
                Duration.ofMinutes(5),
                () -> cluster.nodes().stream().filter(Node::isReady).count() >= needed);
    }

    /** A blind moment, or one of the phase's windows, or when a node has written and not committed. */
    private void awaitMoment(Phase phase) {
        int choice = random.nextInt(phase.windows().size() + 2);
        if (choice < phase.windows().size()) {
            await(
                    Duration.ofSeconds(20),
                    () -> workDone || isTrue(phase.windows().get(choice)));
            pause(150);
        } else if (choice == phase.windows().size()) {
            pause(3_000);
        } else {
            pause(1_000);
            await(
                    Duration.ofSeconds(20),
                    () -> workDone || cluster.nodes().stream().anyMatch(cluster::isWriting));
        }
    }

    private List<Node> victims(int atMost) {
        List<Node> nodes = cluster.nodes();
        if (atMost > 1 && random.nextInt(100) < BOTH_IN_PERCENT) {
            return nodes;
        }
        Node any = nodes.get(random.nextInt(nodes.size()));
        boolean caught = random.nextInt(100) < CAUGHT_IN_THE_ACT_IN_PERCENT;
        return List.of(nodes.stream()
                .filter(node -> caught && cluster.isWriting(node))
                .findFirst()
                .orElse(any));
    }

    private boolean holdsJobs() {
        return isTrue("select to_regclass('act_ru_job') is not null")
                && isTrue("select exists (select 1 from act_ru_job where lock_owner_ is not null)");
    }

    private boolean isTrue(String condition) {
        return sql.sql(condition).query(Boolean.class).single();
    }

    private void pause(int atMostMillis) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(atMostMillis)).toNanos());
    }

    private void await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end && !failed) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
