package vn.tongket.document;

import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Indicator;

/** What stands in the cells of an appendix, as people read it: {@code 18.500}, {@code 12,5}, a mark, or a text. */
@FunctionalInterface
public interface Figures {

    /** Cells to be filled in by hand. */
    Figures BLANK = (indicator, column) -> null;

    /** The cell of a year or of the period ({@code column.year()} is null there); null or empty leaves it blank. */
    @Nullable
    String display(Indicator indicator, Column column);
}
