package vn.tongket.campaign.file;

import java.util.List;
import java.util.Set;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The categories of units that a file may name. */
record Categories(Set<String> codes) {

    /** Each text of the list there must be one of them; {@code "ALL"} is no list. */
    void require(JsonPlace list, List<Fault> faults) {
        for (JsonPlace code : list.items()) {
            if (code.text() != null && !codes.contains(code.text())) {
                faults.add(code.fault("Không có loại đơn vị “" + code.text() + "”."));
            }
        }
    }
}
