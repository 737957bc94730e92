package vn.tongket.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.workbook.Styles.Look;

/** The workbook in which a unit fills in its appendices and lists, with what it has filled in so far. */
final class WorkbookTemplate {

    /** The words on it that are not the form's. */
    record Words(String campaignTitle, String unitName, String deadline, String madeAt) {}

    static final String CHOICES = "_danhmuc";

    /** As much of the kept draft as one cell takes. */
    private static final int CHUNK = 30_000;

    private final Expected expected;
    private final Words words;
    private final Reading.Content draft;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);

    private WorkbookTemplate(Expected expected, Words words, Reading.Content draft) {
        this.expected = expected;
        this.words = words;
        this.draft = draft;
    }

    /** The bytes of the .xlsx file. */
    static byte[] of(Expected expected, Words words, Reading.Content draft) {
        return new WorkbookTemplate(expected, words, draft).bytes();
    }

    private byte[] bytes() {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            guide();
            FigureSheet figures = expected.form().figures().sheet(Figures.of(draft.figures()));
            Formulas formulas = new Formulas(expected.form().figures());
            for (Appendix appendix : expected.form().figures().appendices()) {
                new AppendixSheet(
                                sheet(appendix.code()),
                                figures,
                                appendix,
                                formulas,
                                expected.form().rules())
                        .write(words.unitName());
            }
            lists();
            mark();
            workbook.setForceFormulaRecalculation(true);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lists() {
        if (expected.form().lists().isEmpty()) {
            return;
        }
        XSSFSheet choices = workbook.createSheet(CHOICES);
        for (ListForm list : expected.form().lists()) {
            new ListSheet(sheet(list.code()), list, choices).write(draft.lists().getOrDefault(list.code(), List.of()));
        }
        workbook.setSheetOrder(CHOICES, workbook.getNumberOfSheets() - 1);
        workbook.setSheetVisibility(workbook.getSheetIndex(choices), SheetVisibility.VERY_HIDDEN);
    }

    private SheetWriter sheet(String code) {
        return new SheetWriter(workbook.createSheet(Layout.sheetName(code)), styles);
    }

    private void guide() {
        SheetWriter out = new SheetWriter(workbook.createSheet(Layout.GUIDE), styles);
        out.sheet.setColumnWidth(0, 110 * 256);
        out.text(0, 0, words.campaignTitle(), Look.TITLE_WRAPPED);
        out.fit(
                0,
                0,
                words.campaignTitle()
                        + words.campaignTitle().substring(words.campaignTitle().length() / 2));
        out.text(1, 0, words.unitName(), Look.TITLE);
        boolean office = expected.form().figures().isOffice();
        out.text(
                2,
                0,
                "%sMẫu tải lúc %s, điền sẵn bản nháp tại lúc đó."
                        .formatted(office ? "" : "Hạn: hết ngày " + words.deadline() + ". ", words.madeAt()),
                Look.NOTE);
        List<String> lines = List.of(
                "Mỗi trang là một phụ lục (PL) hoặc một biểu danh mục (LF). Chỉ ghi vào ô nền trắng hoặc vàng; ô nền xám do hệ thống tính hoặc không áp dụng.",
                "Ghi số bằng chữ số, đúng đơn vị tính ở cột D. Ô vàng: còn thiếu. Ô đỏ: “trong đó” lớn hơn tổng.",
                "Ký hiệu: 0 là bằng không; - là không phát sinh; ... là có phát sinh nhưng không có số liệu; x là không áp dụng; để trống là chưa nhập.",
                "Có thể chép, dán khối số từ tệp khác: dùng Dán giá trị (Paste Values) để giữ định dạng và kiểm tra của mẫu.",
                "Không xóa, chèn, gộp dòng, cột, trang; không đổi cột Mã. Trang đã khóa nhưng không có mật khẩu.",
                "Nộp tệp ở trang %s. Hệ thống chỉ ra từng ô có lỗi và từng chỗ khác với bản nháp; chưa có gì được ghi cho đến khi bấm “Nhận”."
                        .formatted(office ? "số liệu của cơ quan" : "báo cáo của đơn vị"),
                office
                        ? "Chỉ ghi số của riêng cơ quan, không cộng số của các đơn vị; ô nào cơ quan không có thì để trống."
                        : "Nội dung các mục của đề cương viết bằng tệp Word hoặc ngay trên trang báo cáo.");
        for (int i = 0; i < lines.size(); i++) {
            out.text(4 + i, 0, lines.get(i), Look.GUIDE);
            out.fit(4 + i, 0, lines.get(i));
        }
        out.sheet.setDisplayGridlines(false);
        out.print(0, 0);
        out.protect();
    }

    private void mark() {
        String base = Mark.baseText(draft);
        Mark mark = new Mark(
                Mark.LAYOUT,
                expected.campaign(),
                expected.unit(),
                Mark.formOf(expected.form()),
                expected.version(),
                Mark.hashOf(base));
        SheetWriter out = new SheetWriter(workbook.createSheet(Mark.NAME), styles);
        out.text(0, 0, mark.text(), Look.LABEL);
        for (int from = 0, row = 1; from < base.length(); row++) {
            int to = end(base, from);
            out.text(row, 0, base.substring(from, to), Look.LABEL);
            from = to;
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(Mark.NAME), SheetVisibility.VERY_HIDDEN);
        workbook.getProperties().getCustomProperties().addProperty(Mark.NAME, mark.text());
        workbook.getProperties().getCoreProperties().setTitle(words.campaignTitle());
        workbook.getProperties().getCoreProperties().setCreator(words.unitName());
        workbook.setActiveSheet(0);
    }

    /** Where a piece ends: not within a pair of surrogates, and at no blank, which Excel's files may lose. */
    private static int end(String text, int from) {
        int to = Math.min(text.length(), from + CHUNK);
        while (to < text.length()
                && to > from + 1
                && (Character.isLowSurrogate(text.charAt(to))
                        || Character.isWhitespace(text.charAt(to))
                        || Character.isWhitespace(text.charAt(to - 1)))) {
            to--;
        }
        return to;
    }
}
