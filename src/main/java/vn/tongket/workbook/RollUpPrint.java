package vn.tongket.workbook;

import java.util.Objects;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Indicator;

/** How the sheets of totals and units look on the screen and on A4. */
final class RollUpPrint {

    /** Characters of the standard font that fit between the margins of a lying A4 page. */
    private static final int PAGE_WIDTH = 140;

    private static final int SMALLEST = 40;

    private RollUpPrint() {}

    /** The figures on one page, what they rest on and the remarks on the next, each with the rows' names. */
    static void totals(SXSSFSheet sheet, int lastColumn, int lastFigure) {
        int width = 0;
        for (int i = 0; i <= lastFigure; i++) {
            width += sheet.getColumnWidth(i) / 256;
        }
        page(sheet);
        sheet.getPrintSetup().setScale((short) Math.max(SMALLEST, Math.min(100, 100 * PAGE_WIDTH / width)));
        sheet.setColumnBreak(lastFigure);
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, RollUpPlaces.FIRST_YEAR - 1));
        sheet.getWorkbook()
                .setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), 0, lastColumn, 0, sheet.getLastRowNum());
    }

    /** One page wide. */
    static void units(SXSSFSheet sheet) {
        page(sheet);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static void page(SXSSFSheet sheet) {
        sheet.createFreezePane(RollUpPlaces.FIRST_YEAR, RollUpPlaces.HEAD_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(RollUpPlaces.HEAD_ROW, RollUpPlaces.HEAD_ROW, -1, -1));
        sheet.getPrintSetup().setPaperSize((short) (PaperSize.A4_PAPER.ordinal() + 1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P/&N");
    }

    /** The longest total and its edges, in characters; a unit's figure is no longer than its total. */
    static int figureWidth(Appendix appendix, Totals totals) {
        int longest = 8;
        for (Indicator row : appendix.indicators()) {
            longest = Math.max(
                    longest,
                    appendix.columns().stream()
                            .map(column -> totals.at(row, column))
                            .filter(Objects::nonNull)
                            .mapToInt(total ->
                                    total.cell().show(row.fractionDigits()).length())
                            .max()
                            .orElse(0));
        }
        return Math.min(30, longest + 3);
    }
}
