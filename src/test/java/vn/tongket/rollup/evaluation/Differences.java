package vn.tongket.rollup.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Where two roll-ups of one campaign disagree. */
final class Differences {

    /** One cell; either side is null where a roll-up lacks it. */
    record Difference(String row, String column, Total expected, Total actual) {

        /** In what: {@code value, reporting}. */
        String what() {
            if (expected == null || actual == null) {
                return "cell";
            }
            List<String> what = new ArrayList<>();
            add(what, "value", expected.value(), actual.value());
            add(what, "reason", expected.lack(), actual.lack());
            add(what, "expected", expected.count().expected(), actual.count().expected());
            add(what, "reporting", expected.count().reporting(), actual.count().reporting());
            add(what, "no data", expected.count().noData(), actual.count().noData());
            add(what, "x", expected.count().notApplicable(), actual.count().notApplicable());
            add(what, "incomplete", expected.incomplete(), actual.incomplete());
            add(what, "year", expected.takenFrom(), actual.takenFrom());
            return String.join(", ", what);
        }

        private static void add(List<String> what, String name, Object one, Object other) {
            if (!Objects.equals(one, other)) {
                what.add(name);
            }
        }

        @Override
        public String toString() {
            return "%s/%s: %s, but was %s".formatted(row, column, expected, actual);
        }
    }

    private Differences() {}

    /** Empty when they agree to the last digit. */
    static List<Difference> between(Map<String, Map<String, Total>> expected, Map<String, Map<String, Total>> actual) {
        List<Difference> differences = new ArrayList<>();
        for (String row : both(expected, actual)) {
            Map<String, Total> here = expected.getOrDefault(row, Map.of());
            Map<String, Total> there = actual.getOrDefault(row, Map.of());
            for (String column : both(here, there)) {
                Total one = here.get(column);
                Total other = there.get(column);
                if (!Objects.equals(one, other)) {
                    differences.add(new Difference(row, column, one, other));
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
