package vn.tongket.workbook;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.TotalRemark;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Indicator;
import vn.tongket.workbook.RollUpPlaces.Place;
import vn.tongket.workbook.Styles.Look;

/** The sheet of one appendix's totals: formulas over the units' cells; right of them what each rests on, and remarks. */
final class RollUpTotals {

    private static final int CODE_WIDTH = 18;
    private static final int NAME_WIDTH = 50;
    private static final int UNIT_WIDTH = 13;
    private static final int COVERAGE_WIDTH = 9;
    private static final int REMARK_WIDTH = 60;

    /** Points. */
    private static final float LINE = 15f;

    private final SXSSFSheet sheet;
    private final Styles styles;
    private final Appendix appendix;
    private final RollUpPlaces places;
    private final RollUpFormulas formulas;
    private final Totals totals;
    private final List<Column> columns;

    RollUpTotals(
            SXSSFSheet sheet,
            Styles styles,
            Appendix appendix,
            RollUpPlaces places,
            RollUpFormulas formulas,
            Totals totals) {
        this.sheet = sheet;
        this.styles = styles;
        this.appendix = appendix;
        this.places = places;
        this.formulas = formulas;
        this.totals = totals;
        this.columns = RollUpPlaces.columns(appendix);
    }

    /** {@code months} of a partial year were counted. */
    void write(String campaign, String standing, int months) {
        widths();
        line(0).text(0, appendix.code() + ". " + appendix.title(), Look.TITLE);
        line(1).text(0, campaign, Look.NOTE);
        line(2).text(0, standing + (appendix.note() == null ? "" : " " + appendix.note()), Look.NOTE);
        head();
        shares(months);
        appendix.indicators().forEach(this::row);
        RollUpPrint.totals(sheet, remarkColumn(), RollUpPlaces.FIRST_YEAR + columns.size() - 1);
    }

    private RollUpLine line(int number) {
        return new RollUpLine(sheet, number, styles);
    }

    private void head() {
        RollUpLine head = line(RollUpPlaces.HEAD_ROW);
        head.text(0, "TT", Look.HEAD);
        head.text(1, "Mã", Look.HEAD);
        head.text(2, "Nội dung", Look.HEAD);
        head.text(3, "Đơn vị tính", Look.HEAD);
        for (int i = 0; i < columns.size(); i++) {
            head.text(RollUpPlaces.FIRST_YEAR + i, columns.get(i).label(), Look.HEAD);
            head.text(coverageColumn(i), "Số đơn vị " + columns.get(i).label(), Look.HEAD);
        }
        head.text(remarkColumn(), "Ghi chú", Look.HEAD);
        head.height(3 * LINE);
    }

    /** How much of each year was counted: what quotients over all years weigh a stock with. */
    private void shares(int months) {
        RollUpLine line = line(RollUpPlaces.FIRST_ROW);
        line.text(2, "Phần của năm đã tính", Look.COVERAGE);
        for (int i = 0; i < appendix.years().size(); i++) {
            boolean partial = appendix.years().get(i).partial();
            line.formula(
                    RollUpPlaces.FIRST_YEAR + i,
                    partial ? months + "/12" : "12/12",
                    Cell.of(vn.tongket.statistics.Fraction.of(partial ? months : 12)
                            .dividedBy(vn.tongket.statistics.Fraction.of(12))),
                    2,
                    Look.COVERAGE);
        }
        if (months == 12) {
            line.hide();
        }
    }

    private void row(Indicator row) {
        Place place = places.place(row);
        RollUpLine line = line(place.line());
        line.text(0, row.no(), Look.COVERAGE);
        line.text(1, row.code(), Look.CODE);
        line.link(
                2, row.name(), Look.LABEL, place.units().sheet(), place.units().head());
        line.text(3, row.unit(), Look.LABEL);
        for (int i = 0; i < columns.size(); i++) {
            TotalCell total = isAdded(row) ? totals.at(row, columns.get(i)) : null;
            total(line, RollUpPlaces.FIRST_YEAR + i, row, columns.get(i), total);
            line.text(coverageColumn(i), coverage(total), Look.COVERAGE);
        }
        String remarks = isAdded(row) ? remarks(row) : "Ghi theo từng đơn vị, không cộng";
        line.text(remarkColumn(), remarks, Look.LABEL);
        line.height(LINE
                        * Math.max(
                                lines(row.name(), NAME_WIDTH),
                                Math.max(lines(remarks, REMARK_WIDTH), lines(row.unit(), UNIT_WIDTH)))
                + 2);
    }

    /** {@code 46/52}; empty where nothing is expected. */
    private static String coverage(@Nullable TotalCell total) {
        return total == null ? "" : total.coverage();
    }

    private void total(RollUpLine line, int at, Indicator row, Column column, @Nullable TotalCell total) {
        int digits = row.fractionDigits();
        if (total == null) {
            line.text(at, "", Look.FIGURE);
            return;
        }
        Look look = total.isIncomplete() ? Look.INCOMPLETE : Look.FIGURE;
        String instead = total.cell().amount() == null ? total.cell().show(digits) : "";
        @Nullable Integer year = column.year();
        boolean closed = year != null && row.isBefore(year);
        String formula =
                closed ? null : year == null ? formulas.period(row, instead) : formulas.total(row, year, instead);
        if (formula == null) {
            line.figure(at, total.cell(), digits, look);
        } else {
            line.formula(at, formula, total.cell(), digits, look);
        }
    }

    private String remarks(Indicator row) {
        return TotalRemark.of(totals, appendix, row).stream()
                .map(remark -> remark.columns().isEmpty() ? remark.text() : remark.columns() + ": " + remark.text())
                .collect(Collectors.joining("; "));
    }

    static boolean isAdded(Indicator row) {
        return !row.isText() && !row.unitAgg().op().equals("none");
    }

    private static int lines(String text, int width) {
        return 1 + text.length() / width;
    }

    private int coverageColumn(int index) {
        return RollUpPlaces.FIRST_YEAR + columns.size() + index;
    }

    private int remarkColumn() {
        return coverageColumn(columns.size());
    }

    private void widths() {
        int[] first = {6, CODE_WIDTH, NAME_WIDTH, UNIT_WIDTH};
        for (int i = 0; i < first.length; i++) {
            sheet.setColumnWidth(i, first[i] * 256);
        }
        int width = RollUpPrint.figureWidth(appendix, totals);
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(RollUpPlaces.FIRST_YEAR + i, width * 256);
            sheet.setColumnWidth(coverageColumn(i), COVERAGE_WIDTH * 256);
        }
        sheet.setColumnWidth(remarkColumn(), REMARK_WIDTH * 256);
    }
}
