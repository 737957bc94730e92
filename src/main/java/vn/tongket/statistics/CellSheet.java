package vn.tongket.statistics;

import org.jspecify.annotations.Nullable;

/** Cells by row and year: one union's figures, or the totals over many. Rules and the period's column read them alike. */
public interface CellSheet {

    /** Its rows and years. */
    FigureForm form();

    /** What the cell shows; a row or year that the form does not have is {@code x}. */
    Cell cell(String indicator, int year);

    /** The period's column of a row, or null when the row has none ({@code period_agg: none}). */
    default @Nullable PeriodFigure period(String code) {
        Indicator indicator = form().indicator(code);
        return indicator == null ? null : new PeriodColumn(this).of(indicator);
    }
}
