package vn.tongket.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.PlanDocument.Signature;

/** Writes one union's report: its text under the outline's headings, its figures and lists as annexes. */
public final class UnitReportWriter {

    static final String KIND = "Báo cáo";
    private static final String CLOSING = "Trên đây là báo cáo của %s./.";

    /**
     * What the report says.
     *
     * @param head superior = the union that asked for the report, issuing = the reporting union
     * @param subject the campaign's title
     * @param addressee null leaves the line out
     * @param category the union's category: headings, appendices and lists that do not apply to it are left out
     * @param texts plain text by section code
     * @param content figures and lists; what does not apply to the category is left out here too
     */
    public record UnitReport(
            LetterHead head,
            String subject,
            @Nullable String addressee,
            String category,
            List<OutlinePart> outline,
            Map<String, String> texts,
            AppendixWriter.Content content,
            Signature signature,
            List<String> recipients) {}

    private UnitReportWriter() {}

    /** The signature of a union's chair on behalf of its Executive Committee. */
    public static Signature chair(@Nullable String name) {
        return new Signature("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", name);
    }

    /** A Word file (.docx). */
    public static byte[] write(UnitReport report) {
        OfficialLetter letter = OfficialLetter.begin(report.head(), KIND + ". " + report.subject());
        letter.title(KIND, report.subject());
        if (report.addressee() != null) {
            letter.addressee(report.addressee());
        }
        new ReportBody(letter, report.texts())
                .write(report.outline(), section -> section.appliesTo().includes(report.category()));
        letter.ending(CLOSING.formatted(report.head().issuingBody()));
        letter.close(report.signature(), report.recipients());
        AppendixWriter.append(
                letter.file(),
                true,
                AppendixWriter.source(report.head(), KIND),
                null,
                report.content().of(report.category()));
        return letter.file().bytes();
    }
}
