package vn.tongket.rollup;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.SizeBasis;

/**
 * How one row's figures of a year are compared, in places of {@link CellOrder}: {@code above} × {@code scale} / {@code
 * below}. Below 0: nothing to divide by. A mean is divided by its own weights.
 */
record OutlierTerm(SizeBasis basis, int year, int above, int below, BigDecimal scale, boolean mean) {

    /** Of every row that can be compared, in the last year of its appendix that was counted to its end. */
    static List<OutlierTerm> of(CampaignFile definition, CellOrder order) {
        FigureForm form = FigureForm.whole(definition.appendices(), null);
        return SizeBasis.of(form).stream()
                .filter(SizeBasis::marked)
                .flatMap(basis -> year(definition, basis.row()).map(year -> of(basis, year, order)).stream())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Integer> year(CampaignFile definition, Indicator row) {
        return definition.appendices().stream()
                .filter(appendix -> appendix.indicators().contains(row))
                .flatMap(appendix -> appendix.years().stream())
                .max(Comparator.comparing((Appendix.Column column) -> !column.partial())
                        .thenComparing(Appendix.Column::year, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(Appendix.Column::year);
    }

    private static Optional<OutlierTerm> of(SizeBasis basis, int year, CellOrder order) {
        Indicator.UnitAgg agg = basis.row().unitAgg();
        int own = order.number(basis.row().code(), year);
        return switch (agg.op()) {
            case "weighted_mean" -> Optional.of(new OutlierTerm(basis, year, own, 0, BigDecimal.ONE, true));
            case "ratio" -> quotient(basis, year, number(order, agg.numerator(), year), order, agg);
            case "none" -> Optional.empty();
            default -> additive(basis, year, own, order);
        };
    }

    private static Optional<OutlierTerm> quotient(
            SizeBasis basis, int year, int above, CellOrder order, Indicator.UnitAgg agg) {
        int below = number(order, agg.denominator(), year);
        BigDecimal scale = agg.scale() == null ? BigDecimal.ONE : agg.scale();
        return above == 0 || below == 0
                ? Optional.empty()
                : Optional.of(new OutlierTerm(basis, year, above, below, scale, false));
    }

    private static Optional<OutlierTerm> additive(SizeBasis basis, int year, int own, CellOrder order) {
        Indicator whole = basis.whole();
        int below = whole == null ? 0 : order.number(whole.code(), year);
        return whole != null && below == 0
                ? Optional.empty()
                : Optional.of(new OutlierTerm(basis, year, own, below, basis.scale(), false));
    }

    private static int number(CellOrder order, @Nullable String row, int year) {
        return row == null ? 0 : order.number(row, year);
    }
}
