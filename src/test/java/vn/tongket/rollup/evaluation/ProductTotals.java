package vn.tongket.rollup.evaluation;

import java.util.Map;

/** How the comparison asks the product. */
interface ProductTotals {

    /** What the product has for that campaign, laid out as {@link Evaluation#totals}. */
    Map<String, Map<String, Total>> of(Level level);
}
