package vn.tongket.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;

/** Finds every fault of an organisation file, each with its place in it. */
final class OrganizationCheck {

    private static final Set<String> TIERS = Set.of("national", "sector", "upper", "grassroots", "member");

    private final OrganizationFile file;
    private final Predicate<String> known;
    private final List<Fault> faults = new ArrayList<>();

    private OrganizationCheck(OrganizationFile file, Predicate<String> known) {
        this.file = file;
        this.known = known;
    }

    /** {@code known} tells whether a code is in the database already. */
    static List<Fault> faultsOf(OrganizationFile file, Predicate<String> known) {
        var check = new OrganizationCheck(file, known);
        check.categories();
        check.units();
        check.cycles();
        return check.faults;
    }

    private void categories() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < file.categories().size(); i++) {
            var category = file.categories().get(i);
            String path = "$.categories[" + i + "]";
            if (!codes.add(category.code())) {
                fault(path + ".code", "Mã loại “" + category.code() + "” bị trùng.");
            }
            if (!TIERS.contains(category.tier())) {
                fault(path + ".tier", "Không có cấp “" + category.tier() + "”.");
            }
        }
    }

    private void units() {
        Set<String> codes = new HashSet<>();
        Map<String, String> groups = new HashMap<>();
        Set<String> inFile = new HashSet<>();
        file.units().forEach(unit -> inFile.add(unit.code()));
        Set<String> categories = new HashSet<>();
        file.categories().forEach(category -> categories.add(category.code()));
        for (int i = 0; i < file.units().size(); i++) {
            var unit = file.units().get(i);
            String path = "$.units[" + i + "]";
            if (!codes.add(unit.code())) {
                fault(path + ".code", "Mã đơn vị “" + unit.code() + "” bị trùng.");
            } else {
                group(unit.code(), groups, path);
            }
            if (unit.name().isBlank() || unit.shortName().isBlank()) {
                fault(path + ".name", "Đơn vị “" + unit.code() + "” thiếu tên.");
            }
            if (!categories.contains(unit.category())) {
                fault(path + ".category", "Không có loại đơn vị “" + unit.category() + "”.");
            }
            reference(path + ".parent", unit.parent(), inFile);
            reference(path + ".guided_by", unit.guidedBy(), inFile);
            reference(path + ".successor", unit.successor(), inFile);
            addresses(path, unit);
        }
    }

    private void group(String code, Map<String, String> groups, String path) {
        String key = UnionRole.lettersAndDigits(code).toUpperCase(Locale.ROOT);
        String other = groups.putIfAbsent(key, code);
        if (key.isEmpty()) {
            fault(path + ".code", "Mã đơn vị “" + code + "” phải có chữ cái hoặc chữ số.");
        } else if (other != null) {
            fault(path + ".code", "Mã “" + code + "” và “" + other + "” cho cùng một tên nhóm “" + key + "”.");
        }
    }

    private void reference(String path, @Nullable String code, Set<String> inFile) {
        if (code != null && !inFile.contains(code) && !known.test(code)) {
            fault(path, "Không có đơn vị “" + code + "”.");
        }
    }

    private void addresses(String path, OrganizationFile.Unit unit) {
        for (int i = 0; i < unit.contactsOrNone().size(); i++) {
            String email = unit.contactsOrNone().get(i).email();
            if (!email.matches("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+\\.[^@\\s,;<>\"]+")) {
                fault(path + ".contacts[" + i + "].email", "“" + email + "” không phải địa chỉ thư điện tử.");
            }
        }
    }

    private void cycles() {
        Map<String, @Nullable String> parents = new HashMap<>();
        file.units().forEach(unit -> parents.put(unit.code(), unit.parent()));
        Set<String> safe = new HashSet<>();
        for (int i = 0; i < file.units().size(); i++) {
            Set<String> way = new HashSet<>();
            String at = file.units().get(i).code();
            while (at != null && !safe.contains(at) && way.add(at)) {
                at = parents.get(at);
            }
            if (at != null && way.contains(at)) {
                fault("$.units[" + i + "].parent", "Đơn vị “" + at + "” là cấp trên của chính nó.");
            }
            safe.addAll(way);
        }
    }

    private void fault(String path, String message) {
        faults.add(new Fault(path, message));
    }
}
