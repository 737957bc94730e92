package vn.tongket.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Indicator;

/** One statistical appendix of one union, blank or filled in. */
final class AppendixTable implements AppendixFrame.Content {

    private final Figures figures;

    private AppendixTable(Figures figures) {
        this.figures = figures;
    }

    static void write(WordFile file, Appendix appendix, Figures figures) {
        new AppendixFrame(file, appendix, new AppendixTable(figures)).write();
    }

    @Override
    public void figures(Grid.Row row, Indicator indicator, List<Column> columns, int size) {
        if (indicator.isText()) {
            row.span(columns.size(), Style.CELL_TEXT, texts(indicator, columns));
            return;
        }
        for (Column column : columns) {
            Grid.Cell cell = row.cell(Style.CELL_NUMBER, display(indicator, column))
                    .middle()
                    .size(size);
            if (figures == Figures.BLANK && (indicator.computed() || column.computed())) {
                cell.grey();
            }
        }
    }

    /** All years in one wide cell: words do not fit into a column of figures. */
    private String texts(Indicator indicator, List<Column> columns) {
        return columns.stream()
                .filter(column -> !display(indicator, column).isBlank())
                .map(column -> column.label() + ": " + display(indicator, column))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String display(Indicator indicator, Column column) {
        @Nullable String display = figures.display(indicator, column);
        if (display != null && !display.isBlank()) {
            return display.strip();
        }
        return column.year() != null && indicator.isBefore(column.year()) ? "x" : "";
    }
}
