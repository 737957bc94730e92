package vn.tongket.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.PlainText;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.CrossChecks;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.RollUp;
import vn.tongket.statistics.Rule;

/**
 * What one unit has to write: the headings, appendices and lists that apply to its category, the rules between its
 * figures, and whether a content is complete (formats.md, Outline, Lists, Figures, Cross-checks).
 */
public record ReportForm(
        List<Section> sections,
        FigureForm figures,
        List<ListForm> lists,
        List<Rule> rules,
        List<String> returnReasons,
        @Nullable RollUp ownCampaign) {

    private static final int MAX_REASON = 2000;

    /** Wants required cells filled in. */
    private static final String COMPLETENESS = "blank_vs_zero";

    static ReportForm of(CampaignFile file, FigureForm.Respondent respondent) {
        return of(file, respondent, null);
    }

    /** {@code ownCampaign}: the totals of the union's own campaign, null where it has none. */
    static ReportForm of(CampaignFile file, FigureForm.Respondent respondent, @Nullable RollUp ownCampaign) {
        if (respondent.isOffice()) {
            return ofOffice(file, respondent);
        }
        return new ReportForm(
                file.sections().stream()
                        .filter(section -> section.appliesTo().includes(respondent.category()))
                        .toList(),
                FigureForm.of(
                        file.appendices(), respondent, file.campaign().period().lastYearCutoff()),
                file.listForms().stream()
                        .filter(list -> list.includes(respondent.category()))
                        .toList(),
                file.rules(),
                file.workflow().returnReasons(),
                ownCampaign);
    }

    /** Figures alone, and none that it has to have: an office has few of them. */
    private static ReportForm ofOffice(CampaignFile file, FigureForm.Respondent office) {
        return new ReportForm(
                List.of(),
                FigureForm.of(
                        file.appendices().stream().map(Appendix::optional).toList(),
                        office,
                        file.campaign().period().lastYearCutoff()),
                List.of(),
                file.rules().stream()
                        .filter(rule -> !rule.kind().equals(COMPLETENESS))
                        .toList(),
                List.of(),
                null);
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

    /** All places of the report, by code. */
    public ReportPlaces places() {
        return ReportPlaces.of(this);
    }

    /** The reason with clean words; refused for an unknown place or listed reason, and without any reason. */
    Reason checked(Reason reason) {
        String place = reason.place();
        if (place != null && !places().codes().contains(place)) {
            throw DomainException.refused("Không có mục, phụ lục, biểu hay ô số liệu “" + place + "”.");
        }
        String listed = reason.listed();
        if (listed != null && !returnReasons.contains(listed)) {
            throw DomainException.refused("Danh sách lý do trả lại không có “" + listed + "”.");
        }
        String words = reason.words() == null ? "" : PlainText.clean(reason.words());
        if (listed == null && words.isEmpty()) {
            throw DomainException.refused("Cần ghi lý do.");
        }
        if (PlainText.length(words) > MAX_REASON) {
            throw DomainException.refused("Lý do trả lại không được quá 2.000 ký tự.");
        }
        return new Reason(place, listed, words.isEmpty() ? null : words);
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

    /** Every line of every rule, with what the unit says about a warning. */
    public List<Finding> checksOf(ReportContent content) {
        return CrossChecks.evaluate(figures.sheet(Figures.of(content.figures())), rules, ownCampaign).stream()
                .map(finding -> finding.explainedBy(content.explanations().get(finding.key())))
                .toList();
    }

    /** A check's line, {@code R12/PL01.LD/2008}, in words; as it is when it names no figure. */
    public String placeOfCheck(String key) {
        String[] parts = key.split("/");
        return parts.length == 3 && parts[2].matches("\\d{4}")
                ? "%s (%s)".formatted(figures.place(parts[1], Integer.parseInt(parts[2])), parts[0])
                : key;
    }

    /** Everything that keeps the report from being signed, or the office's figures from being closed. */
    public List<Fault> faultsOf(ReportContent content) {
        return ReportFaults.of(this, content);
    }
}
