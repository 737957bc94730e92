package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows and years each kind of rule looks at; how they are compared says {@link Comparisons}. */
final class RuleLines {

    private interface CellCheck {
        Operands.Check of(Indicator row, int year);
    }

    private interface YearCheck {
        Operands.Check of(int year);
    }

    private final CellSheet sheet;
    private final FigureForm form;
    private final @Nullable RollUp ownCampaign;

    RuleLines(CellSheet sheet, @Nullable RollUp ownCampaign) {
        this.sheet = sheet;
        this.form = sheet.form();
        this.ownCampaign = ownCampaign;
    }

    /** The rule's lines in order; none when it names a row that the union does not have. */
    Stream<Line> of(Rule rule) {
        return switch (rule.kind()) {
            case "compare", "iff_positive", "implies_positive" -> pair(rule);
            case "sum_equals" -> sumEquals(rule);
            case "range" -> range(rule);
            case "balance" -> balance(rule);
            case "yoy_change" -> selected(rule).flatMap(row -> yearOnYear(rule, row));
            case "non_negative" ->
                each(
                        rule,
                        (row, year) -> numbers ->
                                Verdict.of(numbers.number(row.code(), year).signum() >= 0));
            case "integer" ->
                each(
                        rule,
                        (row, year) -> numbers ->
                                Verdict.of(numbers.number(row.code(), year).isWhole()));
            case "parent_equals_children" ->
                each(rule, (row, year) -> numbers -> Comparisons.rolledUp(ownCampaign, numbers, row, year));
            case "blank_vs_zero" ->
                each(
                        rule,
                        (row, year) -> numbers ->
                                Verdict.of(!sheet.cell(row.code(), year).is(Cell.State.BLANK)));
            default -> throw new IllegalArgumentException("rule kind " + rule.kind());
        };
    }

    private Stream<Line> pair(Rule rule) {
        String left = Objects.requireNonNull(rule.left());
        String right = Objects.requireNonNull(rule.right());
        return lines(
                rule,
                List.of(left, right),
                year -> numbers -> Comparisons.pair(rule, numbers.number(left, year), numbers.number(right, year)));
    }

    private Stream<Line> range(Rule rule) {
        String row = Objects.requireNonNull(rule.indicator());
        return lines(rule, List.of(row), year -> numbers -> Comparisons.range(rule, numbers.figure(row, year)));
    }

    /** Parts that the union does not have are {@code x}, so 0. */
    private Stream<Line> sumEquals(Rule rule) {
        String total = Objects.requireNonNull(rule.total());
        List<String> parts = Objects.requireNonNull(rule.parts()).stream()
                .filter(part -> form.indicator(part) != null)
                .toList();
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        Fraction tolerance = orZero(rule.tolerance());
        return lines(
                rule,
                rows(total, parts),
                year -> numbers -> Verdict.of(numbers.number(total, year)
                                .minus(numbers.sumOfParts(parts, year))
                                .abs()
                                .compareTo(tolerance)
                        <= 0));
    }

    /** From the second year in which the stock has a number: before it there is no opening balance. */
    private Stream<Line> balance(Rule rule) {
        String stock = Objects.requireNonNull(rule.stock());
        List<String> rows = new ArrayList<>(orNone(rule.plus()));
        rows.addAll(orNone(rule.minus()));
        int from = form.years(stock).stream()
                .filter(year -> sheet.cell(stock, year).amount() != null)
                .skip(1)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        return lines(rule, rows(stock, rows), year -> numbers -> Comparisons.balance(rule, numbers, year))
                .filter(line -> line.year() >= from);
    }

    private Stream<Line> yearOnYear(Rule rule, Indicator row) {
        List<Integer> years = form.years(row.code());
        boolean flow = row.measure() == Indicator.Measure.FLOW && Boolean.TRUE.equals(rule.skipPartialYearForFlow());
        return lines(
                        rule,
                        List.of(row.code()),
                        year -> numbers -> flow && form.isPartial(row.code(), year)
                                ? Verdict.notCheckable("năm %d chưa trọn năm".formatted(year))
                                : Comparisons.change(rule, numbers, row.code(), year))
                .filter(line -> years.contains(line.year() - 1));
    }

    /** One line for each year of the first row, if the union has all rows. */
    private Stream<Line> lines(Rule rule, List<String> rows, YearCheck check) {
        return rows.stream().allMatch(row -> form.indicator(row) != null)
                ? form.years(rows.get(0)).stream().map(year -> new Line(rule, rows, year, check.of(year)))
                : Stream.empty();
    }

    private Stream<Line> each(Rule rule, CellCheck check) {
        return selected(rule).flatMap(row -> lines(rule, List.of(row.code()), year -> check.of(row, year)));
    }

    private Stream<Indicator> selected(Rule rule) {
        return Selectors.select(form, Objects.requireNonNull(rule.indicators())).stream();
    }

    private static List<String> rows(String first, List<String> others) {
        List<String> rows = new ArrayList<>(List.of(first));
        rows.addAll(others);
        return List.copyOf(rows);
    }

    static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }

    static Fraction orZero(@Nullable BigDecimal number) {
        return number == null ? Fraction.ZERO : Fraction.of(number);
    }
}
