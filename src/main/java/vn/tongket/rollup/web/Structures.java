package vn.tongket.rollup.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Rule;

/** Of which parts a total is made: those that a rule adds up to it, and those that are only contained in it. */
final class Structures {

    private static final int DIGITS = 1;

    /**
     * Parts of one whole.
     *
     * @param whole whether they add up to it; else they may overlap
     */
    record Structure(String title, boolean whole, List<Bar> bars) {}

    private final Totals totals;
    private final FigureForm form;
    private final int year;

    private Structures(Totals totals, int year) {
        this.totals = totals;
        this.form = totals.sheet().form();
        this.year = year;
    }

    /** Of that row's total in that year; empty where it has no parts. */
    static List<Structure> of(Totals totals, List<Rule> rules, Indicator row, int year) {
        return new Structures(totals, year).of(rules, row);
    }

    private List<Structure> of(List<Rule> rules, Indicator row) {
        List<Structure> all = new ArrayList<>();
        Set<Indicator> added = new HashSet<>();
        for (Rule rule : rules) {
            if (rule.kind().equals("sum_equals") && row.code().equals(rule.total())) {
                List<Indicator> parts = parts(rule.parts());
                added.addAll(parts);
                all.add(new Structure(title(parts), true, bars(row, parts)));
            }
        }
        List<Indicator> contained = form.indicators().stream()
                .filter(part -> row.code().equals(part.breakdownOf()) && !added.contains(part))
                .toList();
        if (!contained.isEmpty()) {
            all.add(new Structure("Trong đó", false, bars(row, contained)));
        }
        return all;
    }

    private List<Indicator> parts(@Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream().map(form::indicator).filter(Objects::nonNull).toList();
    }

    /** {@code Phụ lục PL01, dòng 2.1, 2.2}. */
    private String title(List<Indicator> parts) {
        Set<String> codes = new HashSet<>();
        parts.forEach(part -> codes.add(part.code()));
        return "Phụ lục " + String.join(", ", form.appendicesOf(codes)) + ", dòng "
                + String.join(", ", parts.stream().map(Indicator::no).toList());
    }

    private List<Bar> bars(Indicator row, List<Indicator> parts) {
        Fraction whole = totals.year(row.code(), year).cell().amount();
        return parts.stream()
                .filter(part -> form.years(part.code()).contains(year))
                .map(part -> {
                    TotalCell total = totals.year(part.code(), year);
                    return Bar.of(part.name(), part.code(), total, part, share(total.cell(), whole));
                })
                .toList();
    }

    private static String share(Cell part, @Nullable Fraction whole) {
        Fraction number = part.amount();
        return number == null || whole == null || whole.signum() == 0
                ? ""
                : Cell.of(number.times(Fraction.HUNDRED).dividedBy(whole)).show(DIGITS) + " %";
    }
}
