package vn.tongket.rollup.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.rollup.evaluation.Rows.Row;
import vn.tongket.rollup.evaluation.Total.Count;
import vn.tongket.rollup.evaluation.Total.Lack;
import vn.tongket.statistics.Cell;

/** The product's totals, as the evaluation has them. */
record RollUpProduct(Function<String, Totals> rollUps) implements ProductTotals {

    @Override
    public Map<String, Map<String, Total>> of(Level level) {
        Totals product = rollUps.apply(level.code());
        Map<String, Map<String, Total>> totals = new LinkedHashMap<>();
        for (Row row : Rows.of(level.definition()).numeric()) {
            Map<String, Total> columns = new LinkedHashMap<>();
            for (int year : row.years()) {
                columns.put(String.valueOf(year), total(product.year(row.code(), year)));
            }
            TotalCell period = product.period(row.code());
            if (period != null) {
                columns.put(Evaluation.PERIOD, withReasonOf(row, total(period)));
            }
            totals.put(row.code(), columns);
        }
        return totals;
    }

    /** Of a quotient of sums the reason is its own; else the years may lack their numbers for different reasons. */
    private static Total withReasonOf(Row row, Total period) {
        if (period.value() != null) {
            return period;
        }
        Lack lack = row.op("unit_agg").equals("none")
                ? Lack.NOT_ADDED
                : row.op("period_agg").equals("ratio_of_year_sums") ? period.lack() : Lack.MISSING;
        return new Total(null, lack, period.count(), period.incomplete(), period.takenFrom());
    }

    private static Total total(TotalCell total) {
        Cell cell = total.cell();
        Exact value = cell.number() == null
                ? null
                : new Exact(cell.number().numerator(), cell.number().denominator());
        return new Total(
                value,
                value == null ? lack(cell) : null,
                new Count(total.expected(), total.reporting(), total.noData(), total.notApplicable()),
                total.differentSides(),
                total.earlierYear());
    }

    /** By the words that people read. */
    private static Lack lack(Cell cell) {
        String words = cell.words() == null ? "" : cell.words();
        if (words.startsWith("không cộng")) {
            return Lack.NOT_ADDED;
        }
        return words.matches("mẫu số bằng 0|tổng số người được tính bằng 0") ? Lack.ZERO_DENOMINATOR : Lack.MISSING;
    }
}
