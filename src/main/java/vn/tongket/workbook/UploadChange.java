package vn.tongket.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.ReportContent;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportView;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;
import vn.tongket.workbook.Decision.Choice;
import vn.tongket.workbook.Difference.Kind;
import vn.tongket.workbook.Reading.Content;

/** What of a file goes into the draft, and the draft that it goes into. */
record UploadChange(ReportView report, Content content) {

    /** All that a file changed, as if nobody chose otherwise. */
    static UploadChange everything(ReportView report, Reading reading, List<Difference> differences) {
        Set<String> paths = differences.stream()
                .filter(difference -> difference.kind() != Kind.DRAFT)
                .map(Difference::path)
                .collect(Collectors.toSet());
        return new UploadChange(report, Comparison.pick(reading.content(), paths));
    }

    /** What a person decided to take; refused while a choice is open. */
    static UploadChange decided(ReportView report, Reading reading, List<Difference> differences, Decision decision) {
        Content chosen = Comparison.pick(reading.content(), chosen(differences, decision.choices()));
        Map<String, String> sections = new LinkedHashMap<>(chosen.sections());
        int open = 0;
        for (int i = 0; i < reading.loose().size(); i++) {
            String code = decision.placed().get(i);
            if (code == null) {
                open++;
            } else if (!code.equals(Decision.DROPPED)) {
                append(report, sections, code, reading.loose().get(i).text());
            }
        }
        if (open > 0) {
            throw DomainException.refused(
                    "Còn %d đoạn chưa rõ thuộc mục nào: hãy chọn mục, hoặc chọn bỏ.".formatted(open));
        }
        return new UploadChange(report, new Content(sections, chosen.figures(), chosen.lists()));
    }

    private static Set<String> chosen(List<Difference> differences, Map<String, Choice> choices) {
        Set<String> taken = new HashSet<>();
        int open = 0;
        for (Difference difference : differences) {
            Choice choice = choices.get(difference.path());
            if (choice == Choice.FILE || (choice == null && difference.kind() == Kind.FILE)) {
                taken.add(difference.path());
            } else if (choice == null && difference.kind() == Kind.BOTH) {
                open++;
            }
        }
        if (open > 0) {
            throw DomainException.refused(
                    "Còn %d chỗ cả tệp và bản nháp đều đã sửa mà chưa chọn giá trị nào.".formatted(open));
        }
        return taken;
    }

    /** Behind what the heading will hold, whether that comes from the file or stays as it is. */
    private static void append(ReportView report, Map<String, String> sections, String code, String text) {
        if (report.form().section(code).isEmpty()) {
            throw DomainException.refused("Không có mục “%s” để đặt đoạn này vào.".formatted(code));
        }
        String before = sections.getOrDefault(code, report.content().sections().getOrDefault(code, ""));
        sections.put(code, before.isEmpty() ? text : before + "\n" + text);
    }

    /** The cross-checks that would not hold with this in the draft. */
    List<Finding> broken() {
        if (content.figures().isEmpty()) {
            return List.of();
        }
        ReportContent now = report.content();
        Figures after = report.form().figures().merge(Figures.of(now.figures()), patch());
        return report.form().checksOf(now.withFigures(after.toMap())).stream()
                .filter(Finding::isBroken)
                .toList();
    }

    /** Each part with the version at which it was compared: who wrote in between is not overwritten. */
    void write(ReportDrafting drafting, String actor) {
        String campaign = report.campaign().code();
        String unit = report.participant().unitCode();
        content.sections()
                .forEach((code, text) -> drafting.writeSection(
                        campaign, unit, code, text, report.sectionVersions().getOrDefault(code, 0), actor));
        if (!content.figures().isEmpty()) {
            drafting.writeFigures(campaign, unit, patch(), false, report.figuresVersion(), actor);
        }
        content.lists().forEach((code, rows) -> {
            var part = drafting.list(campaign, unit, code);
            if (!part.value().equals(report.content().lists().getOrDefault(code, List.of()))) {
                throw DomainException.stale("Bản nháp vừa được người khác sửa. Hãy xem lại phần so sánh rồi nhận.");
            }
            drafting.writeList(campaign, unit, code, rows, part.version(), actor);
        });
    }

    private Map<String, Map<String, @Nullable String>> patch() {
        Map<String, Map<String, @Nullable String>> patch = new LinkedHashMap<>();
        content.figures().forEach((code, years) -> {
            Map<String, @Nullable String> row = new HashMap<>();
            years.forEach((year, value) -> row.put(year, value.isEmpty() ? null : value));
            patch.put(code, row);
        });
        return patch;
    }

    /** What a draft holds, as files do. */
    static Content content(ReportView view) {
        return new Content(
                view.content().sections(),
                view.content().figures(),
                view.content().lists());
    }
}
