package vn.tongket.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import vn.tongket.cluster.Cluster;
import vn.tongket.cluster.GeneratedCampaign;
import vn.tongket.cluster.Node;
import vn.tongket.cluster.People;

/**
 * A campaign from import to archive on two nodes that are killed again and again: afterwards everything is there once,
 * as if nothing had happened. {@code mvn -Pcrash verify} makes it large; see {@code -Dcrash.kills}, {@code
 * -Dcrash.units}, {@code -Dcrash.seed}. The seed gives the killer's choices again, not the timing of the machine.
 */
class CampaignCrashIT {

    private final int kills = Integer.getInteger("crash.kills", 4);
    private final int units = Integer.getInteger("crash.units", 12);
    private final long seed = Long.getLong("crash.seed", System.nanoTime() % 1_000_000);

    @Test
    void losesNothingAndDoesNothingTwiceHoweverOftenNodesAreKilled() throws IOException {
        Path home = Path.of("target", "crash").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        System.out.printf("Crash test with -Dcrash.seed=%d, nodes' output in %s%n", seed, home);
        try (var cluster = new Cluster(home, seed)) {
            var campaign = new GeneratedCampaign(units);
            var people = new People(cluster);
            var way = new CampaignWay(campaign, people, seed);
            var killer = new Killer(cluster, seed);
            Map<Phase, Integer> shares = Phase.shares(kills);
            cluster.nodes().forEach(Node::start);
            for (Phase phase : Phase.values()) {
                killer.during(phase, shares.get(phase), () -> way.run(phase));
                System.out.println(phase.label() + ": " + killer.tallies().get(phase));
            }

            var invariants = new Invariants(cluster.sql(), campaign, way);
            List<Invariants.Line> lines = invariants.all(cluster.nodes());
            new CrashReport(units, kills, seed)
                    .phases(killer.tallies())
                    .people(people, invariants.repeatedMails())
                    .invariants(lines)
                    .publish(home.resolve("report.txt"));
            assertThat(lines).allMatch(Invariants.Line::holds);
            assertThat(killer.tallies().values().stream()
                            .mapToInt(Killer.Tally::kills)
                            .sum())
                    .isGreaterThanOrEqualTo(kills);
        }
    }
}
