package vn.tongket.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** Finds what a file of the right structure still gets wrong, each fault with its place: codes, references, dates. */
final class OrganizationCheck {

    private final JsonPlace file;
    private final ExistingUnits existing;
    private final Set<String> inFile;
    private final List<Fault> faults = new ArrayList<>();

    private OrganizationCheck(JsonPlace file, ExistingUnits existing) {
        this.file = file;
        this.existing = existing;
        this.inFile = file.items("units").stream()
                .map(unit -> unit.at("code").text())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The units of the file are judged as they will lie among those that exist. */
    static List<Fault> faultsOf(JsonPlace file, ExistingUnits existing) {
        var check = new OrganizationCheck(file, existing);
        check.categories();
        check.codes();
        file.items("units").forEach(check::unit);
        check.faults.addAll(TreeCycles.faultsOf(file.items("units"), existing, check.treeDay()));
        file.items("history_events").forEach(check::event);
        return check.faults;
    }

    private LocalDate treeDay() {
        return OrganizationFile.treeDay(
                file.at("as_of").date(),
                file.items("history_events").stream()
                        .map(event -> event.at("date").date())
                        .filter(Objects::nonNull)
                        .toList());
    }

    private void categories() {
        Set<String> codes = new HashSet<>();
        for (JsonPlace category : file.items("categories")) {
            JsonPlace code = category.at("code");
            if (code.text() != null && !codes.add(code.text())) {
                faults.add(code.fault("Mã loại “" + code.text() + "” bị trùng."));
            }
        }
    }

    /** Group names are made of a code's letters and digits: no two units may share them. */
    private void codes() {
        Set<String> codes = new HashSet<>();
        Map<String, String> owners = new HashMap<>(existing.codesByGroupKey());
        owners.values().removeAll(inFile);
        for (JsonPlace unit : file.items("units")) {
            JsonPlace place = unit.at("code");
            String code = place.text();
            if (code == null) {
                continue;
            }
            if (!codes.add(code)) {
                faults.add(place.fault("Mã đơn vị “" + code + "” bị trùng."));
                continue;
            }
            String key = UnionRole.lettersAndDigits(code).toUpperCase(Locale.ROOT);
            String other = owners.putIfAbsent(key, code);
            if (other != null) {
                faults.add(place.fault("Mã “" + code + "” và “" + other + "” cho cùng một tên nhóm “" + key + "”."));
            }
        }
    }

    private void unit(JsonPlace unit) {
        String code = unit.at("code").text();
        String category = unit.at("category").text();
        if (category != null && !categoryExists(category)) {
            faults.add(unit.at("category").fault("Không có loại đơn vị “" + category + "”."));
        }
        reference(unit.at("parent"));
        reference(unit.at("guided_by"));
        reference(unit.at("successor"));
        notItself(unit.at("guided_by"), code, "Đơn vị không thể phối hợp chỉ đạo chính mình.");
        notItself(unit.at("successor"), code, "Đơn vị không thể kế thừa chính mình.");
        notItself(
                unit.at("guided_by"), unit.at("parent").text(), "Cấp trên và đơn vị phối hợp chỉ đạo phải khác nhau.");
        LocalDate from = unit.at("valid_from").date();
        LocalDate to = unit.at("valid_to").date();
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(unit.at("valid_to").fault("Ngày chấm dứt phải không trước ngày thành lập."));
        }
    }

    private boolean categoryExists(String code) {
        return existing.categories().contains(code)
                || file.items("categories").stream()
                        .anyMatch(category -> category.at("code").is(code));
    }

    private void event(JsonPlace event) {
        event.items("units").forEach(this::reference);
        reference(event.at("from"));
        reference(event.at("to"));
        if (event.at("type").is("transfer") && !event.at("from").isPresent()) {
            faults.add(event.at("from").fault("Chuyển đơn vị cần có cấp trên cũ “from”."));
        }
        boolean moves = event.at("type").is("transfer") || event.at("type").is("merge");
        if (moves && !event.at("to").isPresent()) {
            faults.add(event.at("to").fault("Chuyển, sáp nhập đơn vị cần có đơn vị nhận “to”."));
        }
    }

    private void reference(JsonPlace place) {
        String code = place.text();
        if (code != null && !inFile.contains(code) && !existing.has(code)) {
            faults.add(place.fault("Không có đơn vị “" + code + "”."));
        }
    }

    private void notItself(JsonPlace place, @Nullable String other, String sentence) {
        if (other != null && place.is(other)) {
            faults.add(place.fault(sentence));
        }
    }
}
