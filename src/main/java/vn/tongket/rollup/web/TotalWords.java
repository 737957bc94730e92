package vn.tongket.rollup.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Indicator;

/** A total and what it rests on, in sentences. */
final class TotalWords {

    private TotalWords() {}

    /** The number as people read it, {@code x}, {@code ...}, or empty where there is no value. */
    static String value(TotalCell total, Indicator row) {
        return total.cell().show(row.fractionDigits());
    }

    /** What lacks, what was said instead of a number, and why there is no value; empty when nothing is to be said. */
    static String note(TotalCell total) {
        List<String> parts = new ArrayList<>();
        if (total.cell().amount() == null && total.expected() > 0) {
            parts.add("không có số: " + total.cell().lack());
        }
        if (total.reporting() < total.expected()) {
            parts.add("tính trên " + total.coverage() + " đơn vị");
        }
        if (total.noData() > 0) {
            parts.add(Vietnamese.count(total.noData()) + " đơn vị ghi “...” (có phát sinh, không có số liệu)");
        }
        if (total.notApplicable() > 0) {
            parts.add(Vietnamese.count(total.notApplicable()) + " đơn vị ghi “x” (không áp dụng)");
        }
        if (total.differentSides()) {
            parts.add("tử số và mẫu số tính trên các đơn vị khác nhau");
        }
        @Nullable Integer earlier = total.earlierYear();
        if (earlier != null) {
            parts.add("số của năm " + earlier + ", năm gần nhất có số");
        }
        return parts.isEmpty() ? "" : sentence(String.join("; ", parts));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Vietnamese.LOCALE) + words.substring(1) + ".";
    }
}
