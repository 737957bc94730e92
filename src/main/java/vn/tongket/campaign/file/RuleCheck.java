package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The cross-checks: what each kind needs, and that it names indicators (formats.md, Cross-checks). */
final class RuleCheck {

    private static final Map<String, List<String>> NEEDED = Map.ofEntries(
            Map.entry("compare", List.of("left", "op", "right")),
            Map.entry("sum_equals", List.of("total", "parts")),
            Map.entry("range", List.of("indicator")),
            Map.entry("balance", List.of("stock", "plus", "minus")),
            Map.entry("yoy_change", List.of("indicators", "max_pct")),
            Map.entry("iff_positive", List.of("left", "right")),
            Map.entry("implies_positive", List.of("left", "right")),
            Map.entry("non_negative", List.of("indicators")),
            Map.entry("integer", List.of("indicators")),
            Map.entry("parent_equals_children", List.of("indicators")),
            Map.entry("blank_vs_zero", List.of("indicators")));

    private final IndicatorCodes indicators;
    private final List<Fault> faults = new ArrayList<>();

    private RuleCheck(IndicatorCodes indicators) {
        this.indicators = indicators;
    }

    static List<Fault> faultsOf(JsonPlace file, IndicatorCodes indicators) {
        var check = new RuleCheck(indicators);
        UniqueCodes codes = new UniqueCodes("Mã quy tắc", check.faults);
        for (JsonPlace rule : file.items("rules")) {
            codes.add(rule.at("code"));
            check.needs(rule);
            check.names(rule);
            check.limits(rule);
        }
        return check.faults;
    }

    private void needs(JsonPlace rule) {
        String kind = rule.at("kind").text();
        for (String field : kind == null ? List.<String>of() : NEEDED.getOrDefault(kind, List.of())) {
            if (!rule.at(field).isPresent()) {
                faults.add(rule.at(field).fault("Quy tắc “%s” cần “%s”.".formatted(kind, field)));
            }
        }
    }

    private void names(JsonPlace rule) {
        List.of("left", "right", "total", "indicator", "stock")
                .forEach(field -> indicators.requireNumber(rule.at(field), faults));
        List.of("parts", "plus", "minus")
                .forEach(field -> rule.items(field).forEach(code -> indicators.requireNumber(code, faults)));
        boolean anyKind = rule.at("kind").is("blank_vs_zero");
        rule.items("indicators").forEach(code -> {
            if (anyKind) {
                indicators.require(code, faults);
            } else {
                indicators.requireNumber(code, faults);
            }
        });
        indicators.requireText(rule.at("explain_in"), faults);
    }

    private void limits(JsonPlace rule) {
        JsonPlace min = rule.at("min");
        JsonPlace max = rule.at("max");
        if (rule.at("kind").is("range") && !min.isPresent() && !max.isPresent()) {
            faults.add(min.fault("Quy tắc “range” cần “min” hoặc “max”."));
        }
        if (min.node().isNumber()
                && max.node().isNumber()
                && min.node().decimalValue().compareTo(max.node().decimalValue()) > 0) {
            faults.add(min.fault("Giá trị nhỏ nhất lớn hơn giá trị lớn nhất."));
        }
    }
}
