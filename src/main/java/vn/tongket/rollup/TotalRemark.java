package vn.tongket.rollup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Cell.State;
import vn.tongket.statistics.Indicator;

/**
 * What is to be said beside a row of totals.
 *
 * @param text in Vietnamese, the beginning of a sentence: why there is no value, or what a value rests on
 * @param columns of the appendix, as people read them: {@code 2008–2012, 10 năm}; empty when it holds for all
 */
public record TotalRemark(String text, String columns) {

    private static final String DIFFERENT_SIDES = "hai vế của tỷ lệ tính trên các đơn vị khác nhau";

    /** All of one row, in the order of the columns. */
    public static List<TotalRemark> of(Totals totals, Appendix appendix, Indicator row) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        List<Column> columns = appendix.columns();
        int cells = 0;
        for (int i = 0; i < columns.size(); i++) {
            TotalCell total = totals.at(row, columns.get(i));
            if (total != null) {
                cells++;
                for (String text : remarks(total)) {
                    places.computeIfAbsent(text, key -> new ArrayList<>()).add(i);
                }
            }
        }
        List<TotalRemark> remarks = new ArrayList<>();
        for (var place : places.entrySet()) {
            boolean all = cells > 1 && place.getValue().size() == cells;
            remarks.add(new TotalRemark(place.getKey(), all ? "" : spans(columns, place.getValue())));
        }
        return remarks;
    }

    /** A mark says by itself why there is no number. */
    private static List<String> remarks(TotalCell total) {
        List<String> remarks = new ArrayList<>();
        if (total.cell().amount() == null
                && (total.cell().is(State.UNDEFINED) || total.cell().is(State.BLANK))) {
            remarks.add(total.cell().lack());
        }
        if (total.differentSides() && total.cell().amount() != null) {
            remarks.add(DIFFERENT_SIDES);
        }
        @Nullable Integer year = total.earlierYear();
        if (year != null) {
            remarks.add("lấy số của năm " + year);
        }
        return remarks;
    }

    /** Neighbours become one span. */
    private static String spans(List<Column> columns, List<Integer> places) {
        List<String> spans = new ArrayList<>();
        for (int i = 0; i < places.size(); ) {
            int end = i;
            while (end + 1 < places.size() && continues(columns, places.get(end), places.get(end + 1))) {
                end++;
            }
            String first = columns.get(places.get(i)).label();
            spans.add(
                    i == end
                            ? first
                            : first + "–" + columns.get(places.get(end)).label());
            i = end + 1;
        }
        return String.join(", ", spans);
    }

    private static boolean continues(List<Column> columns, int left, int right) {
        return right == left + 1 && columns.get(right).year() != null;
    }
}
