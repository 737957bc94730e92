package vn.tongket.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.CrossChecks;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.Rule;

/** Mends what the cross-checks still find in a sample, one small change by rule at a time, until they find nothing. */
final class SampleRepair {

    private static final int MAX_ROUNDS = 60;

    private final SampleGrid grid;
    private final List<Rule> rules;
    private final Map<String, Rule> byCode;

    SampleRepair(SampleGrid grid, List<Rule> rules) {
        this.grid = grid;
        this.rules = rules;
        this.byCode = rules.stream().collect(Collectors.toMap(Rule::code, Function.identity(), (one, other) -> one));
    }

    void mend() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<Finding> broken = CrossChecks.evaluate(grid.form().sheet(grid.figures()), rules).stream()
                    .filter(Finding::isBroken)
                    .toList();
            if (broken.isEmpty()) {
                return;
            }
            broken.forEach(this::mend);
        }
    }

    private void mend(Finding finding) {
        Rule rule = byCode.get(finding.code());
        List<String> rows = finding.indicators();
        int year = finding.year();
        String first = rows.get(0);
        if (rule == null) {
            // An implicit rule: the part is at most the whole.
            compare("<=", first, rows.get(1), year);
            return;
        }
        switch (rule.kind()) {
            case "compare" -> compare(String.valueOf(rule.op()), first, rows.get(1), year);
            case "sum_equals" -> sum(first, rows.subList(1, rows.size()), year);
            case "range" -> range(rule, first, year);
            case "balance" -> balance(rule, year);
            case "yoy_change" -> yearOnYear(rule, first, year);
            case "iff_positive" -> atLeastOneStep(number(first, year).signum() > 0 ? rows.get(1) : first, year);
            case "implies_positive" -> atLeastOneStep(rows.get(1), year);
            default -> grid.put(first, year, number(first, year).setScale(0, RoundingMode.DOWN));
        }
    }

    private void compare(String op, String left, String right, int year) {
        switch (op) {
            case "==" -> {
                BigDecimal both = number(left, year).min(number(right, year));
                grid.put(left, year, both);
                grid.put(right, year, both);
            }
            case ">=" -> grid.put(right, year, number(left, year));
            case "<" -> {
                atLeastOneStep(right, year);
                grid.put(left, year, number(right, year).subtract(grid.step(left)));
            }
            case ">" -> grid.put(left, year, number(right, year).add(grid.step(left)));
            default -> grid.put(left, year, number(right, year));
        }
    }

    private void sum(String total, List<String> parts, int year) {
        BigDecimal gap = number(total, year);
        for (String part : parts) {
            gap = gap.subtract(number(part, year));
        }
        String largest = parts.stream()
                .filter(part -> grid.isOpen(part, year))
                .max((one, other) -> number(one, year).compareTo(number(other, year)))
                .orElse(total);
        BigDecimal changed = number(largest, year).add(gap);
        if (changed.signum() >= 0) {
            grid.put(largest, year, changed);
        } else {
            grid.put(total, year, number(total, year).subtract(gap));
        }
    }

    private void range(Rule rule, String code, int year) {
        BigDecimal number = number(code, year);
        number = rule.min() == null ? number : number.max(rule.min());
        grid.put(code, year, rule.max() == null ? number : number.min(rule.max()));
    }

    private void balance(Rule rule, int year) {
        String stock = String.valueOf(rule.stock());
        BigDecimal gap = number(stock, year - 1).subtract(number(stock, year));
        for (String flow : orNone(rule.plus())) {
            gap = gap.add(number(flow, year));
        }
        for (String flow : orNone(rule.minus())) {
            gap = gap.subtract(number(flow, year));
        }
        List<String> flows = gap.signum() > 0 ? orNone(rule.minus()) : orNone(rule.plus());
        if (flows.isEmpty()) {
            grid.put(stock, year, number(stock, year).add(gap));
        } else {
            grid.put(flows.get(0), year, number(flows.get(0), year).add(gap.abs()));
        }
    }

    private void yearOnYear(Rule rule, String code, int year) {
        BigDecimal before = number(code, year - 1);
        BigDecimal most =
                rule.maxPct() == null ? BigDecimal.ZERO : rule.maxPct().movePointLeft(2);
        BigDecimal change = before.multiply(most).multiply(new BigDecimal("0.9"));
        BigDecimal now = number(code, year).min(before.add(change)).max(before.subtract(change));
        grid.put(code, year, now);
    }

    private void atLeastOneStep(String code, int year) {
        grid.put(code, year, number(code, year).max(grid.step(code)));
    }

    private BigDecimal number(String code, int year) {
        BigDecimal number = grid.get(code, year);
        return number == null ? BigDecimal.ZERO : number;
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }
}
