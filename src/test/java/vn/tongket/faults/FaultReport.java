package vn.tongket.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The table that a fault run prints and leaves beside the nodes' output. */
final class FaultReport {

    private static final int NAMED = 20;

    private final StringBuilder text = new StringBuilder();

    FaultReport(int units, int dates, long seed, long seconds) {
        line("Fault run: %d units, %d dates, two nodes, -Dfaults.seed=%d, %d s", units, dates, seed, seconds);
    }

    FaultReport faults(List<Strike> strikes) {
        line("");
        line("%-36s %8s", "Faults", "");
        for (FaultKind kind : FaultKind.values()) {
            line(
                    "%-36s %8d",
                    kind.label(),
                    strikes.stream().filter(strike -> strike.kind() == kind).count());
        }
        line("%-36s %8d", "all", strikes.size());
        return this;
    }

    FaultReport notices(Verdict verdict) {
        line("");
        line("%-36s %8s %8s", "Notices", "expected", "found");
        for (String kind : verdict.kinds()) {
            line("%-36s %8d %8d", kind, verdict.expectedOf(kind, false), verdict.foundOf(kind, false));
            if (verdict.expectedOf(kind, true) + verdict.foundOf(kind, true) > 0) {
                line("%-36s %8d %8d", "  skipped", verdict.expectedOf(kind, true), verdict.foundOf(kind, true));
            }
        }
        line("%-36s %8d", "overtaken before their mail", verdict.overtaken());
        names("missing", verdict.missing());
        names("wrong", verdict.wrong());
        return this;
    }

    FaultReport mails(Verdict verdict, int copies, Duplicates duplicates) {
        line("");
        line("%-36s %8d", "Mails", verdict.mails());
        line("%-36s %8d", "copies at the mail server", copies);
        line("%-36s %8d", "duplicates", duplicates.all());
        line("%-36s %8d", "  the first one's answer was lost", duplicates.unheard());
        line("%-36s %8d", "  most after one kill or cut", duplicates.mostAfterOne());
        names("  unexplained", duplicates.unexplained());
        names("foreign", verdict.foreign());
        names("under two Message-IDs", verdict.underTwoIds());
        line("%-36s %8d", "addresses with two mails on a day", verdict.crowdedDays());
        line("%-36s %8d", "incidents", verdict.incidents());
        return this;
    }

    private void names(String what, List<?> ones) {
        line("%-36s %8d", what, ones.size());
        ones.stream().limit(NAMED).forEach(one -> line("    %s", one));
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
