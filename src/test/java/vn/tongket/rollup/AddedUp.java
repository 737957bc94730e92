package vn.tongket.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;

/** Totals of what a test says was added up, without reports; what it does not name, nobody is expected to give. */
public final class AddedUp {

    private final CellOrder order;
    private final FigureForm form;
    private final Map<Integer, TotalRow> rows = new HashMap<>();

    private AddedUp(List<Appendix> appendices) {
        this.order = CellOrder.of(appendices);
        this.form = FigureForm.whole(appendices, null);
    }

    public static AddedUp of(List<Appendix> appendices) {
        return new AddedUp(appendices);
    }

    /** So many units of so many gave numbers; null when none was a number. */
    public AddedUp with(String row, int year, @Nullable String amount, int reporting, int expected, int noData) {
        BigDecimal number = amount == null ? null : new BigDecimal(amount);
        rows.put(order.number(row, year), new TotalRow(number, null, expected, reporting, noData, 0));
        return this;
    }

    public Totals totals() {
        List<TotalRow> all = new ArrayList<>();
        for (int number = 1; number <= order.size(); number++) {
            all.add(rows.getOrDefault(number, TotalRow.NONE));
        }
        return Totals.of(form, order, all);
    }
}
