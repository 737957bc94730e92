package vn.tongket.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;

/**
 * What one unit has to write: the headings, appendices and lists that apply to its category, and whether a content is
 * complete (formats.md, Outline, Lists, Figures).
 */
public record ReportForm(List<Section> sections, FigureForm figures, List<ListForm> lists, List<String> returnReasons) {

    static ReportForm of(CampaignFile file, FigureForm.Respondent respondent) {
        return new ReportForm(
                file.sections().stream()
                        .filter(section -> section.appliesTo().includes(respondent.category()))
                        .toList(),
                FigureForm.of(
                        file.appendices(), respondent, file.campaign().period().lastYearCutoff()),
                file.listForms().stream()
                        .filter(list -> list.includes(respondent.category()))
                        .toList(),
                file.workflow().returnReasons());
    }

    /** The heading of that code that takes text. */
    public Optional<Section> section(String code) {
        return sections.stream()
                .filter(section -> section.code().equals(code) && !section.isHeading())
                .findFirst();
    }

    public Optional<ListForm> list(String code) {
        return lists.stream().filter(list -> list.code().equals(code)).findFirst();
    }

    /** What a return reason may name: codes of headings, appendices and lists. */
    public Set<String> targets() {
        Set<String> targets = new LinkedHashSet<>();
        sections.forEach(section -> targets.add(section.code()));
        figures.appendices().forEach(appendix -> targets.add(appendix.code()));
        lists.forEach(list -> targets.add(list.code()));
        return targets;
    }

    /** How far the content is; see {@link Completeness}. */
    public Completeness completenessOf(ReportContent content) {
        List<Fault> faults = faultsOf(content);
        Set<String> places = new HashSet<>();
        faults.forEach(fault -> places.add(fault.path().split("/", 2)[0]));
        List<Section> asked = sections.stream()
                .filter(section -> section.required() && !section.isHeading())
                .toList();
        FigureSheet sheet = figures.sheet(Figures.of(content.figures()));
        int cells = sheet.asked();
        return new Completeness(
                (int) asked.stream()
                        .filter(section -> !places.contains(section.code()))
                        .count(),
                asked.size(),
                cells - sheet.missing().size(),
                cells,
                (int) lists.stream()
                        .filter(list -> !places.contains(list.code()))
                        .count(),
                lists.size(),
                faults.size());
    }

    /** Everything that keeps the report from being signed; empty when it is complete. */
    public List<Fault> faultsOf(ReportContent content) {
        List<Fault> faults = new ArrayList<>();
        for (Section section : sections) {
            text(section, content.sections().getOrDefault(section.code(), ""), faults);
        }
        FigureSheet sheet = figures.sheet(Figures.of(content.figures()));
        for (FigureSheet.Place place : sheet.missing()) {
            faults.add(new Fault(
                    place.indicator() + "/" + place.year(),
                    "Chưa có số liệu: " + figures.place(place.indicator(), place.year()) + "."));
        }
        for (ListForm list : lists) {
            rows(list, content.lists().getOrDefault(list.code(), List.of()), faults);
        }
        return faults;
    }

    private static void text(Section section, String text, List<Fault> faults) {
        if (section.isHeading()) {
            return;
        }
        int length = PlainText.length(text);
        String name = "Mục " + section.code() + " “" + section.title() + "”";
        if (length == 0) {
            if (section.required()) {
                faults.add(new Fault(section.code(), name + " chưa viết."));
            }
        } else if (length < section.minChars()) {
            faults.add(new Fault(
                    section.code(), "%s mới có %d ký tự, cần ít nhất %d.".formatted(name, length, section.minChars())));
        } else if (section.maxChars() > 0 && length > section.maxChars()) {
            faults.add(new Fault(
                    section.code(), "%s có %d ký tự, tối đa %d.".formatted(name, length, section.maxChars())));
        }
    }

    private static void rows(ListForm list, List<Map<String, Object>> rows, List<Fault> faults) {
        if (rows.size() < list.minRows()) {
            faults.add(new Fault(
                    list.code(),
                    "Biểu %s “%s” cần ít nhất %d dòng.".formatted(list.code(), list.title(), list.minRows())));
        }
        faults.addAll(ListRows.faultsOf(list, rows));
    }
}
