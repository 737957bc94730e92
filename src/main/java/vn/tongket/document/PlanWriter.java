package vn.tongket.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.BasisDocument;
import vn.tongket.campaign.PlanDocument;
import vn.tongket.campaign.PlanDocument.PlanSection;
import vn.tongket.shared.Vietnamese;

/** Writes the plan as an official document, a draft or as issued. */
public final class PlanWriter {

    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    /**
     * What the plan says.
     *
     * @param subject what is reviewed, the campaign's title
     * @param deadline null leaves the deadline to the plan's own text
     */
    public record Plan(
            LetterHead head,
            String subject,
            PlanDocument text,
            List<BasisDocument> basis,
            @Nullable Due deadline) {}

    /**
     * Until when reports are to be sent: {@code before} the nominal day or by its end, and the last acceptable day
     * that follows from it.
     */
    public record Due(LocalDate nominal, boolean before, LocalDate lastDay) {}

    private PlanWriter() {}

    /** A Word file (.docx). */
    public static byte[] write(Plan plan) {
        PlanDocument text = plan.text();
        OfficialLetter letter = OfficialLetter.begin(plan.head(), text.documentTitle() + ". " + plan.subject());
        letter.title(text.documentTitle(), plan.subject());
        basis(letter, plan.basis());
        text.lead().forEach(letter::paragraph);
        sections(letter, text.sections(), 0);
        if (plan.deadline() != null) {
            letter.labelled("Thời hạn gửi báo cáo:", deadline(plan.deadline()) + ".");
        }
        letter.ending(text.closing() == null ? "Yêu cầu các đơn vị thực hiện kế hoạch này" : text.closing());
        letter.close(text.signature(), text.recipients());
        return letter.file().bytes();
    }

    private static void basis(OfficialLetter letter, List<BasisDocument> basis) {
        for (int i = 0; i < basis.size(); i++) {
            String end = i == basis.size() - 1 ? "." : ";";
            letter.file().paragraph(Style.BASIS, basisLine(basis.get(i)) + end);
        }
    }

    private static String basisLine(BasisDocument basis) {
        StringBuilder line = new StringBuilder("Căn cứ ").append(basis.kind());
        if (basis.number() != null) {
            line.append(" số ").append(basis.number());
        }
        if (basis.date() != null) {
            line.append(' ').append(Vietnamese.longDate(basis.date()));
        }
        return line.append(" của ").append(basis.issuer()).toString();
    }

    private static void sections(OfficialLetter letter, List<PlanSection> sections, int depth) {
        for (int i = 0; i < sections.size(); i++) {
            PlanSection section = sections.get(i);
            String title = depth == 0 ? DocumentText.upper(section.title()) : section.title();
            letter.file().paragraph(Style.heading(depth + 2), number(depth, i + 1) + " " + title);
            if (section.paragraphs() != null) {
                section.paragraphs().forEach(letter::prose);
            }
            if (section.sections() != null) {
                sections(letter, section.sections(), depth + 1);
            }
        }
    }

    /** I., then 1., then a) in the Vietnamese alphabet. */
    private static String number(int depth, int position) {
        return switch (depth) {
            case 0 -> DocumentText.roman(position) + ".";
            case 1 -> position + ".";
            default -> LETTERS.charAt((position - 1) % LETTERS.length()) + ")";
        };
    }

    /** "Before" a day and "by" a day differ by one day, and a day off may be rolled over, so the last day is said. */
    private static String deadline(Due due) {
        String nominal = Vietnamese.day(due.nominal());
        String last = Vietnamese.day(due.lastDay());
        if (due.before()) {
            return "trước ngày %s (chậm nhất hết ngày %s)".formatted(nominal, last);
        }
        return due.lastDay().equals(due.nominal())
                ? "chậm nhất hết ngày " + nominal
                : "chậm nhất ngày %s; do trùng ngày nghỉ, nhận đến hết ngày %s".formatted(nominal, last);
    }
}
