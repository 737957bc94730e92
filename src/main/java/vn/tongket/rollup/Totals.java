package vn.tongket.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.CellOrder.Slot;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureSheet.Place;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.PeriodFigure;
import vn.tongket.statistics.TotalSheet;

/** The totals of a campaign, exact, each with what it rests on. */
public final class Totals {

    private final TotalSheet sheet;
    private final CellOrder order;
    private final List<TotalRow> rows;

    private Totals(TotalSheet sheet, CellOrder order, List<TotalRow> rows) {
        this.sheet = sheet;
        this.order = order;
        this.rows = rows;
    }

    /** Of the rows in order, one for each cell. */
    static Totals of(FigureForm form, CellOrder order, List<TotalRow> rows) {
        Map<Place, Cell> added = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            Slot slot = order.slots().get(i);
            if (!slot.isPeriod() && !slot.row().unitAgg().op().equals("ratio")) {
                added.put(new Place(slot.row().code(), slot.year()), cell(slot.row(), rows.get(i)));
            }
        }
        return new Totals(new TotalSheet(form, added), order, rows);
    }

    private static Cell cell(Indicator row, TotalRow total) {
        return switch (row.unitAgg().op()) {
            case "none" -> Cell.undefined("không cộng, xem theo từng đơn vị");
            case "weighted_mean" -> mean(total);
            default -> total.amount() == null ? without(total) : Cell.of(Fraction.of(total.amount()));
        };
    }

    private static Cell mean(TotalRow total) {
        if (total.amount() == null || total.weight() == null) {
            return total.expected() == 0
                    ? without(total)
                    : Cell.undefined("chưa đơn vị nào có đủ giá trị và số người được tính");
        }
        return total.weight().signum() == 0
                ? Cell.undefined("tổng số người được tính bằng 0")
                : Cell.of(Fraction.of(total.amount()).dividedBy(Fraction.of(total.weight())));
    }

    private static Cell without(TotalRow total) {
        if (total.expected() == 0) {
            return Cell.NOT_APPLICABLE;
        }
        return total.noData() == total.expected() ? Cell.NO_DATA : Cell.undefined("chưa đơn vị nào có số liệu");
    }

    /** The totals as rules and pages read them. */
    public TotalSheet sheet() {
        return sheet;
    }

    /** Of a column of the row's appendix; null where the row has none: for texts, and a period's column that is not there. */
    public @Nullable TotalCell at(Indicator row, Column column) {
        if (row.isText()) {
            return null;
        }
        return column.year() == null ? period(row.code()) : year(row.code(), column.year());
    }

    /** Of a year. */
    public TotalCell year(String indicator, int year) {
        Indicator row = sheet.form().indicator(indicator);
        TotalRow counts = row(indicator, year);
        return total(sheet.cell(indicator, year), counts, row != null && restsOnDifferentUnits(row, year), null);
    }

    /** Of the period's column, or null when the row has none. */
    public @Nullable TotalCell period(String indicator) {
        PeriodFigure figure = sheet.period(indicator);
        if (figure == null) {
            return null;
        }
        Indicator row = sheet.form().indicator(indicator);
        List<Integer> years = sheet.form().years(indicator);
        if (row != null && row.periodAgg().op().equals("last")) {
            int last = figure.earlierYear() == null ? years.get(years.size() - 1) : figure.earlierYear();
            TotalCell then = year(indicator, last);
            return new TotalCell(
                    figure.cell(),
                    then.expected(),
                    then.reporting(),
                    then.noData(),
                    then.notApplicable(),
                    then.differentSides(),
                    figure.earlierYear());
        }
        boolean different = row != null && years.stream().anyMatch(year -> restsOnDifferentUnits(row, year));
        return total(figure.cell(), row(indicator, CellOrder.PERIOD), different, null);
    }

    private boolean restsOnDifferentUnits(Indicator row, int year) {
        return row.unitAgg().op().equals("ratio")
                && !sheet.form().isClosed(row, year)
                && row(row.code(), year).amount() != null;
    }

    /** What was added up for a cell, {@link CellOrder#PERIOD} for the period's column. */
    TotalRow row(String indicator, int year) {
        int number = order.number(indicator, year);
        return number == 0 ? TotalRow.NONE : rows.get(number - 1);
    }

    private static TotalCell total(Cell cell, TotalRow counts, boolean different, @Nullable Integer earlierYear) {
        return new TotalCell(
                cell,
                counts.expected(),
                counts.reporting(),
                counts.noData(),
                counts.notApplicable(),
                different,
                earlierYear);
    }
}
