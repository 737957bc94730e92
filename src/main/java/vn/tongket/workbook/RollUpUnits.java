package vn.tongket.workbook;

import java.util.Objects;
import java.util.function.Function;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import vn.tongket.report.SubmissionState;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.rollup.UnitRow;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Indicator;
import vn.tongket.workbook.RollUpPlaces.Block;
import vn.tongket.workbook.RollUpPlaces.Place;
import vn.tongket.workbook.Styles.Look;

/** The sheets of one appendix's units: a block for each row, with its totals in the line above the units. */
final class RollUpUnits {

    private static final int CODE_WIDTH = 18;
    private static final int NAME_WIDTH = 50;

    /** Points. */
    private static final float LINE = 15f;

    /** Hands over the units of a row, one after the other. */
    interface Source {
        void each(Appendix appendix, Indicator row, java.util.function.Consumer<UnitRow> take);
    }

    private final Function<String, SXSSFSheet> sheets;
    private final Styles styles;
    private final Appendix appendix;
    private final RollUpPlaces places;
    private final RollUpFormulas formulas;
    private final Totals totals;

    RollUpUnits(
            Function<String, SXSSFSheet> sheets,
            Styles styles,
            Appendix appendix,
            RollUpPlaces places,
            RollUpFormulas formulas,
            Totals totals) {
        this.sheets = sheets;
        this.styles = styles;
        this.appendix = appendix;
        this.places = places;
        this.formulas = formulas;
        this.totals = totals;
    }

    void write(String campaign, String standing, Source source) {
        places.units(appendix).forEach(name -> begin(sheets.apply(name), campaign, standing));
        for (Indicator row : appendix.indicators()) {
            Place place = places.place(row);
            block(place, source);
            if (place.weights() != null) {
                weights(place, place.weights(), source);
            }
        }
    }

    private void begin(SXSSFSheet sheet, String campaign, String standing) {
        int[] first = {6, CODE_WIDTH, NAME_WIDTH, 20};
        for (int i = 0; i < first.length; i++) {
            sheet.setColumnWidth(i, first[i] * 256);
        }
        int width = RollUpPrint.figureWidth(appendix, totals);
        line(sheet, 0).text(0, appendix.code() + ". " + appendix.title() + " – số của từng đơn vị", Look.TITLE);
        line(sheet, 1).text(0, campaign, Look.NOTE);
        line(sheet, 2).text(0, standing, Look.NOTE);
        RollUpLine head = line(sheet, RollUpPlaces.HEAD_ROW);
        head.text(0, "TT", Look.HEAD);
        head.text(1, "Mã", Look.HEAD);
        head.text(2, "Chỉ tiêu / Đơn vị", Look.HEAD);
        head.text(3, "Bản được tính", Look.HEAD);
        for (int i = 0; i < appendix.years().size(); i++) {
            sheet.setColumnWidth(RollUpPlaces.FIRST_YEAR + i, width * 256);
            head.text(RollUpPlaces.FIRST_YEAR + i, appendix.years().get(i).label(), Look.HEAD);
        }
        RollUpPrint.units(sheet);
        sheet.setRowSumsBelow(false);
    }

    private RollUpLine line(SXSSFSheet sheet, int number) {
        return new RollUpLine(sheet, number, styles);
    }

    private void block(Place place, Source source) {
        Indicator row = place.row();
        SXSSFSheet sheet = sheets.apply(place.units().sheet());
        RollUpLine head = head(place, place.units(), row.name() + " (" + row.unit() + ")");
        for (int i = 0; i < appendix.years().size(); i++) {
            total(head, i, place);
        }
        int[] next = {0};
        source.each(appendix, row, unit -> {
            next[0] = line(place.units(), next[0], unit);
            RollUpLine line = unit(sheet, place.units(), next[0], unit);
            for (int i = 0; i < appendix.years().size(); i++) {
                value(line, i, row, next[0], unit);
            }
            next[0]++;
        });
    }

    /** What each unit's mean is weighed with, in the lines of a block of its own. */
    private void weights(Place place, Block block, Source source) {
        Indicator row = place.row();
        SXSSFSheet sheet = sheets.apply(block.sheet());
        Place weight = places.place(row.unitAgg().weight());
        int digits = weight == null ? 0 : weight.row().fractionDigits();
        head(
                place,
                block,
                "Trọng số của dòng " + row.no()
                        + (weight == null ? "" : ": " + weight.row().name()));
        int[] next = {0};
        source.each(appendix, row, unit -> {
            next[0] = line(block, next[0], unit);
            RollUpLine line = unit(sheet, block, next[0], unit);
            for (int i = 0; i < appendix.years().size(); i++) {
                weight(line, i, row, next[0], unit, digits);
            }
            next[0]++;
        });
    }

