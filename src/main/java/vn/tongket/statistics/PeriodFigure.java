package vn.tongket.statistics;

import org.jspecify.annotations.Nullable;

/** A cell of the period's column; {@code earlierYear} marks a last value that is not the last year's. */
public record PeriodFigure(Cell cell, @Nullable Integer earlierYear) {}
