package vn.tongket.statistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Finding.Outcome;
import vn.tongket.statistics.Finding.Severity;

/**
 * Evaluates the campaign's rules and the implicit ones of {@code breakdown_of} on one union's figures, year by year
 * (formats.md, Cross-checks). A rule on rows that the union does not have is not listed.
 */
public final class CrossChecks {

    private CrossChecks() {}

    /** Every line of every rule, in the order of the rules, the implicit ones last; the union has no own campaign. */
    public static List<Finding> evaluate(CellSheet sheet, List<Rule> rules) {
        return evaluate(sheet, rules, null);
    }

    /** As {@link #evaluate(FigureSheet, List)}, with the totals of the union's own campaign once it is locked. */
    public static List<Finding> evaluate(CellSheet sheet, List<Rule> rules, @Nullable RollUp ownCampaign) {
        RuleLines lines = new RuleLines(sheet, ownCampaign);
        return Stream.concat(rules.stream(), ImplicitRules.of(sheet.form(), rules).stream())
                .flatMap(lines::of)
                .map(line -> finding(sheet, line))
                .toList();
    }

    private static Finding finding(CellSheet sheet, Line line) {
        Rule rule = line.rule();
        Verdict verdict = Operands.check(sheet, line.check());
        return new Finding(
                rule.code(),
                Severity.valueOf(rule.severity().toUpperCase(Locale.ROOT)),
                line.year(),
                line.rows(),
                verdict.outcome(),
                rule.messageVi(),
                verdict.reason(),
                verdict.outcome() == Outcome.BROKEN ? explanation(sheet, rule.explainIn(), line.year()) : null);
    }

    private static @Nullable String explanation(CellSheet sheet, @Nullable String explainIn, int year) {
        if (explainIn == null) {
            return null;
        }
        Cell cell = sheet.cell(explainIn, year);
        return cell.is(Cell.State.TEXT) ? cell.words() : null;
    }
}
