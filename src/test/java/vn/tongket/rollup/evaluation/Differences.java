package vn.tongket.rollup.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where two roll-ups of one campaign disagree. */
final class Differences {

    private Differences() {}

    /** {@code P0.D1/2015: 12 on 3 of 4, …, but was …}; empty when they agree to the last digit. */
    static List<String> between(Map<String, Map<String, Total>> expected, Map<String, Map<String, Total>> actual) {
        List<String> differences = new ArrayList<>();
        for (String row : both(expected, actual)) {
            Map<String, Total> here = expected.getOrDefault(row, Map.of());
            Map<String, Total> there = actual.getOrDefault(row, Map.of());
            for (String column : both(here, there)) {
                Total one = here.get(column);
                Total other = there.get(column);
                if (one == null || !one.equals(other)) {
                    differences.add("%s/%s: %s, but was %s".formatted(row, column, one, other));
                }
            }
        }
        return differences;
    }

    private static TreeSet<String> both(Map<String, ?> one, Map<String, ?> other) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }
}
