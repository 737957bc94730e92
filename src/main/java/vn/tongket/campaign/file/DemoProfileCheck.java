package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The series that guide sample figures: of indicators, in years of the period. */
final class DemoProfileCheck {

    private DemoProfileCheck() {}

    static List<Fault> faultsOf(JsonPlace file, IndicatorCodes indicators) {
        List<Fault> faults = new ArrayList<>();
        Period period = Period.of(file);
        file.at("demo_profile").at("series").members().forEach((code, series) -> {
            if (!indicators.byCode().containsKey(code)) {
                faults.add(series.fault("Không có chỉ tiêu “" + code + "”."));
            }
            indicators.requireNumber(series.at("share_of"), faults);
            for (String field : List.of("index", "values")) {
                series.at(field).members().forEach((year, value) -> year(year, value, period, faults));
            }
        });
        return faults;
    }

    private static void year(String name, JsonPlace value, Period period, List<Fault> faults) {
        Integer year = number(name);
        if (year == null) {
            faults.add(value.fault("“" + name + "” không phải năm."));
        }
        period.require(value, year, faults);
    }

    private static @Nullable Integer number(String name) {
        return name.matches("\\d{4}") ? Integer.valueOf(name) : null;
    }
}
