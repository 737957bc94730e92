package vn.tongket.rollup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.CellOrder.Slot;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Indicator.UnitAgg;

/** One unit's figures as totals take them (formats.md, Roll-up): what it adds to each cell, and what it says there. */
final class UnitCells {

    static final char NUMBER = 'n';
    static final char NOTHING = '-';
    static final char NO_DATA = '.';
    static final char NOT_APPLICABLE = 'x';
    static final char TEXT = 't';
    static final char BLANK = ' ';
    /** The row is not the unit's, or the cell has no coverage of its own. */
    static final char ABSENT = 'a';

    private final FigureSheet sheet;
    private final CellOrder order;
    private final @Nullable BigDecimal[] amounts;
    private final @Nullable BigDecimal[] weights;
    private final char[] states;

    private UnitCells(FigureSheet sheet, CellOrder order) {
        this.sheet = sheet;
        this.order = order;
        this.amounts = new BigDecimal[order.size()];
        this.weights = new BigDecimal[order.size()];
        this.states = new char[order.size()];
    }

    static UnitCells of(FigureSheet sheet, CellOrder order) {
        UnitCells cells = new UnitCells(sheet, order);
        for (int i = 0; i < order.size(); i++) {
            cells.take(i, order.slots().get(i));
        }
        for (int i = 0; i < order.size(); i++) {
            cells.compareSides(i, order.slots().get(i));
        }
        return cells;
    }

    @Nullable
    BigDecimal[] amounts() {
        return amounts;
    }

    @Nullable
    BigDecimal[] weights() {
        return weights;
    }

    String states() {
        return new String(states);
    }

    private void take(int i, Slot slot) {
        Indicator row = slot.row();
        if (sheet.form().indicator(row.code()) == null) {
            states[i] = ABSENT;
        } else if (slot.isPeriod()) {
            states[i] = period(row);
        } else {
            switch (row.unitAgg().op()) {
                case "weighted_mean" -> mean(i, row, slot.year());
                case "ratio" -> states[i] = ratio(row, slot.year());
                case "none" -> states[i] = state(sheet.cell(row.code(), slot.year()));
                default -> number(i, sheet.cell(row.code(), slot.year()));
            }
        }
    }

    private void number(int i, Cell cell) {
        states[i] = state(cell);
        amounts[i] = decimal(cell.amount());
    }

    /** A value without its weight is no part of the mean, nor a weight without a value. */
    private void mean(int i, Indicator row, int year) {
        Cell value = sheet.cell(row.code(), year);
        @Nullable String weightCode = row.unitAgg().weight();
        Fraction number = value.number();
        Fraction weight =
                weightCode == null ? null : sheet.cell(weightCode, year).number();
        if (number != null && weight != null) {
            states[i] = NUMBER;
            amounts[i] = decimal(number.times(weight));
            weights[i] = decimal(weight);
        } else {
            char said = state(value);
            states[i] = said == NUMBER || said == NOTHING ? BLANK : said;
        }
    }

    /** It rests on the unit when both sides are there; it says what a side says. */
    private char ratio(Indicator row, int year) {
        UnitAgg quotient = row.unitAgg();
        if (quotient.numerator() == null
                || quotient.denominator() == null
                || sheet.form().isClosed(row, year)) {
            return NOT_APPLICABLE;
        }
        String sides =
                "" + state(sheet.cell(quotient.numerator(), year)) + state(sheet.cell(quotient.denominator(), year));
        return first(sides);
    }

    /** A quotient adds a one where the unit gives one of its sides only, whether or not the quotient is the unit's. */
    private void compareSides(int i, Slot slot) {
        UnitAgg quotient = slot.row().unitAgg();
        if (quotient.op().equals("ratio")
                && !slot.isPeriod()
                && restsOn(quotient.numerator(), slot.year()) != restsOn(quotient.denominator(), slot.year())) {
            amounts[i] = BigDecimal.ONE;
        }
    }

    private boolean restsOn(@Nullable String side, int year) {
        int number = side == null ? 0 : order.number(side, year);
        return number > 0 && (states[number - 1] == NUMBER || states[number - 1] == NOTHING);
    }

    /** A number in every year that is not {@code x}; what the last year says needs no counting again. */
    private char period(Indicator row) {
        if (!isCountedOverYears(row)) {
            return ABSENT;
        }
        StringBuilder years = new StringBuilder();
        for (int year : sheet.form().years(row.code())) {
            char said = states[order.number(row.code(), year) - 1];
            if (said != NOT_APPLICABLE) {
                years.append(said);
            }
        }
        return years.isEmpty() ? NOT_APPLICABLE : first(years.toString());
    }

    /** Whether the period's column has a coverage of its own: {@code last} has that of its year. */
    static boolean isCountedOverYears(Indicator row) {
        String op = row.periodAgg().op();
        return !op.equals("none") && !op.equals("last");
    }

    /** Of several cells: {@code x} or {@code ...} of any, else blank if one has no number. */
    private static char first(String said) {
        for (char one : new char[] {NOT_APPLICABLE, NO_DATA}) {
            if (said.indexOf(one) >= 0) {
                return one;
            }
        }
        return said.chars().allMatch(one -> one == NUMBER || one == NOTHING) ? NUMBER : BLANK;
    }

    private static char state(Cell cell) {
        return switch (cell.state()) {
            case NUMBER -> NUMBER;
            case NOTHING -> NOTHING;
            case NO_DATA -> NO_DATA;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
            case TEXT -> TEXT;
            case BLANK, UNDEFINED -> BLANK;
        };
    }

    private static @Nullable BigDecimal decimal(@Nullable Fraction number) {
        return number == null ? null : number.decimal();
    }
}
