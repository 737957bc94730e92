package vn.tongket.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What makes a rule hold, break or go unchecked in one year, told from the meaning of its kind (formats.md,
 * Cross-checks) and the rule's own fields.
 */
final class Tampering {

    /** A change, the totals of an own campaign if there is one, and the first rows of the lines that answer to it. */
    record Case(String what, Figures figures, RollUp ownCampaign, List<String> rows) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static final List<String> LACKING = List.of("x", "...", "");

    private final Rule rule;
    private final FigureSheet sheet;
    private final int year;
    private final List<Case> cases = new ArrayList<>();

    private Tampering(Rule rule, FigureSheet sheet, int year) {
        this.rule = rule;
        this.sheet = sheet;
        this.year = year;
    }

    static List<Case> holding(Rule rule, FigureSheet sheet, int year) {
        return new Tampering(rule, sheet, year).hold().cases;
    }

    static List<Case> breaking(Rule rule, FigureSheet sheet, int year) {
        return new Tampering(rule, sheet, year).breakIt().cases;
    }

    static List<Case> blinding(Rule rule, FigureSheet sheet, int year) {
        return new Tampering(rule, sheet, year).blind().cases;
    }

    private Tampering hold() {
        switch (rule.kind()) {
            case "compare" -> {
                pair("5", "5");
                pair("4", "5");
                if (!isMean(rule.left()) && !isMean(rule.right())) {
                    pair("-", "0");
                    pair("-", "-");
                }
            }
            case "iff_positive" -> pairs("0 0", "- 0", "1 7");
            case "implies_positive" -> pairs("0 0", "- -", "0 3", "1 1");
            case "sum_equals" -> {
                sum(rule.tolerance());
                sum(rule.tolerance().negate());
                sumWithoutFirst("-");
                sumWithoutFirst("x");
            }
            case "range" -> {
                one(rule.indicator(), rule.min());
                one(rule.indicator(), rule.max());
            }
            case "balance" -> {
                balance(tolerated(), BigDecimal.ZERO);
                balance(BigDecimal.ZERO, tolerated());
            }
            case "yoy_change" -> {
                change("100", limit(100, 1));
                change("100", limit(100, -1));
                change(rule.minBase().subtract(BigDecimal.ONE).toPlainString(), "1000000");
            }
            case "non_negative" -> {
                all("0");
                all("7");
            }
            case "integer" -> all("7");
            case "blank_vs_zero" -> {
                for (String filled : List.of("0", "7", "-", "...", "x")) {
                    all(filled);
                }
            }
            case "parent_equals_children" -> {
                rolledUp("7", Cell.of(Fraction.of(7)));
                rolledUp("-", Cell.of(Fraction.ZERO));
                rolledUp("0", Cell.NOTHING);
            }
            default -> throw new AssertionError(rule.kind());
        }
        return this;
    }

    private Tampering breakIt() {
        switch (rule.kind()) {
            case "compare" -> {
                pair("6", "5");
                if (!isMean(rule.right())) {
                    pair("1", "-");
                }
            }
            case "iff_positive" -> pairs("1 0", "0 1", "- 1", "1 -");
            case "implies_positive" -> pairs("1 0", "1 -");
            case "sum_equals" -> {
                sum(rule.tolerance().add(BigDecimal.ONE));
                sum(rule.tolerance().add(BigDecimal.ONE).negate());
            }
            case "range" -> {
                one(rule.indicator(), rule.min().subtract(step(rule.indicator())));
                one(rule.indicator(), rule.max().add(step(rule.indicator())));
            }
            case "balance" -> {
                balance(tolerated().add(BigDecimal.ONE), BigDecimal.ZERO);
                balance(BigDecimal.ZERO, tolerated().add(BigDecimal.ONE));
            }
            case "yoy_change" -> {
                change("100", new BigDecimal(limit(100, 1)).add(BigDecimal.ONE).toPlainString());
                change(
                        "100",
                        new BigDecimal(limit(100, -1)).subtract(BigDecimal.ONE).toPlainString());
                change(rule.minBase().toPlainString(), "1000000");
            }
            case "non_negative" -> all("-1");
            // A cell of type int takes no fraction: it is refused when it comes in (formats.md, Figures).
            case "integer" -> {}
            case "blank_vs_zero" -> allBlank();
            case "parent_equals_children" -> {
                rolledUp("7", Cell.of(Fraction.of(8)));
                rolledUp("-", Cell.of(Fraction.ONE));
                rolledUp("1", Cell.NOTHING);
            }
            default -> throw new AssertionError(rule.kind());
        }
        return this;
    }

    private Tampering blind() {
        switch (rule.kind()) {
            case "compare", "iff_positive", "implies_positive" -> {
                lacking(rule.left(), rule.left(), year);
                lacking(rule.left(), rule.right(), year);
            }
            case "sum_equals" -> {
                lacking(rule.total(), rule.total(), year);
                // An x among the parts counts as 0.
                rule.parts().forEach(part -> lackingOf(List.of("...", ""), rule.total(), part, year));
            }
            case "range" -> {
                lacking(rule.indicator(), rule.indicator(), year);
                lackingOf(List.of("-"), rule.indicator(), rule.indicator(), year);
            }
            case "balance" -> {
                lacking(rule.stock(), rule.stock(), year);
                lacking(rule.stock(), rule.stock(), year - 1);
                rule.plus().forEach(row -> lacking(rule.stock(), row, year));
                rule.minus().forEach(row -> lacking(rule.stock(), row, year));
            }
            case "yoy_change" -> {
                for (String row : selected()) {
                    lacking(row, row, year);
                    lacking(row, row, year - 1);
                    lackingOf(List.of("-"), row, row, year);
                    lackingOf(List.of("-", "0"), row, row, year - 1);
                }
            }
            case "non_negative", "integer" -> {
                all("...");
                all("x");
                allBlank();
            }
            // Never skipped (formats.md, Cross-checks).
            case "blank_vs_zero" -> {}
            case "parent_equals_children" -> {
                cases.add(new Case("no campaign of its own", sheet.figures(), null, selected()));
                rolledUp("7", Cell.NO_DATA);
                rolledUp("7", Cell.BLANK);
                rolledUp("...", Cell.of(Fraction.of(7)));
                rolledUp("x", Cell.of(Fraction.of(7)));
            }
            default -> throw new AssertionError(rule.kind());
        }
        return this;
    }

