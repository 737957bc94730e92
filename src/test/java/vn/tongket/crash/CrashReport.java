package vn.tongket.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.tongket.cluster.People;
import vn.tongket.crash.Killer.Tally;

/** The tables that a crash test prints and leaves beside the nodes' output. */
final class CrashReport {

    private final StringBuilder text = new StringBuilder();

    CrashReport(int units, int kills, long seed) {
        line("Crash test: %d units, two nodes, at least %d kills, -Dcrash.seed=%d", units, kills, seed);
    }

    CrashReport phases(Map<Phase, Tally> tallies) {
        line("");
        line("%-38s %6s %6s %8s %8s %8s %8s", "Phase", "kills", "both", "writing", "job held", "DB down", "seconds");
        tallies.forEach((phase, tally) -> row(phase.label(), tally));
        row("all", tallies.values().stream().reduce(CrashReport::sum).orElseThrow());
        return this;
    }

    private static Tally sum(Tally a, Tally b) {
        return new Tally(
                a.kills() + b.kills(),
                a.both() + b.both(),
                a.databaseRestarts() + b.databaseRestarts(),
                a.inTransaction() + b.inTransaction(),
                a.holdingJobs() + b.holdingJobs(),
                a.millis() + b.millis());
    }

    private void row(String label, Tally tally) {
        line(
                "%-38s %6d %6d %8d %8d %8d %8d",
                label,
                tally.kills(),
                tally.both(),
                tally.inTransaction(),
                tally.holdingJobs(),
                tally.databaseRestarts(),
                tally.millis() / 1000);
    }

    CrashReport people(People people, long repeatedMails) {
        line("");
        line("requests %d, of them repeated %d", people.requests(), people.repeated());
        line("tasks completed %d, of them without hearing the answer %d", people.done(), people.doneUnheard());
        line("sessions lost %d", people.loggedOut());
        line("mails handed over again under their first Message-ID %d", repeatedMails);
        return this;
    }

    CrashReport invariants(List<Invariants.Line> lines) {
        line("");
        line("%-48s %8s %8s", "Invariant", "expected", "found");
        lines.forEach(each -> line(
                "%-48s %8d %8d%s", each.invariant(), each.expected(), each.found(), each.holds() ? "" : "  BROKEN"));
        return this;
    }

    private void line(String format, Object... values) {
        text.append(format.formatted(values)).append('\n');
    }

    /** Prints it, and writes it to the file. */
    void publish(Path file) throws IOException {
        Files.writeString(file, text);
        System.out.print(text);
    }
}
