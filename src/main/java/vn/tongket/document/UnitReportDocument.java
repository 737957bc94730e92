package vn.tongket.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.Organization;
import vn.tongket.organization.UnionUnit;
import vn.tongket.report.ReportContent;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportVersion;
import vn.tongket.report.ReportVersions;
import vn.tongket.report.ReportView;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.PeriodFigure;

/** One unit's report as a Word file: the version that counts, else the last one sent, else the draft. */
@Service
@Transactional(readOnly = true)
public class UnitReportDocument {

    private final ReportDrafting reports;
    private final ReportVersions versions;
    private final CampaignService campaigns;
    private final Organization organization;

    UnitReportDocument(
            ReportDrafting reports, ReportVersions versions, CampaignService campaigns, Organization organization) {
        this.reports = reports;
        this.versions = versions;
        this.campaigns = campaigns;
        this.organization = organization;
    }

    /** A Word file (.docx). */
    public byte[] write(String campaign, String unit) {
        ReportView view = reports.unitView(campaign, unit);
        return write(campaign, view, view.lastVersion().orElse(null));
    }

    /** The same of one version. */
    public byte[] write(String campaign, String unit, int version) {
        return write(campaign, reports.unitView(campaign, unit), versions.version(campaign, unit, version));
    }

    private byte[] write(String campaign, ReportView view, @Nullable ReportVersion sent) {
        ReportContent content = sent == null ? view.content() : sent.content();
        CampaignFile file = campaigns.definition(campaign);
        UnionUnit issuer = organization.unit(view.campaign().issuerId());
        UnionUnit author = organization.unit(view.participant().unitId());
        String superior = Optional.ofNullable(view.participant().parentId())
                .map(parent -> organization.unit(parent).name())
                .orElse(issuer.name());
        return UnitReportWriter.write(new UnitReportWriter.UnitReport(
                new LetterHead(
                        superior,
                        view.participant().unitName(),
                        author.seat().orElse("…"),
                        sent == null ? "" : sent.documentNumber(),
                        sent == null ? null : sent.signedOn()),
                view.campaign().title(),
                issuer.name(),
                view.participant().category(),
                file.outline(),
                content.sections(),
                new AppendixWriter.Content(
                        file.appendices(),
                        file.listForms(),
                        new Shown(view.form().figures().sheet(vn.tongket.statistics.Figures.of(content.figures()))),
                        new ListRows(rows(content.lists()))),
                UnitReportWriter.chair(null),
                List.of(issuer.name(), "Lưu: VT")));
    }

    private static Map<String, List<Map<String, String>>> rows(Map<String, List<Map<String, Object>>> lists) {
        return lists.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        list -> list.getValue().stream()
                                .map(row -> row.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                cell -> cell.getValue().toString())))
                                .toList()));
    }

    /** A sheet's cells as people read them. */
    private record Shown(FigureSheet sheet) implements Figures {

        @Override
        public @Nullable String display(Indicator indicator, Column column) {
            if (column.year() != null) {
                return sheet.cell(indicator.code(), column.year()).show(indicator.fractionDigits());
            }
            PeriodFigure period = sheet.period(indicator.code());
            Cell cell = period == null ? null : period.cell();
            return cell == null ? null : cell.show(indicator.fractionDigits());
        }
    }
}
