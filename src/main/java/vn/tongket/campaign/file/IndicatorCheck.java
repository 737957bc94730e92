package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.List;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** Each indicator's references, operations and years (formats.md, Figures and Roll-up). */
final class IndicatorCheck {

    private final IndicatorCodes indicators;
    private final Categories categories;
    private final Period period;
    private final List<Fault> faults = new ArrayList<>();

    private IndicatorCheck(JsonPlace file, IndicatorCodes indicators, Categories categories) {
        this.indicators = indicators;
        this.categories = categories;
        this.period = Period.of(file);
    }

    static List<Fault> faultsOf(JsonPlace file, IndicatorCodes indicators, Categories categories) {
        var check = new IndicatorCheck(file, indicators, categories);
        UniqueCodes codes = new UniqueCodes("Mã chỉ tiêu", check.faults);
        for (JsonPlace appendix : file.items("appendices")) {
            for (JsonPlace indicator : appendix.items("indicators")) {
                codes.add(indicator.at("code"));
                check.indicator(indicator);
            }
        }
        return check.faults;
    }

    private void indicator(JsonPlace indicator) {
        indicators.requireNumber(indicator.at("breakdown_of"), faults);
        period.require(
                indicator.at("valid_from_year"), indicator.at("valid_from_year").integer(), faults);
        indicator.at("formula").items("args").forEach(argument -> indicators.requireNumber(argument, faults));
        JsonPlace leafValue = indicator.at("leaf_value");
        indicators.requireNumber(leafValue.at("copy"), faults);
        categories.require(leafValue.at("categories"), faults);
        if (leafValue.isPresent()
                && leafValue.at("const").isPresent() == leafValue.at("copy").isPresent()) {
            faults.add(leafValue.fault("Giá trị mặc định cần đúng một trong “const” và “copy”."));
        }
        computation(indicator);
        unitAggregation(indicator);
        periodAggregation(indicator);
    }

    private void computation(JsonPlace indicator) {
        boolean computed = indicator.at("computed").isTrue();
        boolean formula = indicator.at("formula").isPresent();
        boolean ratio = indicator.at("unit_agg").at("op").is("ratio");
        if (formula && !computed) {
            faults.add(indicator.at("computed").fault("Chỉ tiêu có công thức phải là tính sẵn."));
        }
        if (computed && !formula && !ratio) {
            faults.add(indicator.at("formula").fault("Chỉ tiêu tính sẵn cần công thức hoặc phép “ratio”."));
        }
    }

    private void unitAggregation(JsonPlace indicator) {
        JsonPlace operation = indicator.at("unit_agg");
        indicators.requireNumber(operation.at("weight"), faults);
        quotient(operation);
        if (operation.at("op").is("weighted_mean")) {
            needed(operation, "weight");
        }
        if (operation.at("op").is("ratio")) {
            needed(operation, "numerator");
            needed(operation, "denominator");
        }
        textAddsNothing(indicator, operation.at("op"));
    }

    private void periodAggregation(JsonPlace indicator) {
        JsonPlace operation = indicator.at("period_agg");
        quotient(operation);
        if (operation.at("op").is("ratio_of_year_sums")
                && !indicator.at("unit_agg").at("op").is("ratio")) {
            needed(operation, "numerator");
            needed(operation, "denominator");
        }
        textAddsNothing(indicator, operation.at("op"));
    }

    private void quotient(JsonPlace operation) {
        indicators.requireNumber(operation.at("numerator"), faults);
        indicators.requireNumber(operation.at("denominator"), faults);
        if (operation.at("scale").node().isNumber()
                && operation.at("scale").node().decimalValue().signum() == 0) {
            faults.add(operation.at("scale").fault("Hệ số nhân phải khác 0."));
        }
    }

    private void needed(JsonPlace operation, String argument) {
        if (!operation.at(argument).isPresent()) {
            faults.add(operation
                    .at(argument)
                    .fault("Phép “%s” cần “%s”.".formatted(operation.at("op").text(), argument)));
        }
    }

    private void textAddsNothing(JsonPlace indicator, JsonPlace operation) {
        if (indicator.at("type").is("text") && operation.text() != null && !operation.is("none")) {
            faults.add(operation.fault("Chỉ tiêu chữ chỉ dùng phép “none”."));
        }
    }
}
