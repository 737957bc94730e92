package vn.tongket.rollup.evaluation;

/**
 * One cell of a roll-up.
 *
 * @param value null when there is none, and then {@code lack} says why
 * @param incomplete a quotient whose two sides rest on different units
 * @param takenFrom the year of a last value that is not the last year's; else null
 */
record Total(Exact value, Lack lack, Count count, boolean incomplete, Integer takenFrom) {

    /** Why a cell has no value. */
    enum Lack {
        /** The row is shown per unit. */
        NOT_ADDED,
        /** No unit gave a number, or none on one side. */
        MISSING,
        /** The denominator, or the weights together, are 0. */
        ZERO_DENOMINATOR
    }

    /** On how many of how many participants a cell rests. */
    record Count(int expected, int reporting, int noData, int notApplicable) {

        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    expected + other.expected,
                    reporting + other.reporting,
                    noData + other.noData,
                    notApplicable + other.notApplicable);
        }
    }

    @Override
    public String toString() {
        return (value == null ? lack : value) + " on " + count.reporting + " of " + count.expected + ", "
                + count.noData + " '...', " + count.notApplicable + " 'x'" + (incomplete ? ", incomplete" : "")
                + (takenFrom == null ? "" : ", of " + takenFrom);
    }
}
