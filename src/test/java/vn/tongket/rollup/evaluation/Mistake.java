package vn.tongket.rollup.evaluation;

/** What a roll-up may get wrong; the comparison has to see each of them. */
enum Mistake {
    /** The last value of a stock taken as a flow's sum. */
    STOCKS_SUMMED_OVER_YEARS,
    /** A mean without its weights. */
    AVERAGE_OF_AVERAGES,
    /** A quotient averaged, not recomputed. */
    AVERAGE_OF_RATIOS,
    /** Divided by the total of the weights, also of unions that gave no value. */
    MEAN_OVER_ALL_WEIGHTS,
    /** The mean of a campaign below taken as it is shown. */
    MEAN_ROUNDED_UPWARD,
    /** A union counted with its parent and with who guides it. */
    COORDINATED_COUNTED_TWICE,
    /** {@code ...} read as 0. */
    NO_DATA_AS_ZERO,
    /** A cell not filled in read as 0. */
    BLANK_AS_ZERO,
    /** {@code -} left out. */
    NOTHING_LEFT_OUT,
    /** 0 taken as the least value. */
    ZERO_IS_LEAST,
    /** A stock of nine months taken for the whole year. */
    PARTIAL_YEAR_AS_WHOLE,
    /** The last year's column left empty when that year has no number. */
    LAST_YEAR_ONLY,
    /** The issuer's office entry left out. */
    OFFICE_LEFT_OUT,
    /** The issuer's office entry counted as a participant. */
    OFFICE_COUNTED,
    /** A union without report not expected. */
    MISSING_NOT_EXPECTED,
    /** An exempted union expected. */
    EXEMPT_EXPECTED,
    /** A cell that is {@code x} expected. */
    NOT_APPLICABLE_EXPECTED,
    /** A union with a campaign of its own counted as one. */
    CHILDREN_COUNTED,
    /** A cell that rests on unlike sides not marked. */
    UNLIKE_SIDES_UNMARKED,
    /** One year with a number is enough for the period. */
    PERIOD_COUNTS_ANY_YEAR
}
