package vn.tongket.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers that one comparison rests on; the first that is missing ends it with a reason. */
final class Operands {

    /** A comparison of numbers. */
    interface Check {
        Verdict of(Operands numbers);
    }

    /** A number that the comparison needs is not there. */
    static final class Lacking extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lacking(String reason) {
            super(reason, null, false, false);
        }
    }

    private final CellSheet sheet;

    private Operands(CellSheet sheet) {
        this.sheet = sheet;
    }

    static Verdict check(CellSheet sheet, Check check) {
        try {
            return check.of(new Operands(sheet));
        } catch (Lacking lacking) {
            return Verdict.notCheckable(String.valueOf(lacking.getMessage()));
        }
    }

    /** The number; {@code -} is 0 unless the row is a mean, where it is no value. */
    Fraction number(String code, int year) {
        Indicator indicator = sheet.form().indicator(code);
        boolean mean = indicator != null && indicator.unitAgg().op().equals("weighted_mean");
        return mean ? figure(code, year) : lackingIfNull(sheet.cell(code, year).amount(), code, year);
    }

    /** The number, where {@code -} is none. */
    Fraction figure(String code, int year) {
        return lackingIfNull(sheet.cell(code, year).number(), code, year);
    }

    /** The sum of the numbers. */
    Fraction sum(List<String> codes, int year) {
        return codes.stream().map(code -> number(code, year)).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The sum of the numbers, {@code x} being 0. */
    Fraction sumOfParts(List<String> codes, int year) {
        return sum(
                codes.stream()
                        .filter(code -> !sheet.cell(code, year).is(Cell.State.NOT_APPLICABLE))
                        .toList(),
                year);
    }

    private Fraction lackingIfNull(@Nullable Fraction number, String code, int year) {
        if (number == null) {
            throw new Lacking(sheet.form().place(code, year) + ": "
                    + sheet.cell(code, year).lack());
        }
        return number;
    }
}
