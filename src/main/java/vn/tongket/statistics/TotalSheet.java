package vn.tongket.statistics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Totals over many unions laid into the whole form: what was added up as it is, every quotient made of its two totals
 * (formats.md, Roll-up). No row refers to itself: a file with such rows is refused.
 */
public final class TotalSheet implements CellSheet {

    private final FigureForm form;
    private final Map<FigureSheet.Place, Cell> added;

    /** {@code added} holds the total of every cell that is no quotient. */
    public TotalSheet(FigureForm form, Map<FigureSheet.Place, Cell> added) {
        this.form = form;
        this.added = Map.copyOf(added);
    }

    @Override
    public FigureForm form() {
        return form;
    }

    @Override
    public Cell cell(String code, int year) {
        Indicator indicator = form.indicator(code);
        if (indicator == null || !form.years(code).contains(year) || form.isClosed(indicator, year)) {
            return Cell.NOT_APPLICABLE;
        }
        return indicator.unitAgg().op().equals("ratio")
                ? quotient(indicator.unitAgg(), year)
                : added.getOrDefault(new FigureSheet.Place(code, year), Cell.BLANK);
    }

    private Cell quotient(Indicator.UnitAgg total, int year) {
        @Nullable String above = total.numerator();
        @Nullable String below = total.denominator();
        return above == null || below == null
                ? Cell.undefined("không có công thức")
                : FigureSheet.ratio(cell(above, year), cell(below, year), PeriodColumn.scale(total.scale()));
    }
}
