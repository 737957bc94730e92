package vn.tongket.rollup.evaluation;

/** What stands in one cell of one union's report; {@code number} is null for all but numbers. */
record Given(Kind kind, Exact number) {

    enum Kind {
        NUMBER,
        NOTHING,
        NO_DATA,
        NOT_APPLICABLE,
        BLANK
    }

    static final Given NOTHING = new Given(Kind.NOTHING, null);
    static final Given NO_DATA = new Given(Kind.NO_DATA, null);
    static final Given NOT_APPLICABLE = new Given(Kind.NOT_APPLICABLE, null);
    static final Given BLANK = new Given(Kind.BLANK, null);

    static Given of(Exact number) {
        return new Given(Kind.NUMBER, number);
    }

    /** What is typed, in any spelling that formats.md reads; null for a cell that the report does not hold. */
    static Given typed(String typed) {
        return switch (typed == null ? "" : typed.strip()) {
            case "" -> BLANK;
            case "-", "–", "—" -> NOTHING;
            case "...", "…" -> NO_DATA;
            case "x", "X", "×" -> NOT_APPLICABLE;
            default -> of(Exact.of(typed.strip()));
        };
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** The number, 0 for {@code -}, else null. */
    Exact amount() {
        return kind == Kind.NOTHING ? Exact.ZERO : number;
    }
}
