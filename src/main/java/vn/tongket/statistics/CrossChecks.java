package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Finding.Outcome;
import vn.tongket.statistics.Finding.Severity;

/**
 * Evaluates the campaign's rules and the implicit ones of {@code breakdown_of} on one union's figures, year by year
 * (formats.md, Cross-checks). A rule on rows that the union does not have is not listed.
 */
public final class CrossChecks {

    private static final String OWN_CAMPAIGN_ONLY = "chỉ đối chiếu khi đơn vị có chiến dịch riêng đã khóa số liệu";

    private final FigureSheet sheet;
    private final FigureForm form;
    private final List<Finding> findings = new ArrayList<>();

    private CrossChecks(FigureSheet sheet) {
        this.sheet = sheet;
        this.form = sheet.form();
    }

    /** Every line of every rule, in the order of the rules, the implicit ones last. */
    public static List<Finding> evaluate(FigureSheet sheet, List<Rule> rules) {
        CrossChecks checks = new CrossChecks(sheet);
        rules.forEach(checks::rule);
        ImplicitRules.of(sheet.form(), rules).forEach(checks::rule);
        return List.copyOf(checks.findings);
    }

    private void rule(Rule rule) {
        switch (rule.kind()) {
            case "compare" ->
                lines(
                        rule,
                        List.of(left(rule), right(rule)),
                        year -> numbers -> Verdict.of(compare(
                                numbers.number(left(rule), year),
                                Objects.requireNonNull(rule.op()),
                                numbers.number(right(rule), year))));
            case "sum_equals" -> sumEquals(rule);
            case "range" -> lines(rule, List.of(indicator(rule)), year -> numbers -> inRange(rule, numbers, year));
            case "balance" -> balance(rule);
            case "yoy_change" -> selected(rule).forEach(row -> yearOnYear(rule, row));
            case "iff_positive" ->
                lines(
                        rule,
                        List.of(left(rule), right(rule)),
                        year -> numbers -> Verdict.of(
                                positive(numbers, left(rule), year) == positive(numbers, right(rule), year)));
            case "implies_positive" ->
                lines(rule, List.of(left(rule), right(rule)), year -> numbers -> {
                    // Both are read: the line is not checkable when either is lacking.
                    boolean then = positive(numbers, right(rule), year);
                    return Verdict.of(!positive(numbers, left(rule), year) || then);
                });
            case "non_negative" ->
                each(
                        rule,
                        (code, year) ->
                                numbers -> Verdict.of(numbers.number(code, year).signum() >= 0));
            case "integer" ->
                each(
                        rule,
                        (code, year) ->
                                numbers -> Verdict.of(numbers.number(code, year).isWhole()));
            case "parent_equals_children" ->
                each(rule, (code, year) -> numbers -> Verdict.notCheckable(OWN_CAMPAIGN_ONLY));
            case "blank_vs_zero" ->
                each(
                        rule,
                        (code, year) ->
                                numbers -> Verdict.of(!sheet.cell(code, year).is(Cell.State.BLANK)));
            default -> throw new IllegalArgumentException("rule kind " + rule.kind());
        }
    }

    private interface YearCheck {
        Operands.Check in(int year);
    }

    private interface CellCheck {
        Operands.Check of(String code, int year);
    }

    /** One line for each year of the first row, if the union has all rows. */
    private void lines(Rule rule, List<String> rows, YearCheck check) {
        if (rows.stream().allMatch(row -> form.indicator(row) != null)) {
            form.years(rows.get(0)).forEach(year -> line(rule, rows, year, check.in(year)));
        }
    }

    private void each(Rule rule, CellCheck check) {
        selected(rule)
                .forEach(row -> form.years(row.code())
                        .forEach(year -> line(rule, List.of(row.code()), year, check.of(row.code(), year))));
    }

    private void line(Rule rule, List<String> rows, int year, Operands.Check check) {
        line(rule, rows, year, Operands.check(sheet, check));
    }

    private void line(Rule rule, List<String> rows, int year, Verdict verdict) {
        String explanation = rule.explainIn() == null || verdict.outcome() != Outcome.BROKEN
                ? null
                : sheet.cell(rule.explainIn(), year).words();
        findings.add(new Finding(
                rule.code(),
                Severity.valueOf(rule.severity().toUpperCase(Locale.ROOT)),
                year,
                rows,
                verdict.outcome(),
                rule.messageVi(),
                verdict.reason(),
                explanation));
    }