    private void pairs(String... values) {
        for (String both : values) {
            pair(both.split(" ")[0], both.split(" ")[1]);
        }
    }

    private void pair(String left, String right) {
        add(rule.left(), set(set(sheet.figures(), rule.left(), year, left), rule.right(), year, right));
    }

    private void one(String row, BigDecimal value) {
        add(row, set(sheet.figures(), row, year, value.toPlainString()));
    }

    /** Parts of 1, 2, 3, … and a total so much above their sum. */
    private void sum(BigDecimal above) {
        add(
                rule.total(),
                set(
                        parts(),
                        rule.total(),
                        year,
                        above.add(BigDecimal.valueOf(sumOfParts())).toPlainString()));
    }

    private void sumWithoutFirst(String mark) {
        Figures figures = set(parts(), rule.parts().get(0), year, mark);
        add(rule.total(), set(figures, rule.total(), year, String.valueOf(sumOfParts() - 1)));
    }

    private Figures parts() {
        Figures figures = sheet.figures();
        for (int index = 0; index < rule.parts().size(); index++) {
            figures = set(figures, rule.parts().get(index), year, String.valueOf(index + 1));
        }
        return figures;
    }

    private int sumOfParts() {
        return IntStream.rangeClosed(1, rule.parts().size()).sum();
    }

    /** 1000 at both ends; the first flow each way as given, so that they differ by as much. */
    private void balance(BigDecimal plus, BigDecimal minus) {
        Figures figures = set(set(sheet.figures(), rule.stock(), year - 1, "1000"), rule.stock(), year, "1000");
        for (String row : rule.plus()) {
            figures = set(figures, row, year, row.equals(rule.plus().get(0)) ? plus.toPlainString() : "0");
        }
        for (String row : rule.minus()) {
            figures = set(figures, row, year, row.equals(rule.minus().get(0)) ? minus.toPlainString() : "0");
        }
        add(rule.stock(), figures);
    }

    private BigDecimal tolerated() {
        return rule.tolerancePct().multiply(BigDecimal.TEN);
    }

    private void change(String before, String now) {
        Figures figures = sheet.figures();
        for (String row : selected()) {
            figures = set(set(figures, row, year - 1, before), row, year, now);
        }
        cases.add(new Case(before + " → " + now, figures, null, selected()));
    }

    private String limit(int base, int direction) {
        return BigDecimal.valueOf(base)
                .add(rule.maxPct().multiply(BigDecimal.valueOf(direction)))
                .toPlainString();
    }

    private void all(String value) {
        Figures figures = sheet.figures();
        for (String row : selected()) {
            figures = set(figures, row, year, value);
        }
        cases.add(new Case("all " + value, figures, null, selected()));
    }

    /** Where a default fills the blank it is no blank, and what a default copies is blank here too. */
    private void allBlank() {
        Figures figures = sheet.figures();
        for (String row : selected()) {
            figures = set(figures, row, year, "");
        }
        cases.add(new Case(
                "all blank",
                figures,
                null,
                selected().stream().filter(row -> !isFilledByAConstant(row)).toList()));
    }

    private void rolledUp(String value, Cell total) {
        Figures figures = sheet.figures();
        Map<String, Map<Integer, Cell>> totals = new HashMap<>();
        for (String row : selected()) {
            figures = set(figures, row, year, value);
            totals.put(row, Map.of(year, total));
        }
        cases.add(new Case(value + " of " + total, figures, new RollUp(totals), selected()));
    }

    private void lacking(String first, String row, int in) {
        lackingOf(LACKING, first, row, in);
    }

    private void lackingOf(List<String> marks, String first, String row, int in) {
        for (String mark : marks) {
            if (!mark.isEmpty() || sheet.form().defaultOf(sheet.form().indicator(row)) == null) {
                cases.add(new Case(
                        "%s/%d = “%s”".formatted(row, in, mark),
                        set(sheet.figures(), row, in, mark),
                        null,
                        List.of(first)));
            }
        }
    }

    private void add(String first, Figures figures) {
        cases.add(new Case(first + " = " + figures.get(first, year), figures, null, List.of(first)));
    }

    private Figures set(Figures figures, String row, int in, String value) {
        if (sheet.form().indicator(row).computed()) {
            throw new AssertionError(row + " is computed");
        }
        return figures.with(row, in, value.isEmpty() ? null : value);
    }

    private List<String> selected() {
        return Selectors.select(sheet.form(), rule.indicators()).stream()
                .map(Indicator::code)
                .toList();
    }

    private boolean isMean(String row) {
        return sheet.form().indicator(row).unitAgg().op().equals("weighted_mean");
    }

    private boolean isFilledByAConstant(String row) {
        Indicator.LeafValue otherwise = sheet.form().defaultOf(sheet.form().indicator(row));
        return otherwise != null && otherwise.constant() != null;
    }

    private BigDecimal step(String row) {
        return BigDecimal.ONE.movePointLeft(sheet.form().indicator(row).fractionDigits());
    }
}
