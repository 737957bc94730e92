package vn.tongket.rollup.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tongket.report.SubmissionState;
import vn.tongket.rollup.UnitValue;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;

/**
 * One unit behind a total.
 *
 * @param standing where its report stands
 * @param shown the number, the mark or the words; null when no report of it counts
 * @param lack why there is no number, empty when there is one
 * @param sides what stands in the other rows that the total is made of
 * @param note what was found out about it, empty when nothing was
 */
record UnitLine(
        UnitValue value, String standing, @Nullable String shown, String lack, List<String> sides, String note) {

    /** Largest number first, then what is no number, then those who are missing; else in protocol order. */
    static final Comparator<UnitLine> BY_VALUE = Comparator.comparing(
                    UnitLine::number, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(UnitLine::isMissing);

    /** {@code sides} are the units' values in the rows beside, by unit. */
    static UnitLine of(
            UnitValue value, Indicator row, List<Map<String, Cell>> sides, List<Indicator> rows, String note) {
        Cell cell = value.cell();
        List<String> beside = java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(i -> shown(sides.get(i).get(value.unit()), rows.get(i)))
                .toList();
        return new UnitLine(
                value,
                standing(value),
                cell == null ? null : shown(cell, row),
                cell == null || cell.amount() != null || cell.is(Cell.State.TEXT) ? "" : cell.lack(),
                beside,
                note);
    }

    private static String shown(@Nullable Cell cell, Indicator row) {
        return cell == null ? "" : cell.show(row.fractionDigits());
    }

    private static String standing(UnitValue value) {
        return value.state() == null
                ? "Chưa mở báo cáo"
                : SubmissionState.valueOf(value.state()).label();
    }

    /** No report of it counts, here or elsewhere, and it is not exempt. */
    public boolean isMissing() {
        return value.cell() == null && value.countedAt() == null && !isExempt();
    }

    public boolean isExempt() {
        return value.cell() == null && SubmissionState.EXEMPT.name().equals(value.state());
    }

    @Nullable
    Fraction number() {
        Cell cell = value.cell();
        return cell == null ? null : cell.amount();
    }
}
