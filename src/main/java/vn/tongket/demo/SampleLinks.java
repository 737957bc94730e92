package vn.tongket.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.DemoProfile.Series;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Rule;

/** What the definition says about how rows hang together, and an order in which each can be made from earlier ones. */
final class SampleLinks {

    record Sum(String total, List<String> parts) {}

    record Balance(String stock, List<String> plus, List<String> minus) {}

    final Map<String, Set<String>> uppers = new HashMap<>();
    final Map<String, Set<String>> lowers = new HashMap<>();
    final Map<String, String> drivers = new HashMap<>();
    final Map<String, Rule> ranges = new HashMap<>();
    final Map<String, Sum> sums = new HashMap<>();
    final Map<String, Balance> balances = new HashMap<>();
    final Map<String, Series> series;
    private final FigureForm form;

    SampleLinks(FigureForm form, List<Rule> rules, Map<String, Series> series) {
        this.form = form;
        this.series = series;
        form.indicators().forEach(row -> {
            if (row.breakdownOf() != null) {
                bound(row.code(), row.breakdownOf());
            }
        });
        rules.forEach(this::read);
    }

    private void read(Rule rule) {
        String left = String.valueOf(rule.left());
        String right = String.valueOf(rule.right());
        switch (rule.kind()) {
            case "compare" -> {
                boolean leftIsLess = !String.valueOf(rule.op()).startsWith(">");
                bound(leftIsLess ? left : right, leftIsLess ? right : left);
            }
            case "sum_equals" -> {
                List<String> parts = present(rule.parts());
                Sum sum = new Sum(String.valueOf(rule.total()), parts);
                if (form.indicator(sum.total()) != null) {
                    parts.forEach(part -> sums.putIfAbsent(part, sum));
                    parts.forEach(part -> bound(part, sum.total()));
                }
            }
            case "range" -> ranges.put(String.valueOf(rule.indicator()), rule);
            case "balance" -> {
                Balance balance =
                        new Balance(String.valueOf(rule.stock()), present(rule.plus()), present(rule.minus()));
                balance.plus().forEach(flow -> balances.putIfAbsent(flow, balance));
                balance.minus().forEach(flow -> balances.putIfAbsent(flow, balance));
            }
            case "iff_positive" -> drive(left, right);
            case "implies_positive" -> drive(right, left);
            default -> {
                // The other kinds tie no rows together.
            }
        }
    }

    private List<String> present(@Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream().filter(code -> form.indicator(code) != null).toList();
    }

    private void bound(String less, String more) {
        if (form.indicator(less) != null && form.indicator(more) != null) {
            uppers.computeIfAbsent(less, any -> new LinkedHashSet<>()).add(more);
            lowers.computeIfAbsent(more, any -> new LinkedHashSet<>()).add(less);
        }
    }

    private void drive(String driver, String driven) {
        if (form.indicator(driver) != null && form.indicator(driven) != null) {
            boolean turned = series.containsKey(driven) && !series.containsKey(driver);
            drivers.putIfAbsent(turned ? driver : driven, turned ? driven : driver);
        }
    }

    /** All rows that take a number: those of the profile first, each after those that it is made from. */
    List<String> order() {
        Set<String> order = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        series.keySet().forEach(code -> visit(code, order, seen));
        form.indicators().forEach(row -> visit(row.code(), order, seen));
        return order.stream()
                .filter(code -> {
                    Indicator row = form.indicator(code);
                    return row != null && !row.isText() && !row.computed();
                })
                .toList();
    }

    private void visit(String code, Set<String> order, Set<String> seen) {
        if (seen.add(code)) {
            sources(code).forEach(source -> visit(source, order, seen));
            order.add(code);
        }
    }

    private List<String> sources(String code) {
        List<String> sources = new ArrayList<>();
        Series own = series.get(code);
        if (own != null) {
            if (own.shareOf() != null) {
                sources.add(own.shareOf());
            }
            return sources;
        }
        Indicator row = form.indicator(code);
        if (row != null && row.leafValue() != null && row.leafValue().copy() != null) {
            sources.add(row.leafValue().copy());
        }
        if (row != null && row.formula() != null) {
            sources.addAll(row.formula().args());
        }
        sources.addAll(uppers.getOrDefault(code, Set.of()));
        if (drivers.containsKey(code)) {
            sources.add(drivers.get(code));
        }
        if (balances.containsKey(code)) {
            sources.add(balances.get(code).stock());
        }
        return sources;
    }
}
