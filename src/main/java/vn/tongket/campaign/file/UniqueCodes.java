package vn.tongket.campaign.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** Codes of one kind, each of which may stand once; {@code kind} begins the sentence: "Mã mục". */
final class UniqueCodes {

    private final String kind;
    private final List<Fault> faults;
    private final Set<String> taken = new HashSet<>();

    UniqueCodes(String kind, List<Fault> faults) {
        this.kind = kind;
        this.faults = faults;
    }

    void add(JsonPlace code) {
        if (code.text() != null && !taken.add(code.text())) {
            faults.add(code.fault(kind + " “" + code.text() + "” bị trùng."));
        }
    }
}
