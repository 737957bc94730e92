package vn.tongket.statistics;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One statistical appendix: its rows are indicators, its columns years and the period (formats.md, Figures). */
public record Appendix(
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable String note,
        AppliesTo appliesTo,
        @Nullable String orientation,
        List<Column> columns,
        List<Indicator> indicators) {

    /** A year, or the computed period column ({@code year} is null there). */
    public record Column(
            String key,
            String label,
            @Nullable Integer year,
            boolean partial,
            boolean computed,
            @Nullable String rule) {}

    /** The same appendix with no row that has to be filled in. */
    public Appendix optional() {
        return new Appendix(
                code,
                title,
                titleEn,
                note,
                appliesTo,
                orientation,
                columns,
                indicators.stream().map(Indicator::optional).toList());
    }

    /** The year columns, in order. */
    public List<Column> years() {
        return columns.stream().filter(column -> column.year() != null).toList();
    }

    /** The years, in order. */
    public List<Integer> yearNumbers() {
        return columns.stream().map(Column::year).filter(Objects::nonNull).toList();
    }
}
