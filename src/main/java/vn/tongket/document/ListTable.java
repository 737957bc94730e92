package vn.tongket.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.shared.Vietnamese;

/** One list form as a table, with its rows or with empty ones to write in. */
final class ListTable {

    private static final int EMPTY_ROWS = 8;
    private static final double NUMBER_WIDTH = 12;
    private static final int EMPTY_HEIGHT = 560;

    private ListTable() {}

    static void write(WordFile file, ListForm form, List<Map<String, String>> rows, boolean blank) {
        Grid grid = Grid.ruled(file, widths(form.columns()));
        Grid.Row head = grid.head();
        head.cell(Style.CELL_HEAD, "TT").middle();
        form.columns()
                .forEach(column -> head.cell(Style.CELL_HEAD, column.label() + (column.required() ? " (*)" : ""))
                        .middle());
        for (int i = 0; i < rows.size(); i++) {
            filled(grid, i + 1, form.columns(), rows.get(i));
        }
        for (int i = rows.size(); blank && i < Math.max(EMPTY_ROWS, form.minRows()); i++) {
            filled(grid, i + 1, form.columns(), Map.of());
        }
        if (rows.isEmpty() && !blank) {
            grid.row().span(grid.columns(), Style.CELL_CENTRE, "Không phát sinh");
        }
        form.columns().stream()
                .filter(column -> column.values() != null && blank)
                .forEach(column -> file.paragraph(Style.NOTE, choices(column)));
    }

    private static String choices(ListColumn column) {
        return "Cột “" + column.label() + "” ghi một trong các giá trị: "
                + String.join("; ", column.values() == null ? List.of() : column.values()) + ".";
    }

    private static double[] widths(List<ListColumn> columns) {
        double room = Page.LANDSCAPE.textWidth() - NUMBER_WIDTH;
        double parts = columns.stream().mapToDouble(ListTable::share).sum();
        double[] widths = new double[columns.size() + 1];
        widths[0] = NUMBER_WIDTH;
        for (int i = 0; i < columns.size(); i++) {
            widths[i + 1] = room * share(columns.get(i)) / parts;
        }
        return widths;
    }

    private static double share(ListColumn column) {
        return switch (column.type()) {
            case "text" -> column.maxChars() != null && column.maxChars() >= 500 ? 5 : 3;
            case "enum" -> 2;
            default -> 1.4;
        };
    }

    private static void filled(Grid grid, int position, List<ListColumn> columns, Map<String, String> cells) {
        Grid.Row row = grid.row();
        if (cells.isEmpty()) {
            row.minimumHeight(EMPTY_HEIGHT);
        }
        row.cell(Style.CELL_CENTRE, String.valueOf(position));
        columns.forEach(column -> row.cell(style(column), display(column, cells.getOrDefault(column.key(), ""))));
    }

    private static Style style(ListColumn column) {
        return switch (column.type()) {
            case "int", "decimal" -> Style.CELL_NUMBER;
            case "date", "bool" -> Style.CELL_CENTRE;
            default -> Style.CELL_TEXT;
        };
    }

    /** As people read it; what does not parse stays as it was typed. */
    private static String display(ListColumn column, String value) {
        try {
            return switch (column.type()) {
                case "date" -> Vietnamese.day(LocalDate.parse(value));
                case "int", "decimal" -> DocumentText.number(new BigDecimal(value));
                case "bool" -> value.equals("true") ? "Có" : value.equals("false") ? "Không" : value;
                default -> value;
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            return value;
        }
    }
}
