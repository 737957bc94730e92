package vn.tongket.document;

import java.util.List;
import java.util.Map;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.document.Annexes.Annex;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Appendix;

/** Writes the issuer's report upward; its annexes are the totals of each appendix and the table of who has reported. */
public final class ConsolidatedReportWriter {

    private static final String STATUS = "Tình hình gửi báo cáo";

    /**
     * What the report says.
     *
     * @param recipient the union that the report goes to
     * @param texts the issuer's own text by section code
     * @param appendices all of the campaign: whatever any unit filled in
     * @param totals of their rows
     * @param required in protocol order, as are {@code coordinated}
     */
    public record ConsolidatedReport(
            LetterHead head,
            String subject,
            String recipient,
            Coverage coverage,
            List<OutlinePart> outline,
            Map<String, String> texts,
            List<Appendix> appendices,
            Totals totals,
            List<StatusRow> required,
            List<StatusRow> coordinated,
            Signature signature,
            List<String> recipients) {}

    private ConsolidatedReportWriter() {}

    /** A Word file (.docx). */
    public static byte[] write(ConsolidatedReport report) {
        String kind = UnitReportWriter.KIND;
        OfficialLetter letter = OfficialLetter.begin(report.head(), kind + ". " + report.subject());
        letter.title(kind, report.subject());
        letter.addressee(report.recipient());
        letter.paragraph(report.coverage().sentence());
        new ReportBody(letter, report.texts()).write(report.outline(), section -> true);
        letter.ending("%s trân trọng báo cáo %s./.".formatted(report.head().issuingBody(), report.recipient()));
        letter.close(report.signature(), report.recipients());
        annexes(letter.file(), report, AppendixWriter.source(report.head(), kind));
        return letter.file().bytes();
    }

    private static void annexes(WordFile file, ConsolidatedReport report, String source) {
        List<Annex> annexes = Annexes.ofTotals(report.appendices(), STATUS).all();
        TotalsAnnexes.append(file, annexes, source, report.appendices(), report.totals());
        Annex last = annexes.get(annexes.size() - 1);
        file.newSection(Page.LANDSCAPE);
        file.paragraph(Style.ANNEX, last.number());
        file.paragraph(Style.ANNEX_TITLE, DocumentText.upper(last.title()));
        file.paragraph(Style.ANNEX_SOURCE, source);
        StatusTable.write(file, report.coverage(), report.required(), report.coordinated());
    }
}
