package vn.tongket.campaign.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.JsonPlace;

/** The outline: codes, nesting, lengths, and what a section points to (formats.md, Outline). */
final class OutlineCheck {

    private OutlineCheck() {}

    static List<Fault> faultsOf(JsonPlace file, Categories categories) {
        List<Fault> faults = new ArrayList<>();
        Set<String> attached = attached(file);
        UniqueCodes codes = new UniqueCodes("Mã mục", faults);
        boolean anyToWrite = false;
        for (JsonPlace part : file.items("outline")) {
            codes.add(part.at("code"));
            Integer above = part.at("level").integer();
            for (JsonPlace section : part.items("sections")) {
                codes.add(section.at("code"));
                above = nesting(section, above, faults);
                anyToWrite |= !section.at("is_heading").isTrue();
                lengths(section, faults);
                categories.require(section.at("applies_to"), faults);
                links(section, attached, faults);
            }
        }
        if (!anyToWrite && !file.items("outline").isEmpty()) {
            faults.add(file.at("outline").fault("Đề cương không có mục nào để viết."));
        }
        return faults;
    }

    private static @Nullable Integer nesting(JsonPlace section, @Nullable Integer above, List<Fault> faults) {
        Integer level = section.at("level").integer();
        if (level == null) {
            return above;
        }
        if (above != null && level > above + 1) {
            faults.add(section.at("level").fault("Bậc nhảy từ %d sang %d.".formatted(above, level)));
        }
        return level;
    }

    private static void lengths(JsonPlace section, List<Fault> faults) {
        Integer min = section.at("min_chars").integer();
        Integer max = section.at("max_chars").integer();
        if (section.at("is_heading").isTrue() || max == null) {
            return;
        }
        if (max == 0) {
            faults.add(section.at("max_chars").fault("Mục để viết cần số ký tự tối đa lớn hơn 0."));
        } else if (min != null && min > max) {
            faults.add(section.at("min_chars").fault("Số ký tự tối thiểu lớn hơn tối đa."));
        }
    }

    private static void links(JsonPlace section, Set<String> attached, List<Fault> faults) {
        for (JsonPlace link : section.items("linked_appendices")) {
            if (link.text() != null && !attached.contains(link.text())) {
                faults.add(link.fault("Không có phụ lục hay biểu “" + link.text() + "”."));
            }
        }
    }

    private static Set<String> attached(JsonPlace file) {
        Set<String> codes = new HashSet<>();
        for (String list : List.of("appendices", "list_forms")) {
            file.items(list).forEach(item -> {
                String code = item.at("code").text();
                if (code != null) {
                    codes.add(code);
                }
            });
        }
        return codes;
    }
}
