package vn.tongket.rollup.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/**
 * How units' figures become a total.
 *
 * @param words for people
 * @param sides the rows from which it is made beside its own: a mean's weight, a quotient's two sides
 */
record TotalFormula(String words, List<Indicator> sides) {

    static TotalFormula of(Indicator row, FigureForm form) {
        Indicator.UnitAgg agg = row.unitAgg();
        return switch (agg.op()) {
            case "sum" ->
                new TotalFormula(
                        "Cộng số của các đơn vị; “-” tính là 0; “...”, “x” và ô trống không cộng, chỉ đếm."
                                + own(row, form),
                        List.of());
            case "weighted_mean" -> mean(form.indicator(Objects.requireNonNull(agg.weight())));
            case "ratio" ->
                quotient(
                        form.indicator(Objects.requireNonNull(agg.numerator())),
                        form.indicator(Objects.requireNonNull(agg.denominator())),
                        agg);
            case "max" -> new TotalFormula("Số lớn nhất trong số của các đơn vị.", List.of());
            case "min" -> new TotalFormula("Số nhỏ nhất trong số của các đơn vị, không kể ô trống và số 0.", List.of());
            default -> new TotalFormula("Không cộng; xem số của từng đơn vị.", List.of());
        };
    }

    private static String own(Indicator row, FigureForm form) {
        Indicator.Formula formula = row.formula();
        return formula == null
                ? ""
                : formula.args().stream()
                        .map(form::indicator)
                        .filter(Objects::nonNull)
                        .map(arg -> "“" + arg.name() + "”")
                        .collect(Collectors.joining(", ", " Ở mỗi đơn vị là tổng của ", "."));
    }

    private static TotalFormula mean(@Nullable Indicator weight) {
        String by = weight == null ? "" : weight.name();
        return new TotalFormula(
                "Bình quân gia quyền theo “" + by + "”: tổng của (giá trị × “" + by + "”) chia cho tổng “" + by
                        + "”, chỉ tính đơn vị có đủ hai số; không lấy bình quân của các số bình quân.",
                rows(weight));
    }

    private static TotalFormula quotient(@Nullable Indicator above, @Nullable Indicator below, Indicator.UnitAgg agg) {
        BigDecimal scale = agg.scale() == null ? BigDecimal.ONE : agg.scale();
        String times = scale.compareTo(BigDecimal.ONE) == 0 ? "" : ", nhân " + Shown.number(scale);
        return new TotalFormula(
                "Tổng “" + (above == null ? "" : above.name()) + "” chia cho tổng “"
                        + (below == null ? "" : below.name()) + "”" + times
                        + "; tính lại từ hai số tổng, không lấy bình quân của các tỷ lệ.",
                rows(above, below));
    }

    private static List<Indicator> rows(@Nullable Indicator... rows) {
        return Stream.of(rows).filter(Objects::nonNull).toList();
    }
}