    private void sumEquals(Rule rule) {
        String total = Objects.requireNonNull(rule.total());
        List<String> parts = Objects.requireNonNull(rule.parts()).stream()
                .filter(part -> form.indicator(part) != null)
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        List<String> rows = new ArrayList<>(List.of(total));
        rows.addAll(parts);
        Fraction tolerance = PeriodColumn.scale(rule.tolerance() == null ? BigDecimal.ZERO : rule.tolerance());
        lines(rule, rows, year -> numbers -> {
            Fraction gap = numbers.number(total, year).minus(numbers.sumOfParts(parts, year));
            return Verdict.of(gap.abs().compareTo(tolerance) <= 0);
        });
    }

    private static Verdict inRange(Rule rule, Operands numbers, int year) {
        Fraction value = numbers.figure(indicator(rule), year);
        boolean enough = rule.min() == null || value.compareTo(Fraction.of(rule.min())) >= 0;
        boolean notTooMuch = rule.max() == null || value.compareTo(Fraction.of(rule.max())) <= 0;
        return Verdict.of(enough && notTooMuch);
    }

    /** From the second year in which the stock has a number: before it there is no opening balance. */
    private void balance(Rule rule) {
        String stock = Objects.requireNonNull(rule.stock());
        List<String> plus = orNone(rule.plus());
        List<String> minus = orNone(rule.minus());
        List<String> rows = new ArrayList<>(List.of(stock));
        rows.addAll(plus);
        rows.addAll(minus);
        if (!rows.stream().allMatch(row -> form.indicator(row) != null)) {
            return;
        }
        Fraction share = PeriodColumn.scale(rule.tolerancePct() == null ? BigDecimal.ZERO : rule.tolerancePct())
                .dividedBy(Fraction.HUNDRED);
        form.years(stock).stream()
                .filter(year -> hasNumberBefore(stock, year))
                .forEach(year -> line(rule, rows, year, numbers -> {
                    Fraction closing = numbers.number(stock, year);
                    Fraction gap = numbers.number(stock, year - 1)
                            .plus(numbers.sum(plus, year))
                            .minus(numbers.sum(minus, year))
                            .minus(closing);
                    return Verdict.of(gap.abs().compareTo(closing.abs().times(share)) <= 0);
                }));
    }

    private boolean hasNumberBefore(String code, int year) {
        return form.years(code).stream()
                .anyMatch(earlier -> earlier < year && sheet.cell(code, earlier).amount() != null);
    }

    private void yearOnYear(Rule rule, Indicator row) {
        List<Integer> years = form.years(row.code());
        boolean flow = row.measure() == Indicator.Measure.FLOW && Boolean.TRUE.equals(rule.skipPartialYearForFlow());
        years.stream()
                .filter(year -> years.contains(year - 1))
                .forEach(year -> line(
                        rule,
                        List.of(row.code()),
                        year,
                        flow && form.isPartial(row.code(), year)
                                ? Verdict.notCheckable("năm %d chưa trọn năm".formatted(year))
                                : Operands.check(sheet, numbers -> change(rule, numbers, row.code(), year))));
    }

    private static Verdict change(Rule rule, Operands numbers, String code, int year) {
        Fraction before = numbers.figure(code, year - 1);
        Fraction now = numbers.figure(code, year);
        if (before.signum() == 0) {
            return Verdict.notCheckable("số của năm %d bằng 0".formatted(year - 1));
        }
        if (rule.minBase() != null && before.compareTo(Fraction.of(rule.minBase())) < 0) {
            return Verdict.HOLDS;
        }
        Fraction percent = now.dividedBy(before).minus(Fraction.ONE).abs().times(Fraction.HUNDRED);
        return Verdict.of(percent.compareTo(Fraction.of(Objects.requireNonNull(rule.maxPct()))) <= 0);
    }

    private static boolean compare(Fraction left, String op, Fraction right) {
        int order = left.compareTo(right);
        return switch (op) {
            case "<=" -> order <= 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case ">" -> order > 0;
            case "==" -> order == 0;
            default -> throw new IllegalArgumentException("op " + op);
        };
    }

    private static boolean positive(Operands numbers, String code, int year) {
        return numbers.number(code, year).signum() > 0;
    }

    private List<Indicator> selected(Rule rule) {
        return Selectors.select(form, Objects.requireNonNull(rule.indicators()));
    }

    private static String left(Rule rule) {
        return Objects.requireNonNull(rule.left());
    }

    private static String right(Rule rule) {
        return Objects.requireNonNull(rule.right());
    }

    private static String indicator(Rule rule) {
        return Objects.requireNonNull(rule.indicator());
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }
}
