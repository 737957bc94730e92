package vn.tongket.workbook;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Fraction;
import vn.tongket.workbook.Styles.Look;

/** One row in the making of a sheet that is not kept in memory; a text is always a text, whatever it begins with. */
final class RollUpLine {

    private static final int LONGEST_TEXT = 32_000;

    private final SXSSFRow row;
    private final Styles styles;

    RollUpLine(SXSSFSheet sheet, int number, Styles styles) {
        this.row = sheet.createRow(number);
        this.styles = styles;
    }

    Cell text(int column, String text, Look look) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(SheetWriter.startsLikeFormula(text) ? styles.quoted(look) : styles.text(look));
        if (!text.isEmpty()) {
            cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        }
        return cell;
    }

    /** A number, a mark or nothing, in a cell that takes a number when somebody types one. */
    void figure(int column, vn.tongket.statistics.Cell value, int digits, Look look) {
        put(cell(column, digits, look), value.number(), value.number() == null ? value.show(digits) : "");
    }

    /** A formula with what it gives now, for programs that do not calculate. */
    void formula(int column, String formula, vn.tongket.statistics.Cell now, int digits, Look look) {
        SXSSFCell cell = cell(column, digits, look);
        cell.setCellFormula(formula);
        cell.setCellValue("");
        put(cell, now.amount(), now.amount() == null ? now.show(digits) : "");
    }

    /** A link to a place in this workbook. */
    void link(int column, String text, Look look, String sheet, int line) {
        Cell cell = text(column, text, look);
        Hyperlink link = row.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(RollUpPlaces.on(sheet, "") + RollUpPlaces.cell(line, 0));
        cell.setHyperlink(link);
    }

    void height(float points) {
        row.setHeightInPoints(points);
    }

    void hide() {
        row.setZeroHeight(true);
    }

    private SXSSFCell cell(int column, int digits, Look look) {
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.number(look, digits));
        return cell;
    }

    private static void put(SXSSFCell cell, @Nullable Fraction number, String words) {
        if (number != null) {
            cell.setCellValue(number.decimal().doubleValue());
        } else if (!words.isEmpty()) {
            cell.setCellValue(words);
        }
    }
}
