package vn.tongket.document;

import java.util.List;
import java.util.Map;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.PlanDocument.Signature;

/** Writes the issuer's report upward, with the table of who has reported as its annex. */
public final class ConsolidatedReportWriter {

    /**
     * What the report says.
     *
     * @param recipient the union that the report goes to
     * @param texts the issuer's own text by section code
     * @param required in protocol order, as are {@code coordinated}
     */
    public record ConsolidatedReport(
            LetterHead head,
            String subject,
            String recipient,
            Coverage coverage,
            List<OutlinePart> outline,
            Map<String, String> texts,
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
        annex(letter.file(), report, kind);
        return letter.file().bytes();
    }

    private static void annex(WordFile file, ConsolidatedReport report, String kind) {
        file.newSection(Page.LANDSCAPE);
        file.paragraph(Style.ANNEX, "Phụ lục");
        file.paragraph(Style.ANNEX_TITLE, "TÌNH HÌNH GỬI BÁO CÁO");
        file.paragraph(Style.ANNEX_SOURCE, AppendixWriter.source(report.head(), kind));
        StatusTable.write(file, report.coverage(), report.required(), report.coordinated());
    }
}
