package vn.tongket.report.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.Finding.Outcome;
import vn.tongket.statistics.Finding.Severity;

/** The cross-checks as the API gives them: how many lines of each outcome, and the lines that were asked for. */
record ChecksJson(int held, int broken, int notCheckable, List<Line> lines, List<String> changedByOthers) {

    /** One line of a rule; {@code key} names its explanation. */
    record Line(
            String key,
            String rule,
            Severity severity,
            int year,
            List<String> indicators,
            Outcome outcome,
            String message,
            @Nullable String reason,
            @Nullable String explanation) {

        static Line of(Finding finding) {
            return new Line(
                    finding.key(),
                    finding.code(),
                    finding.severity(),
                    finding.year(),
                    finding.indicators(),
                    finding.outcome(),
                    finding.message(),
                    finding.reason(),
                    finding.explanation());
        }
    }

    static ChecksJson of(List<Finding> findings, Set<Outcome> wanted, List<String> changedByOthers) {
        return new ChecksJson(
                count(findings, Outcome.HOLDS),
                count(findings, Outcome.BROKEN),
                count(findings, Outcome.NOT_CHECKABLE),
                findings.stream()
                        .filter(finding -> wanted.contains(finding.outcome()))
                        .map(Line::of)
                        .toList(),
                changedByOthers);
    }

    /** The outcomes of these names, {@code otherwise} when none is named. */
    static Set<Outcome> outcomes(List<String> names, Set<Outcome> otherwise) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (String name : names) {
            outcomes.add(EnumSet.allOf(Outcome.class).stream()
                    .filter(outcome -> outcome.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> DomainException.malformed(
                            "Kết quả kiểm tra phải là HOLDS, BROKEN hoặc NOT_CHECKABLE, không phải “" + name + "”.")));
        }
        return outcomes.isEmpty() ? otherwise : outcomes;
    }

    private static int count(List<Finding> findings, Outcome outcome) {
        return (int) findings.stream()
                .filter(finding -> finding.outcome() == outcome)
                .count();
    }
}
