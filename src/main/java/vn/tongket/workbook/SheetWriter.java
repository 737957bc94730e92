package vn.tongket.workbook;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import vn.tongket.workbook.Styles.Look;

/** Puts values into a sheet: a text is always a text, whatever it begins with. */
final class SheetWriter {

    /** What Excel would take for the beginning of a formula in a text that is edited, or pasted elsewhere. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** Points. */
    private static final float LINE = 14.5f;

    private static final int MAX_LINES = 20;

    final XSSFSheet sheet;
    final Styles styles;

    SheetWriter(XSSFSheet sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    XSSFCell cell(int row, int column, XSSFCellStyle style) {
        XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        XSSFCell cell = line.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    /** A text, from us or from a unit. */
    void text(int row, int column, String text, Look look) {
        XSSFCellStyle style = startsLikeFormula(text) ? styles.quoted(look) : styles.text(look);
        XSSFCell cell = cell(row, column, style);
        if (!text.isEmpty()) {
            cell.setCellValue(text.length() > 32_000 ? text.substring(0, 32_000) : text);
        }
    }

    /**
     * A number as Excel keeps it. Beyond 15 digits it would be another, so that it is written as text.
     */
    void number(XSSFCell cell, BigDecimal number) {
        if (number.precision() > 15) {
            cell.setCellValue(number.toPlainString().replace('.', ','));
        } else {
            cell.setCellValue(number.doubleValue());
        }
    }

    /** Makes the row high enough for this text in that column: not every program does so by itself. */
    void fit(int row, int column, String text) {
        int width = Math.max(4, sheet.getColumnWidth(column) / 256);
        int lines = text.lines().mapToInt(line -> 1 + line.length() / width).sum();
        XSSFRow line = sheet.getRow(row);
        float height = LINE * Math.min(MAX_LINES, lines) + 2;
        if (line != null && lines > 1 && line.getHeightInPoints() < height) {
            line.setHeightInPoints(height);
        }
    }

    static boolean startsLikeFormula(String text) {
        return text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** Title and note above the table, spread over the columns without merging. */
    void title(String title, String note) {
        text(0, 0, title, Look.TITLE);
        text(1, 0, note, Look.NOTE);
    }

    /** Prints on A4 across, one page wide, with the table's head on each page. */
    void print(int headRow, int lastColumn) {
        sheet.getPrintSetup().setPaperSize((short) (PaperSize.A4_PAPER.ordinal() + 1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setRepeatingRows(new CellRangeAddress(headRow, headRow, 0, lastColumn));
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P/&N");
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, 0.4);
        sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, 0.4);
    }

    /** Prints that many rows of the table and none of the empty ones below. */
    void printRows(int count, int lastColumn) {
        sheet.getWorkbook()
                .setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, lastColumn, 0, Layout.FIRST_ROW + count - 1);
    }

    /** Keeps the structure; what is typed, and how wide columns are, stays free. No password: it guards against slips. */
    void protect() {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
        sheet.lockObjects(true);
    }
}
