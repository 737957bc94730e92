package vn.tongket.document;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.document.Annexes.Annex;
import vn.tongket.statistics.Appendix;

/** Writes the statistical appendices and list forms, each a section of lying pages, blank or filled in. */
public final class AppendixWriter {

    private static final String MARKS = "Ký hiệu: “0”: bằng không; “-”: không phát sinh; “...”: có phát sinh nhưng"
            + " không có số liệu; “x”: không áp dụng; để trống: chưa điền.";
    private static final String COMPUTED = " Ô tô xám do phần mềm tính, không phải điền.";

    /**
     * Which annexes, with what in them.
     *
     * @param appendices those that apply to who fills them in
     * @param lists likewise
     */
    public record Content(List<Appendix> appendices, List<ListForm> lists, Figures figures, ListRows rows) {

        /** Forms to be filled in by hand. */
        public static Content blank(List<Appendix> appendices, List<ListForm> lists) {
            return new Content(appendices, lists, Figures.BLANK, ListRows.NONE);
        }

        /** What unions of that category fill in. */
        Content of(String category) {
            return new Content(
                    appendices.stream()
                            .filter(appendix -> appendix.appliesTo().includes(category))
                            .toList(),
                    lists.stream().filter(list -> list.includes(category)).toList(),
                    figures,
                    rows);
        }
    }

    private AppendixWriter() {}

    /**
     * A Word file (.docx) of the annexes alone.
     *
     * @param letter the head of the document that they go with
     * @param kind what that document is, such as {@code Kế hoạch}
     * @param unit whose figures they are; null leaves a line to write the name on
     */
    public static byte[] write(LetterHead letter, String kind, @Nullable String unit, Content content) {
        WordFile file = WordFile.create("Các phụ lục kèm theo " + kind, letter.issuingBody(), letter.date());
        Page.LANDSCAPE.applyTo(file.document().getDocument().getBody().getSectPr());
        append(file, false, source(letter, kind), unit == null ? "" : unit, content);
        return file.bytes();
    }

    static String source(LetterHead letter, String kind) {
        return "(Kèm theo " + letter.reference(kind) + ")";
    }

    /** The annexes behind what stands in the file already; a null unit puts no line for its name. */
    static void append(WordFile file, boolean afterText, String source, @Nullable String unit, Content content) {
        List<Annex> annexes = Annexes.of(content.appendices(), content.lists()).all();
        for (int i = 0; i < annexes.size(); i++) {
            if (afterText || i > 0) {
                file.newSection(Page.LANDSCAPE);
            }
            head(file, annexes.get(i), source, unit);
            int list = i - content.appendices().size();
            if (list < 0) {
                appendix(file, content.appendices().get(i), content.figures());
            } else {
                ListForm form = content.lists().get(list);
                ListTable.write(file, form, content.rows().of(form.code()), content.figures() == Figures.BLANK);
            }
        }
    }

    /** The annex's number, title, source and code; a null unit puts no line for its name. */
    static void head(WordFile file, Annex annex, String source, @Nullable String unit) {
        file.paragraph(Style.ANNEX, annex.number());
        file.paragraph(Style.ANNEX_TITLE, DocumentText.upper(annex.title()));
        file.paragraph(Style.ANNEX_SOURCE, source);
        String code = "Mã biểu: " + annex.code();
        if (unit == null) {
            file.paragraph(Style.FORM_CODE, code);
        } else {
            // The style's first tab draws a dotted line to write on, its second stands at the right margin.
            XWPFParagraph line = file.paragraph(Style.FILL, "Đơn vị báo cáo: " + unit + "\t\t");
            WordFile.run(line, code).setItalic(true);
        }
    }

    private static void appendix(WordFile file, Appendix appendix, Figures figures) {
        AppendixTable.write(file, appendix, figures);
        String note = appendix.note() == null || appendix.note().isBlank() ? "" : "Ghi chú: " + appendix.note() + " ";
        file.paragraph(Style.NOTE, note + MARKS + (figures == Figures.BLANK ? COMPUTED : ""));
    }
}
