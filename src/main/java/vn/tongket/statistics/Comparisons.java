package vn.tongket.statistics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arithmetic of each kind of rule, on exact numbers (formats.md, Cross-checks). */
final class Comparisons {

    private static final String OWN_CAMPAIGN_ONLY = "chỉ đối chiếu khi đơn vị có chiến dịch riêng đã khóa số liệu";

    private Comparisons() {}

    /** {@code compare}, {@code iff_positive} and {@code implies_positive}: both sides are there. */
    static Verdict pair(Rule rule, Fraction left, Fraction right) {
        return Verdict.of(
                switch (rule.kind()) {
                    case "iff_positive" -> left.signum() > 0 == right.signum() > 0;
                    case "implies_positive" -> left.signum() <= 0 || right.signum() > 0;
                    default -> inOrder(left, Objects.requireNonNull(rule.op()), right);
                });
    }

    private static boolean inOrder(Fraction left, String op, Fraction right) {
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

    static Verdict range(Rule rule, Fraction value) {
        return Verdict.of((rule.min() == null || value.compareTo(Fraction.of(rule.min())) >= 0)
                && (rule.max() == null || value.compareTo(Fraction.of(rule.max())) <= 0));
    }

    static Verdict balance(Rule rule, Operands numbers, int year) {
        String stock = Objects.requireNonNull(rule.stock());
        Fraction closing = numbers.number(stock, year);
        Fraction gap = numbers.number(stock, year - 1)
                .plus(numbers.sum(RuleLines.orNone(rule.plus()), year))
                .minus(numbers.sum(RuleLines.orNone(rule.minus()), year))
                .minus(closing);
        Fraction tolerated = closing.abs().times(RuleLines.orZero(rule.tolerancePct()));
        return Verdict.of(gap.abs().times(Fraction.HUNDRED).compareTo(tolerated) <= 0);
    }

    static Verdict change(Rule rule, Operands numbers, String code, int year) {
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

    /** {@code parent_equals_children}: the figure reported upward against the total of the union's own campaign. */
    static Verdict rolledUp(@Nullable RollUp ownCampaign, Operands numbers, Indicator row, int year) {
        if (ownCampaign == null) {
            return Verdict.notCheckable(OWN_CAMPAIGN_ONLY);
        }
        if (!row.unitAgg().op().equals("sum")) {
            return Verdict.notCheckable("chỉ đối chiếu các chỉ tiêu được cộng");
        }
        Cell total = ownCampaign.cell(row.code(), year);
        Fraction rolledUp = total.amount();
        return rolledUp == null
                ? Verdict.notCheckable("số tổng hợp của chiến dịch riêng: " + total.lack())
                : Verdict.of(numbers.number(row.code(), year).equals(rolledUp));
    }
}
