package vn.tongket.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Indicator;

/**
 * The totals of one appendix, each with the number of units that it rests on: once for the row where all its columns
 * rest on as many, else below each figure. Figures that some unit lacks in are slanted.
 */
final class TotalsTable implements AppendixFrame.Content {

    private static final String PER_UNIT = "Ghi theo từng đơn vị, không cộng.";

    /** Points: what a figure rests on stands smaller than the figure. */
    private static final int SMALL = 7;

    private final Appendix appendix;
    private final Totals totals;

    private TotalsTable(Appendix appendix, Totals totals) {
        this.appendix = appendix;
        this.totals = totals;
    }

    static void write(WordFile file, Appendix appendix, Totals totals) {
        new AppendixFrame(file, appendix, new TotalsTable(appendix, totals)).write();
    }

    @Override
    public String display(Indicator indicator, Column column) {
        TotalCell total = totals.at(indicator, column);
        return total == null ? "" : total.cell().show(indicator.fractionDigits());
    }

    @Override
    public void name(Grid.Cell name, Indicator indicator) {
        String common = common(indicator);
        if (common != null) {
            name.add(Style.CELL_TEXT, "Tính trên " + common + " đơn vị", SMALL + 1);
        }
    }

    @Override
    public void figures(Grid.Row row, Indicator indicator, List<Column> columns, int size) {
        if (indicator.isText() || isNeverAdded(indicator)) {
            row.span(columns.size(), Style.CELL_TEXT, PER_UNIT);
            return;
        }
        boolean alike = common(indicator) != null;
        for (Column column : columns) {
            TotalCell total = totals.at(indicator, column);
            Grid.Cell cell = row.cell(Style.CELL_NUMBER, display(indicator, column))
                    .middle()
                    .size(size);
            if (total != null && total.isIncomplete()) {
                cell.first().getRuns().forEach(run -> run.setItalic(true));
            }
            String units = units(total);
            if (!alike && units != null) {
                cell.add(Style.CELL_NUMBER, units, Math.min(SMALL, size));
            }
        }
    }

    private static boolean isNeverAdded(Indicator indicator) {
        return indicator.unitAgg().op().equals("none");
    }

    /** What all columns rest on where something is expected, or null when they differ. */
    private @Nullable String common(Indicator indicator) {
        List<String> all = isNeverAdded(indicator)
                ? List.of()
                : appendix.columns().stream()
                        .map(column -> units(totals.at(indicator, column)))
                        .filter(units -> units != null)
                        .distinct()
                        .toList();
        return all.size() == 1 ? all.get(0) : null;
    }

    /** {@code 46/52}; null where nothing is expected. */
    private static @Nullable String units(@Nullable TotalCell total) {
        return total == null || total.expected() == 0 ? null : total.coverage();
    }
}
