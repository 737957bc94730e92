package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.List;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The list forms' columns; their codes are checked with those of the appendices. */
final class ListFormCheck {

    private ListFormCheck() {}

    static List<Fault> faultsOf(JsonPlace file, Categories categories) {
        List<Fault> faults = new ArrayList<>();
        for (JsonPlace list : file.items("list_forms")) {
            categories.require(list.at("applies_to"), faults);
            UniqueCodes keys = new UniqueCodes("Mã cột", faults);
            for (JsonPlace column : list.items("columns")) {
                keys.add(column.at("key"));
                values(column, faults);
                if (column.at("type").is("file") && column.at("required").isTrue()) {
                    faults.add(column.at("required").fault("Cột kiểu “file” không được bắt buộc."));
                }
            }
        }
        return faults;
    }

    private static void values(JsonPlace column, List<Fault> faults) {
        boolean choice = column.at("type").is("enum");
        if (choice && !column.at("values").isPresent()) {
            faults.add(column.at("values").fault("Cột kiểu “enum” cần các giá trị để chọn."));
        }
        if (choice) {
            UniqueCodes values = new UniqueCodes("Giá trị", faults);
            column.items("values").forEach(values::add);
        }
    }
}
