package vn.tongket.document;

import java.math.BigInteger;
import java.util.Arrays;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table of fixed column widths in millimetres; its rows never break across pages. */
final class Grid {

    private static final String GREY = "E7E6E6";

    private final XWPFTable table;
    private final int[] widths;

    private Grid(XWPFTable table, int[] widths) {
        this.table = table;
        this.widths = widths;
    }

    static Grid ruled(WordFile file, double... widths) {
        return create(file, "Grid", widths);
    }

    static Grid plain(WordFile file, double... widths) {
        return create(file, "TableNormal", widths);
    }

    private static Grid create(WordFile file, String style, double... millimetres) {
        XWPFTable table = file.document().createTable();
        table.removeRow(0);
        int[] widths = twips(millimetres);
        CTTbl xml = table.getCTTbl();
        CTTblPr properties = CTTblPr.Factory.newInstance();
        properties.addNewTblStyle().setVal(style);
        setWidth(properties.addNewTblW(), Arrays.stream(widths).sum());
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        xml.setTblPr(properties);
        CTTblGrid grid = xml.addNewTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        return new Grid(table, widths);
    }

    /** Rounds the columns' edges, not their widths, so that the table is as wide as its columns together. */
    private static int[] twips(double... millimetres) {
        int[] widths = new int[millimetres.length];
        double edge = 0;
        for (int i = 0; i < widths.length; i++) {
            int left = Page.twips(edge).intValue();
            edge += millimetres[i];
            widths[i] = Page.twips(edge).intValue() - left;
        }
        return widths;
    }

    int columns() {
        return widths.length;
    }

    Row row() {
        XWPFTableRow row = new XWPFTableRow(table.getCTTbl().addNewTr(), table);
        row.setCantSplitRow(true);
        return new Row(row);
    }

    /** A row that Word repeats at the top of each page; only the first rows of a table. */
    Row head() {
        Row row = row();
        row.row.setRepeatHeader(true);
        return row;
    }

    private static void setWidth(CTTblWidth width, int twips) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }

    /** One row, filled from left to right. */
    final class Row {

        private final XWPFTableRow row;
        private int column;

        private Row(XWPFTableRow row) {
            this.row = row;
        }

        void minimumHeight(int twips) {
            row.setHeight(twips);
            row.setHeightRule(TableRowHeightRule.AT_LEAST);
        }

        Cell cell(Style style, String text) {
            return span(1, style, text);
        }

        /** A cell across that many columns. */
        Cell span(int columns, Style style, String text) {
            XWPFTableCell cell = row.createCell();
            CTTcPr properties = cell.getCTTc().isSetTcPr()
                    ? cell.getCTTc().getTcPr()
                    : cell.getCTTc().addNewTcPr();
            setWidth(
                    properties.addNewTcW(),
                    Arrays.stream(widths, column, column + columns).sum());
            if (columns > 1) {
                properties.addNewGridSpan().setVal(BigInteger.valueOf(columns));
            }
            column += columns;
            XWPFParagraph first = cell.getParagraphs().isEmpty()
                    ? cell.addParagraph()
                    : cell.getParagraphs().get(0);
            WordFile.write(first, style, text);
            return new Cell(cell, first);
        }
    }

    /** A cell with its first paragraph. */
    record Cell(XWPFTableCell cell, XWPFParagraph first) {

        XWPFParagraph add(Style style, String text) {
            return WordFile.write(cell.addParagraph(), style, text);
        }

        /** A further paragraph in that size, as far from the edge as the first. */
        void add(Style style, String text, int points) {
            XWPFParagraph paragraph = add(style, text);
            paragraph.getRuns().forEach(run -> run.setFontSize(points));
            if (first.getIndentationLeft() > 0) {
                paragraph.setIndentationLeft(first.getIndentationLeft());
            }
        }

        Cell middle() {
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            return this;
        }

        /** Not to be filled in by hand. */
        Cell grey() {
            CTShd shade = cell.getCTTc().getTcPr().addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(GREY);
            return this;
        }

        Cell size(int points) {
            first.getRuns().forEach(run -> run.setFontSize(points));
            return this;
        }

        Cell indent(double millimetres) {
            first.setIndentationLeft(Page.twips(millimetres).intValue());
            return this;
        }
    }
}