    /** Whoever counts elsewhere stands behind the cells that are added up, even where there are none. */
    private static int line(Block block, int next, UnitRow unit) {
        return unit.countedAt() == null ? next : Math.max(next, block.here());
    }

    private RollUpLine head(Place place, Block block, String name) {
        RollUpLine head = line(sheets.apply(block.sheet()), block.head());
        head.text(0, place.row().no(), Look.BLOCK);
        head.text(1, place.row().code(), Look.CODE);
        head.link(2, name, Look.BLOCK, place.sheet(), place.line());
        head.text(3, "", Look.BLOCK);
        return head;
    }

    /** What stands in the sheet of totals, so that both can be read together. */
    private void total(RollUpLine head, int index, Place place) {
        Column year = appendix.years().get(index);
        int column = RollUpPlaces.FIRST_YEAR + index;
        TotalCell total = RollUpTotals.isAdded(place.row()) ? totals.at(place.row(), year) : null;
        if (total == null) {
            head.text(column, "", Look.BLOCK);
        } else {
            head.formula(
                    column,
                    RollUpPlaces.on(place.sheet(), "") + RollUpPlaces.cell(place.line(), column),
                    total.cell(),
                    place.row().fractionDigits(),
                    Look.BLOCK);
        }
    }

    private RollUpLine unit(SXSSFSheet sheet, Block block, int number, UnitRow unit) {
        RollUpLine line = line(sheet, block.first() + number);
        line.text(0, String.valueOf(number + 1), Look.COVERAGE);
        line.text(1, unit.unit(), Look.CODE);
        line.text(2, unit.name(), Look.LABEL);
        line.text(3, counted(unit), Look.COVERAGE);
        if (unit.name().length() > NAME_WIDTH) {
            line.height(LINE * (1 + unit.name().length() / NAME_WIDTH));
        }
        sheet.setRowOutlineLevel(block.first() + number, 1);
        return line;
    }

    private static String counted(UnitRow unit) {
        if (unit.countedAt() != null) {
            return "tính ở " + unit.countedAt();
        }
        String office = unit.office() ? "Cơ quan; " : "";
        if (unit.version() != null) {
            return office + "lần " + unit.version();
        }
        return office + (SubmissionState.EXEMPT.name().equals(unit.state()) ? "được miễn" : "chưa có");
    }

    private void value(RollUpLine line, int index, Indicator row, int number, UnitRow unit) {
        int column = RollUpPlaces.FIRST_YEAR + index;
        int digits = row.fractionDigits();
        if (unit.cells() == null) {
            line.text(column, "", Look.FIGURE);
            return;
        }
        Cell cell = unit.cells().get(index);
        if (cell.is(Cell.State.TEXT)) {
            line.text(column, Objects.requireNonNullElse(cell.words(), ""), Look.LABEL);
            return;
        }
        int year = year(index);
        String formula = row.unitAgg().op().equals("ratio") && !row.isBefore(year)
                ? formulas.ofUnit(row, year, number, cell.amount() == null ? cell.show(digits) : "")
                : null;
        if (formula == null) {
            line.figure(column, cell, digits, Look.FIGURE);
        } else {
            line.formula(column, formula, cell, digits, Look.FIGURE);
        }
    }

    /** A formula where the unit's own weight counts; sums that come from below have a weight of their own. */
    private void weight(RollUpLine line, int index, Indicator row, int number, UnitRow unit, int digits) {
        int column = RollUpPlaces.FIRST_YEAR + index;
        UnitRow.Weight weight =
                unit.weights().isEmpty() ? UnitRow.Weight.NONE : unit.weights().get(index);
        String formula = weight.carried() ? null : formulas.weight(row, year(index), number);
        Cell cell = weight.number() == null ? Cell.BLANK : Cell.of(weight.number());
        if (formula == null) {
            line.figure(column, cell, digits, Look.FIGURE);
        } else {
            line.formula(column, formula, cell, digits, Look.FIGURE);
        }
    }

    private int year(int index) {
        return Objects.requireNonNull(appendix.years().get(index).year());
    }
}
