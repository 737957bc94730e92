package vn.tongket.rollup.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.CrossChecks;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Rule;

/**
 * What the campaign's rules say about its totals.
 *
 * @param broken in the order of the rules
 * @param holding lines that hold
 * @param unchecked why lines could not be checked → how many
 */
record TotalChecks(List<Broken> broken, int holding, Map<String, Integer> unchecked) {

    /** A line that does not hold, with the totals that it compares. */
    record Broken(String place, boolean error, String message, List<Side> sides) {}

    /** One total of a line. */
    record Side(String code, int year, String name, String value, String note) {}

    static TotalChecks of(Totals totals, List<Rule> rules) {
        List<Finding> all = CrossChecks.evaluate(totals.sheet(), rules);
        return new TotalChecks(
                all.stream()
                        .filter(Finding::isBroken)
                        .map(finding -> broken(finding, totals))
                        .toList(),
                (int) all.stream()
                        .filter(finding -> finding.outcome() == Finding.Outcome.HOLDS)
                        .count(),
                all.stream()
                        .map(Finding::reason)
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(
                                reason -> reason, TreeMap::new, Collectors.summingInt(reason -> 1))));
    }

    private static Broken broken(Finding finding, Totals totals) {
        FigureForm form = totals.sheet().form();
        return new Broken(
                form.place(finding.indicators().get(0), finding.year()),
                finding.severity() == Finding.Severity.ERROR,
                finding.message(),
                finding.indicators().stream()
                        .map(code -> side(form.indicator(code), finding.year(), totals))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable Side side(@Nullable Indicator row, int year, Totals totals) {
        if (row == null || row.isText()) {
            return null;
        }
        TotalCell total = totals.year(row.code(), year);
        String value = TotalWords.value(total, row);
        return new Side(row.code(), year, row.name(), value.isEmpty() ? "–" : value, TotalWords.note(total));
    }
}
