package vn.tongket.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import vn.tongket.cluster.CampaignStart;
import vn.tongket.cluster.Cluster;
import vn.tongket.cluster.GeneratedCampaign;
import vn.tongket.cluster.People;

/**
 * Notices of a campaign on two nodes while nodes are killed, the mail server makes trouble, the database drops
 * connections and the clock leaps: everybody is told what they should be, nobody anything else. {@code mvn -Pfaults
 * verify} makes it large; see {@code -Dfaults.units}, {@code -Dfaults.dates}, {@code -Dfaults.count}, {@code
 * -Dfaults.seed}. The seed gives the choices again, not the timing of the machine.
 */
@Tag("own-jvm")
class ReminderFaultsIT {

    private static final int CHUNK = 10;

    private final int units = Integer.getInteger("faults.units", 30);
    private final int dates = Integer.getInteger("faults.dates", 3);
    private final int count = Integer.getInteger("faults.count", 12);
    private final long seed = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);

    @Test
    void tellsEverybodyOnceWhateverBefallsNodesDatabaseAndMailServer() throws IOException {
        Path home = Path.of("target", "faults").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        System.out.printf("Fault run with -Dfaults.seed=%d, nodes' output in %s%n", seed, home);
        long begin = System.nanoTime();
        try (var mail = new ScriptedMailServer();
                var cluster = new Cluster(home, seed, name -> settings(name, mail.port()))) {
            var campaign = new GeneratedCampaign(units);
            var people = new People(cluster);
            var time = new DemoTime(cluster.sql());
            var faults = new Faults(cluster, mail, time, count, seed);
            var expected = new ExpectedNotices(campaign);
            var changes = new UnitChanges(expected, people, cluster.sql(), seed);
            new Course(cluster, mail, time, faults, expected, changes, dates).run(new CampaignStart(campaign, people));

            List<Copy> copies = mail.copies();
            var verdict = new Verdict(cluster.sql(), expected, copies);
            var duplicates = new Duplicates(copies, faults.strikes(), CHUNK);
            new FaultReport(units, dates, seed, (System.nanoTime() - begin) / 1_000_000_000)
                    .faults(faults.strikes())
                    .notices(verdict)
                    .mails(verdict, copies.size(), duplicates)
                    .publish(home.resolve("report.txt"));
            assertThat(faults.strikes()).hasSizeGreaterThanOrEqualTo(count);
            assertThat(verdict.missing()).isEmpty();
            assertThat(verdict.wrong()).isEmpty();
            assertThat(verdict.foreign()).isEmpty();
            assertThat(verdict.underTwoIds()).isEmpty();
            assertThat(verdict.crowdedDays()).isZero();
            assertThat(verdict.incidents()).isZero();
            assertThat(duplicates.unexplained()).isEmpty();
        }
    }

    /** Mail goes to the test's server, which is not waited for long; each node says there who it is. */
    private static List<String> settings(String node, int mailPort) {
        String smtp = "--spring.mail.properties.mail.smtp.";
        return List.of(
                "--tongket.demo.mail-server=false",
                "--spring.mail.port=" + mailPort,
                smtp + "localhost=" + node,
                smtp + "connectiontimeout=4000",
                smtp + "timeout=4000",
                smtp + "writetimeout=4000",
                "--tongket.mail.chunk=" + CHUNK,
                "--camunda.bpm.job-execution.max-wait=1000",
                // It would talk to the mail server between the mails.
                "--management.health.mail.enabled=false");
    }
}
