package vn.tongket.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** Units that would lie above themselves once the file is taken over the existing tree. */
final class TreeCycles {

    private TreeCycles() {}

    /** Each circle once, at its first unit in the file. */
    static List<Fault> faultsOf(List<JsonPlace> units, ExistingUnits existing, LocalDate treeDay) {
        Map<String, @Nullable String> parents = new HashMap<>(existing.parents());
        units.forEach(unit -> {
            String code = unit.at("code").text();
            if (code != null && !existing.isChangedSince(code, treeDay)) {
                parents.put(code, unit.at("parent").text());
            }
        });
        List<Fault> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonPlace unit : units) {
            Set<String> way = new LinkedHashSet<>();
            String at = unit.at("code").text();
            while (at != null && !known.contains(at) && way.add(at)) {
                at = parents.get(at);
            }
            if (at != null && way.contains(at)) {
                faults.add(unit.at("parent").fault("Đơn vị “" + at + "” là cấp trên của chính nó."));
            }
            known.addAll(way);
        }
        return faults;
    }
}
