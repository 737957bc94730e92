package vn.tongket.workbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportForm;
import vn.tongket.report.ReportView;

/**
 * The report for which a file is meant: whose, which sending is being written, and what it asks for.
 *
 * @param outline the parts with the headings that apply to the unit
 */
record Expected(String campaign, String unit, int version, ReportForm form, List<OutlinePart> outline, Names names) {

    /**
     * What stands at the head of the report.
     *
     * @param subject the campaign's title
     */
    record Names(String subject, String union) {}

    /** What is expected of the unit whose report that is; {@code outline} may hold headings for others too. */
    static Expected of(ReportView view, List<OutlinePart> outline) {
        return new Expected(
                view.campaign().code(),
                view.participant().unitCode(),
                view.lastVersion().map(version -> version.number() + 1).orElse(1),
                view.form(),
                outline,
                new Names(view.campaign().title(), view.participant().unitName()));
    }

    Expected {
        Set<String> codes = form.sections().stream().map(Section::code).collect(Collectors.toSet());
        outline = outline.stream()
                .map(part -> new OutlinePart(
                        part.code(),
                        part.no(),
                        part.title(),
                        part.titleEn(),
                        part.level(),
                        part.sections().stream()
                                .filter(section -> codes.contains(section.code()))
                                .toList()))
                .filter(part -> !part.sections().isEmpty())
                .toList();
    }
}
