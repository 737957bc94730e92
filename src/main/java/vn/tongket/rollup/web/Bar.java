package vn.tongket.rollup.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;

/**
 * One point or bar of a chart, and the line of the table beside it.
 *
 * @param label under the bar
 * @param link the code of a row, or of a unit, where a click leads
 * @param number for drawing, null where there is none
 * @param shown as people read it
 * @param share of the whole, {@code 45,2 %}; may be empty
 * @param on the units that the number rests on, {@code 46/52}; may be empty
 */
record Bar(String label, String link, @Nullable BigDecimal number, String shown, String share, String on) {

    static Bar of(String label, String link, TotalCell total, Indicator row, String share) {
        Fraction number = total.cell().amount();
        return new Bar(
                label,
                link,
                number == null ? null : number.rounded(row.fractionDigits()),
                number == null ? "–" : TotalWords.value(total, row),
                share,
                total.coverage());
    }

    static Bar of(String label, String link, Cell cell, Indicator row) {
        Fraction number = cell.amount();
        return new Bar(
                label,
                link,
                number == null ? null : number.rounded(row.fractionDigits()),
                cell.show(row.fractionDigits()),
                "",
                "");
    }
}
