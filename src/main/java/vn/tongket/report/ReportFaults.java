package vn.tongket.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;

/** Gathers what keeps a content from being signed: headings, cells, cross-checks, list rows and
 * reasons of a return that are not answered, in that order. */
final class ReportFaults {

    private final ReportForm form;
    private final ReportContent content;
    private final List<Fault> faults = new ArrayList<>();

    private ReportFaults(ReportForm form, ReportContent content) {
        this.form = form;
        this.content = content;
    }

    static List<Fault> of(ReportForm form, ReportContent content) {
        ReportFaults gathered = new ReportFaults(form, content);
        form.sections().stream().filter(section -> !section.isHeading()).forEach(gathered::text);
        gathered.figures();
        form.lists().forEach(gathered::rows);
        gathered.answers();
        return List.copyOf(gathered.faults);
    }

    private void text(Section section) {
        int length = PlainText.length(content.sections().getOrDefault(section.code(), ""));
        String name = "Mục " + section.code() + " “" + section.title() + "”";
        if (length == 0) {
            if (section.required()) {
                fault(section.code(), name + " chưa viết.");
            }
        } else if (length < section.minChars()) {
            fault(section.code(), "%s mới có %d ký tự, cần ít nhất %d.".formatted(name, length, section.minChars()));
        } else if (section.maxChars() > 0 && length > section.maxChars()) {
            fault(section.code(), "%s có %d ký tự, tối đa %d.".formatted(name, length, section.maxChars()));
        }
    }

    private void figures() {
        FigureSheet sheet = form.figures().sheet(Figures.of(content.figures()));
        Set<String> missing = sheet.missing().stream()
                .map(place -> place.indicator() + "/" + place.year())
                .collect(Collectors.toSet());
        for (FigureSheet.Place place : sheet.missing()) {
            fault(
                    place.indicator() + "/" + place.year(),
                    "Chưa có số liệu: " + form.figures().place(place.indicator(), place.year()) + ".");
        }
        // A cell that is missing has been named; the rule that wants it filled in has nothing to add.
        form.checksOf(content).stream()
                .filter(finding -> !missing.contains(finding.place()))
                .forEach(this::check);
    }

    private void check(Finding finding) {
        String place = form.figures().place(finding.indicators().get(0), finding.year());
        if (finding.blocksSigning()) {
            fault(finding.place(), place + ": " + finding.message());
        } else if (finding.wantsExplanation() && !form.figures().isOffice()) {
            fault(finding.place(), place + ": " + finding.message() + " Cần sửa số liệu hoặc ghi giải trình.");
        }
    }

    private void rows(ListForm list) {
        List<Map<String, Object>> rows = content.lists().getOrDefault(list.code(), List.of());
        if (rows.size() < list.minRows()) {
            fault(
                    list.code(),
                    "Biểu %s “%s” cần ít nhất %d dòng.".formatted(list.code(), list.title(), list.minRows()));
        }
        faults.addAll(ListRows.faultsOf(list, rows));
    }

    private void answers() {
        ReportPlaces places = form.places();
        content.answers().stream()
                .filter(answer -> answer.answer().isEmpty())
                .forEach(answer -> fault(
                        "returns/" + answer.reason(),
                        "Chưa trả lời lý do trả lại – %s: %s".formatted(places.name(answer.place()), answer.asked())));
    }

    private void fault(String place, String message) {
        faults.add(new Fault(place, message));
    }
}
