package vn.tongket.statistics;

import org.jspecify.annotations.Nullable;

/** What a cell shows once defaults, marks by themselves and formulas are in; the number is exact. */
public record Cell(
        State state, @Nullable Fraction number, @Nullable String words) {

    /** Which of its parts counts. */
    public enum State {
        /** A number. */
        NUMBER,
        /** {@code -}: nothing arose, 0 in sums. */
        NOTHING,
        /** {@code ...}: it arose, but there are no data. */
        NO_DATA,
        /** {@code x}: does not apply. */
        NOT_APPLICABLE,
        /** Not filled in yet. */
        BLANK,
        /** Words of a text cell. */
        TEXT,
        /** A quotient that has no value; {@code words} says why. */
        UNDEFINED
    }

    public static final Cell NOTHING = new Cell(State.NOTHING, null, null);
    public static final Cell NO_DATA = new Cell(State.NO_DATA, null, null);
    public static final Cell NOT_APPLICABLE = new Cell(State.NOT_APPLICABLE, null, null);
    public static final Cell BLANK = new Cell(State.BLANK, null, null);

    public static Cell of(Fraction number) {
        return new Cell(State.NUMBER, number, null);
    }

    public static Cell undefined(String reason) {
        return new Cell(State.UNDEFINED, null, reason);
    }

    static Cell of(@Nullable FigureValue value) {
        if (value == null) {
            return BLANK;
        }
        if (value instanceof FigureValue.Amount amount) {
            return of(Fraction.of(amount.number()));
        }
        if (value instanceof FigureValue.Words words) {
            return new Cell(State.TEXT, null, words.text());
        }
        return switch ((FigureValue.Mark) value) {
            case NOTHING -> NOTHING;
            case NO_DATA -> NO_DATA;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }

    /** The number, 0 for {@code -}, null for everything else. */
    public @Nullable Fraction amount() {
        return state == State.NOTHING ? Fraction.ZERO : number;
    }

    public boolean is(State expected) {
        return state == expected;
    }

    /** The number rounded to the indicator's digits, the mark or the words as the API gives them; null for a blank. */
    public @Nullable String canonical(int digits) {
        return switch (state) {
            case NUMBER -> number == null ? null : new FigureValue.Amount(number.rounded(digits)).canonical();
            case NOTHING -> "-";
            case NO_DATA -> "...";
            case NOT_APPLICABLE -> "x";
            case TEXT -> words;
            case BLANK, UNDEFINED -> null;
        };
    }

    /** As people read it, {@code 1.234,5}; empty for a blank or a quotient without value. */
    public String show(int digits) {
        if (number != null) {
            return FigureValue.show(number.rounded(digits), digits);
        }
        String other = canonical(digits);
        return other == null ? "" : other;
    }

    /** Why there is no number here, in Vietnamese. */
    public String lack() {
        return switch (state) {
            case BLANK -> "chưa nhập";
            case NO_DATA -> "không có số liệu (...)";
            case NOT_APPLICABLE -> "không áp dụng (x)";
            case NOTHING -> "không phát sinh (-)";
            case UNDEFINED -> words == null ? "không tính được" : words;
            case NUMBER, TEXT -> "không phải là số dùng được";
        };
    }
}
