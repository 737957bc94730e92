package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The appendices as tables: their codes and their columns. */
final class ColumnCheck {

    private ColumnCheck() {}

    static List<Fault> faultsOf(JsonPlace file, Categories categories) {
        List<Fault> faults = new ArrayList<>();
        Period period = Period.of(file);
        UniqueCodes codes = new UniqueCodes("Mã phụ lục, biểu", faults);
        for (JsonPlace appendix : file.items("appendices")) {
            codes.add(appendix.at("code"));
            categories.require(appendix.at("applies_to"), faults);
            columns(appendix, period, faults);
        }
        file.items("list_forms").forEach(list -> codes.add(list.at("code")));
        return faults;
    }

    private static void columns(JsonPlace appendix, Period period, List<Fault> faults) {
        UniqueCodes keys = new UniqueCodes("Mã cột", faults);
        Set<Integer> years = new HashSet<>();
        for (JsonPlace column : appendix.items("columns")) {
            keys.add(column.at("key"));
            Integer year = column.at("year").integer();
            period.require(column.at("year"), year, faults);
            if (year != null && !years.add(year)) {
                faults.add(column.at("year").fault("Năm " + year + " có hai cột."));
            }
            if (!column.at("year").isPresent() && !column.at("computed").isTrue()) {
                faults.add(column.at("year").fault("Cột không tính sẵn cần có năm."));
            }
        }
        if (years.isEmpty()
                && appendix.items("columns").stream()
                        .noneMatch(column -> column.at("year").isPresent())) {
            faults.add(appendix.at("columns").fault("Phụ lục không có cột năm nào."));
        }
    }
}
