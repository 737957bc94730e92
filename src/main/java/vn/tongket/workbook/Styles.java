package vn.tongket.workbook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of the template's cells, each made once: a workbook takes only so many. */
final class Styles {

    /** What a cell is for. */
    enum Look {
        TITLE,
        TITLE_WRAPPED,
        NOTE,
        GUIDE,
        HEAD,
        CODE,
        LABEL,
        INPUT,
        COMPUTED,
        CLOSED,
        /** A figure of one unit or of all. */
        FIGURE,
        /** A total in which some unit lacks. */
        INCOMPLETE,
        /** On how many units a total rests. */
        COVERAGE,
        /** What stands above a block of units. */
        BLOCK
    }

    private static final String FONT = "Times New Roman";

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> made = new HashMap<>();
    private final Map<Look, XSSFFont> fonts = new EnumMap<>(Look.class);

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        workbook.getFontAt(0).setFontName(FONT);
        workbook.getFontAt(0).setFontHeightInPoints((short) 11);
    }

    XSSFCellStyle text(Look look) {
        return of(look, "@", false);
    }

    XSSFCellStyle number(Look look, int digits) {
        return of(look, digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), false);
    }

    /** A number with as many digits as it has. */
    XSSFCellStyle general(Look look) {
        return of(look, "General", false);
    }

    XSSFCellStyle date(Look look) {
        return of(look, "dd/mm/yyyy", false);
    }

    /** The same look for a text that Excel might take for a formula when somebody edits it. */
    XSSFCellStyle quoted(Look look) {
        return of(look, "@", true);
    }

    private XSSFCellStyle of(Look look, String format, boolean quoted) {
        return made.computeIfAbsent(look + format + quoted, key -> make(look, format, quoted));
    }

    private XSSFCellStyle make(Look look, String format, boolean quoted) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(look, this::font));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setQuotePrefixed(quoted);
        style.setLocked(look != Look.INPUT);
        style.setVerticalAlignment(look == Look.GUIDE ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        style.setWrapText(look != Look.TITLE && look != Look.CODE && look != Look.NOTE);
        switch (look) {
            case HEAD -> {
                fill(style, 0xDDE6EE);
                style.setAlignment(HorizontalAlignment.CENTER);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
            }
            case COMPUTED, CLOSED, CODE -> fill(style, 0xF0F1F3);
            case BLOCK -> fill(style, 0xEAF1E4);
            default -> {}
        }
        if (look == Look.CLOSED || look == Look.COVERAGE) {
            style.setAlignment(HorizontalAlignment.CENTER);
        } else if (format.startsWith("#")) {
            style.setAlignment(HorizontalAlignment.RIGHT);
        }
        if (!isTitle(look) && look != Look.NOTE && look != Look.GUIDE) {
            border(style);
        }
        return style;
    }

    private XSSFFont font(Look look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(
                (short) (isTitle(look) ? 13 : look == Look.CODE ? 8 : look == Look.COVERAGE ? 9 : 11));
        font.setBold(isTitle(look) || look == Look.HEAD || look == Look.BLOCK);
        font.setItalic(look == Look.NOTE || look == Look.INCOMPLETE);
        if (look == Look.INCOMPLETE) {
            font.setColor(new XSSFColor(rgb(0x8A4B00), null));
        } else if (look == Look.CODE || look == Look.CLOSED || look == Look.COVERAGE) {
            font.setColor(new XSSFColor(rgb(0x6B7280), null));
        }
        return font;
    }

    private static boolean isTitle(Look look) {
        return look == Look.TITLE || look == Look.TITLE_WRAPPED;
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        short grey = IndexedColors.GREY_25_PERCENT.getIndex();
        style.setTopBorderColor(grey);
        style.setBottomBorderColor(grey);
        style.setLeftBorderColor(grey);
        style.setRightBorderColor(grey);
    }

    static void fill(XSSFCellStyle style, int color) {
        style.setFillForegroundColor(new XSSFColor(rgb(color), null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    static byte[] rgb(int color) {
        return new byte[] {(byte) (color >> 16), (byte) (color >> 8), (byte) color};
    }
}
