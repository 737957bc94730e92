package vn.tongket.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What was measured, as a table of ratios with the growth exponents below it. */
final class Results {

    private static final List<String> OPERATIONS = List.of("issue", "unit's way", "reminder date", "deadline");
    private static final String ROW = "%-14s %7s %-15s %10s %11s %11s %8s%n";

    private final Map<String, Map<String, Measure>> taken = new LinkedHashMap<>();

    /** The map may still be filled. */
    void add(String name, int size, Map<String, Measure> measures) {
        taken.put(name + size, measures);
    }

    /** {@code product} is compared with each of the others. */
    String table(List<Integer> sizes, String product, String... others) {
        StringBuilder table = new StringBuilder();
        table.append(ROW.formatted("", "units", "", "seconds", "statements", "rows", "heap MB"));
        for (String operation : OPERATIONS) {
            for (int size : sizes) {
                Measure mine = of(product, size, operation);
                table.append(row(operation, size, product, mine));
                for (String other : others) {
                    Measure theirs = of(other, size, operation);
                    table.append(row("", size, other, theirs));
                    table.append(ratios(mine, theirs));
                }
            }
        }
        for (String name : List.of(product, others[0])) {
            table.append(growth(name, sizes));
        }
        return table.toString();
    }

    private @Nullable Measure of(String name, int size, String operation) {
        return taken.getOrDefault(name + size, Map.of()).get(operation);
    }

    private static String row(String operation, int size, String name, @Nullable Measure measure) {
        return measure == null
                ? ROW.formatted(operation, size, name, "-", "-", "-", "-")
                : ROW.formatted(
                        operation,
                        size,
                        name,
                        number(measure.seconds()),
                        measure.statements(),
                        measure.rows(),
                        measure.heap());
    }

    private static String ratios(@Nullable Measure mine, @Nullable Measure theirs) {
        if (mine == null || theirs == null || theirs.statements() == 0) {
            return "";
        }
        return ROW.formatted(
                "",
                "",
                "  product / it",
                number(mine.seconds() / theirs.seconds()),
                number(mine.statements() * 1.0 / theirs.statements()),
                number(mine.rows() * 1.0 / theirs.rows()),
                "");
    }

    /** The exponent e of cost ~ units^e, from the last size but one to the last. */
    private String growth(String name, List<Integer> sizes) {
        int last = sizes.get(sizes.size() - 1);
        int before = sizes.get(Math.max(0, sizes.size() - 2));
        StringBuilder lines = new StringBuilder();
        for (String operation : OPERATIONS) {
            Measure small = of(name, before, operation);
            Measure large = of(name, last, operation);
            if (small != null && large != null && last > before) {
                lines.append("%s, %s, growth from %d to %d units: time %s, statements %s%n"
                        .formatted(
                                name,
                                operation,
                                before,
                                last,
                                exponent(small, large, last * 1.0 / before, Measure::seconds),
                                exponent(small, large, last * 1.0 / before, Measure::statements)));
            }
        }
        return lines.toString();
    }

    private static String exponent(Measure small, Measure large, double times, ToDoubleFunction<Measure> what) {
        return number(Math.log(what.applyAsDouble(large) / what.applyAsDouble(small)) / Math.log(times));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
