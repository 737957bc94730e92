package vn.tongket.document;

import java.util.Arrays;
import java.util.List;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Indicator;

/**
 * What the tables of an appendix have in common: they stand on lying pages, with number, content, unit of measure and a
 * column for each year and the period. More columns than fit legibly go into a second table below.
 */
final class AppendixFrame {

    private static final int MOST_COLUMNS = 12;
    private static final double NUMBER_WIDTH = 10;
    private static final double UNIT_WIDTH = 23;
    private static final double NAME_WIDTH = 63;
    private static final double WIDEST_YEAR = 20;

    /** Digits that fit into a narrow cell at 10 points; one point less for each further one. */
    private static final int DIGITS_AT_10 = 8;

    /** What stands in the table. */
    interface Content {

        /** The figure as people read it. */
        String display(Indicator indicator, Column column);

        /** Fills in what stands right of the unit of measure; figures in that size. */
        void figures(Grid.Row row, Indicator indicator, List<Column> columns, int size);

        /** Adds what else there is to say of a row. */
        default void name(Grid.Cell name, Indicator indicator) {}
    }

    private final WordFile file;
    private final Appendix appendix;
    private final Content content;

    AppendixFrame(WordFile file, Appendix appendix, Content content) {
        this.file = file;
        this.appendix = appendix;
        this.content = content;
    }

    void write() {
        List<Column> columns = appendix.columns();
        for (int from = 0; from < columns.size(); from += MOST_COLUMNS) {
            if (from > 0) {
                file.paragraph(Style.FILL, "");
            }
            band(columns.subList(from, Math.min(columns.size(), from + MOST_COLUMNS)));
        }
    }

    private void band(List<Column> columns) {
        Grid grid = Grid.ruled(file, widths(columns.size()));
        Grid.Row head = grid.head();
        head.cell(Style.CELL_HEAD, "TT").middle();
        head.cell(Style.CELL_HEAD, "Nội dung").middle();
        head.cell(Style.CELL_HEAD, "Đơn vị tính").middle();
        columns.forEach(column -> head.cell(Style.CELL_HEAD, column.label()).middle());
        int size = size(columns);
        appendix.indicators().forEach(indicator -> row(grid, indicator, columns, size));
    }

    private static double[] widths(int columns) {
        double room = Page.LANDSCAPE.textWidth() - NUMBER_WIDTH - UNIT_WIDTH;
        double year = Math.min(WIDEST_YEAR, (room - NAME_WIDTH) / columns);
        double[] widths = new double[columns + 3];
        Arrays.fill(widths, year);
        widths[0] = NUMBER_WIDTH;
        widths[1] = room - year * columns;
        widths[2] = UNIT_WIDTH;
        return widths;
    }

    /** One size for all figures of a table, so that the longest does not break. */
    private int size(List<Column> columns) {
        int longest = appendix.indicators().stream()
                .filter(indicator -> !indicator.isText())
                .flatMap(indicator -> columns.stream().map(column -> content.display(indicator, column)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(6, Math.min(10, 10 + DIGITS_AT_10 - longest));
    }

    private void row(Grid grid, Indicator indicator, List<Column> columns, int size) {
        Grid.Row row = grid.row();
        row.cell(Style.CELL_CENTRE, indicator.no()).middle();
        Grid.Cell name = row.cell(Style.CELL_TEXT, indicator.name()).middle().indent(indent(indicator));
        content.name(name, indicator);
        row.cell(Style.CELL_CENTRE, breakable(indicator.unit())).middle();
        content.figures(row, indicator, columns, size);
    }

    /** {@code đồng/người/tháng} may break behind its strokes, where Word does not do so by itself. */
    private static String breakable(String unit) {
        return unit.replace("/", "/\u200B");
    }

    /** A row that breaks down the one above stands a little to the right. */
    private static double indent(Indicator indicator) {
        return indicator.no().contains(".") ? 3 : 0;
    }
}
