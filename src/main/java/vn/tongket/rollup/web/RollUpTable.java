package vn.tongket.rollup.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Indicator;

/**
 * An appendix with its totals.
 *
 * @param notes what is said about cells that are not complete, each sentence once; cells name them by number from 1
 */
record RollUpTable(String code, String title, List<String> columns, List<Row> rows, List<String> notes) {

    /** A row with its cells, one a column. */
    record Row(String code, String no, String name, String unit, List<TotalShown> cells) {}

    /**
     * A cell.
     *
     * @param place {@code PL01.LD/2008}, in the period's column {@code PL01.LD/total}
     * @param year whose units are behind it; null where no single year's are
     * @param coverage {@code 46/52}, empty where no number is expected
     * @param incomplete a number lacks, or the sides of a quotient do not fit
     * @param note in full, empty when all is there
     * @param number of the note in print, 0 for none
     */
    record TotalShown(
            String place,
            @Nullable Integer year,
            String text,
            String coverage,
            boolean incomplete,
            String note,
            int number) {}

    static RollUpTable of(Appendix appendix, Totals totals) {
        Map<String, Integer> notes = new LinkedHashMap<>();
        List<Row> rows = appendix.indicators().stream()
                .map(row -> new Row(
                        row.code(),
                        row.no(),
                        row.name(),
                        row.unit(),
                        appendix.columns().stream()
                                .map(column -> cell(row, column.year(), totals, notes))
                                .toList()))
                .toList();
        return new RollUpTable(
                appendix.code(),
                appendix.title(),
                appendix.columns().stream().map(Appendix.Column::label).toList(),
                rows,
                new ArrayList<>(notes.keySet()));
    }

    private static TotalShown cell(Indicator row, @Nullable Integer year, Totals totals, Map<String, Integer> notes) {
        if (year == null) {
            TotalCell period = totals.period(row.code());
            return period == null
                    ? new TotalShown(row.code() + "/total", null, "", "", false, "", 0)
                    : total(row, "total", yearBehind(row, period, totals), period, notes);
        }
        TotalCell total = totals.year(row.code(), year);
        return row.unitAgg().op().equals("none")
                ? apart(row, year, notes)
                : total(row, String.valueOf(year), year, total, notes);
    }

    /** What is not added up is read unit by unit. */
    private static TotalShown apart(Indicator row, int year, Map<String, Integer> notes) {
        String note = "Không cộng, xem ở từng đơn vị.";
        int number = notes.computeIfAbsent(note, one -> notes.size() + 1);
        return new TotalShown(row.code() + "/" + year, year, "xem", "", false, note, number);
    }

    private static TotalShown total(
            Indicator row, String column, @Nullable Integer year, TotalCell total, Map<String, Integer> notes) {
        String note = TotalWords.note(total);
        boolean incomplete = total.isIncomplete();
        int number = note.isEmpty() || !incomplete && total.earlierYear() == null
                ? 0
                : notes.computeIfAbsent(note, one -> notes.size() + 1);
        String text = TotalWords.value(total, row);
        return new TotalShown(
                row.code() + "/" + column,
                year,
                text.isEmpty() ? "–" : text,
                total.coverage(),
                incomplete,
                note,
                number);
    }

    /** Of the period's column, when it shows the value of a year. */
    private static @Nullable Integer yearBehind(Indicator row, TotalCell period, Totals totals) {
        if (!row.periodAgg().op().equals("last") || period.cell().amount() == null) {
            return null;
        }
        List<Integer> years = totals.sheet().form().years(row.code());
        Integer earlier = period.earlierYear();
        return earlier != null ? earlier : years.get(years.size() - 1);
    }
}
