package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** What stands in one sheet, rows and columns from 0; only cells that hold something. */
final class SheetCells {

    /** The sheet as the workbook lists it. */
    record Sheet(String name, boolean hidden, String part) {}

    private final Sheet sheet;
    final NavigableMap<Integer, NavigableMap<Integer, RawCell>> rows = new TreeMap<>();
    final TreeSet<Integer> hiddenRows = new TreeSet<>();
    final TreeSet<Integer> hiddenColumns = new TreeSet<>();
    final List<CellRangeAddress> merged = new ArrayList<>();
    boolean more;

    SheetCells(Sheet sheet) {
        this.sheet = sheet;
    }

    Sheet sheet() {
        return sheet;
    }

    String name() {
        return sheet.name();
    }

    void put(int row, int column, RawCell cell) {
        rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, cell);
    }

    Map<Integer, RawCell> row(int row) {
        return rows.getOrDefault(row, new TreeMap<>());
    }

    @Nullable
    RawCell cell(int row, int column) {
        return row(row).get(column);
    }

    /** The composed text of a cell, or a number as it stands; empty for none. */
    String text(int row, int column) {
        RawCell cell = cell(row, column);
        return cell == null ? "" : cell.text();
    }

    /** The merged range of more than one cell that covers this one. */
    @Nullable
    CellRangeAddress mergedAt(int row, int column) {
        return merged.stream()
                .filter(range -> range.getNumberOfCells() > 1 && range.isInRange(row, column))
                .findFirst()
                .orElse(null);
    }

    /** {@code E5}. */
    static String address(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    /** {@code C} for 2. */
    static String columnName(int column) {
        return address(0, column).replace("1", "");
    }
}
