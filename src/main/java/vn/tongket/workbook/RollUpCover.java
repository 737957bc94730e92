package vn.tongket.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import vn.tongket.campaign.Campaign;
import vn.tongket.statistics.Appendix;
import vn.tongket.workbook.Styles.Look;

/** The first sheet of the workbook of totals: what it is, how to read it, and links to the others. */
final class RollUpCover {

    private static final List<String> GUIDE = List.of(
            "Mỗi phụ lục có một trang tổng hợp và một trang số của từng đơn vị. Bấm tên chỉ tiêu để đi từ số tổng hợp"
                    + " xuống số của các đơn vị và ngược lại.",
            "Mọi số tổng hợp là công thức tính từ ô của các đơn vị: sửa ô của một đơn vị thì số tổng hợp đổi theo. Sửa ở"
                    + " đây không làm thay đổi báo cáo của đơn vị trên hệ thống.",
            "Số bình quân được tính theo trọng số, ghi ở khối ngay dưới; tỷ lệ được tính từ hai số tổng hợp của nó.",
            "Cột “Số đơn vị” ghi số tổng hợp tính trên bao nhiêu trong bao nhiêu đơn vị phải có số liệu, tại lúc xuất tệp."
                    + " Số in nghiêng: còn đơn vị chưa có số liệu, hoặc hai vế của tỷ lệ tính trên các đơn vị khác nhau.",
            "Ký hiệu: “0”: bằng không; “-”: không phát sinh, cộng là 0; “...”: có phát sinh nhưng không có số liệu; “x”:"
                    + " không áp dụng; để trống: chưa có. “...”, “x” và ô trống không được cộng.");

    private static final int[] WIDTHS = {12, 90, 24};

    /** Characters of a sentence that spreads over all columns. */
    private static final int LONG_LINE = 120;

    /** Points. */
    private static final float LINE = 15f;

    private RollUpCover() {}

    static void write(
            SXSSFSheet sheet,
            Styles styles,
            Campaign campaign,
            String standing,
            RollUpPlaces places,
            List<Appendix> appendices) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        new RollUpLine(sheet, 0, styles).text(0, "TỔNG HỢP SỐ LIỆU", Look.TITLE);
        paragraph(sheet, styles, 1, campaign.title());
        paragraph(sheet, styles, 2, "Chiến dịch " + campaign.code() + ". " + standing);
        int next = 4;
        for (String sentence : GUIDE) {
            paragraph(sheet, styles, next++, sentence);
        }
        next++;
        RollUpLine head = new RollUpLine(sheet, next++, styles);
        head.text(0, "Phụ lục", Look.HEAD);
        head.text(1, "Số tổng hợp", Look.HEAD);
        head.text(2, "Số của từng đơn vị", Look.HEAD);
        for (Appendix appendix : appendices) {
            RollUpLine line = new RollUpLine(sheet, next++, styles);
            line.text(0, appendix.code(), Look.LABEL);
            line.link(1, appendix.title(), Look.LABEL, places.totals(appendix), 0);
            String units = places.units(appendix).get(0);
            line.link(2, units, Look.LABEL, units, 0);
        }
        sheet.getPrintSetup().setPaperSize((short) (PaperSize.A4_PAPER.ordinal() + 1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }

    private static void paragraph(SXSSFSheet sheet, Styles styles, int number, String text) {
        RollUpLine line = new RollUpLine(sheet, number, styles);
        line.text(0, text, Look.GUIDE);
        sheet.addMergedRegion(new CellRangeAddress(number, number, 0, WIDTHS.length - 1));
        line.height(LINE * (1 + text.length() / LONG_LINE) + 3);
    }
}
