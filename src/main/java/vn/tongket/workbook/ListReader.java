package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/**
 * Reads the sheet of a list form, columns found by key or label. A list is taken whole or not at all: its rows have no
 * codes by which a part of them could be told from the rest.
 */
final class ListReader {

    private final ListForm form;
    private final SheetCells sheet;
    private final List<Remark> remarks;
    private boolean faulty;

    ListReader(ListForm form, SheetCells sheet, List<Remark> remarks) {
        this.form = form;
        this.sheet = sheet;
        this.remarks = remarks;
    }

    /** The rows with canonical values; null when there is a fault, which is told. */
    @Nullable
    List<Map<String, Object>> read() {
        int head = headRow();
        Map<ListColumn, Integer> columns = columns(head);
        if (columns.size() < form.columns().size()) {
            return null;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row : sheet.rows.tailMap(head, false).keySet()) {
            if (columns.values().stream()
                    .anyMatch(column -> !sheet.text(row, column).isEmpty())) {
                rows.add(row(row, rows.size() + 1, columns));
            }
        }
        if (rows.size() > Layout.MAX_LIST_ROWS) {
            fault(
                    "",
                    form.code(),
                    "Có %d dòng; biểu nhận tối đa %d dòng.".formatted(rows.size(), Layout.MAX_LIST_ROWS));
        }
        return faulty ? null : rows;
    }

    /** The last row that names the columns: their labels, or their keys where the labels are gone. */
    private int headRow() {
        int keys = -1;
        for (int row : sheet.rows.keySet()) {
            if (names(row, true) && row < Layout.FIRST_ROW + Layout.MAX_LIST_ROWS) {
                keys = row;
                break;
            }
        }
        if (keys >= 0) {
            return names(keys + 1, false) ? keys + 1 : keys;
        }
        for (int row : sheet.rows.keySet()) {
            if (names(row, false)) {
                return row;
            }
        }
        return Layout.HEAD_ROW;
    }

    private boolean names(int row, boolean keys) {
        long named = sheet.row(row).values().stream()
                .filter(cell -> form.columns().stream()
                        .anyMatch(
                                column -> keys ? column.key().equals(cell.text()) : same(column.label(), cell.text())))
                .count();
        return named >= 2 || named == form.columns().size();
    }

    private Map<ListColumn, Integer> columns(int head) {
        Map<ListColumn, Integer> columns = new LinkedHashMap<>();
        for (ListColumn column : form.columns()) {
            List<Integer> found = places(head, column);
            if (found.size() == 1) {
                columns.put(column, found.get(0));
            } else if (found.isEmpty()) {
                fault("", form.code(), "Không tìm thấy cột “%s”; biểu này giữ nguyên.".formatted(column.label()));
            } else {
                fault(
                        SheetCells.address(head, found.get(1)),
                        form.code(),
                        "Cột “%s” có hai lần; biểu này giữ nguyên.".formatted(column.label()));
            }
        }
        return columns;
    }

    private List<Integer> places(int head, ListColumn column) {
        List<Integer> byKey = new ArrayList<>();
        List<Integer> byLabel = new ArrayList<>();
        sheet.row(head - 1).forEach((at, cell) -> {
            if (cell.text().equals(column.key())) {
                byKey.add(at);
            }
        });
        sheet.row(head).forEach((at, cell) -> {
            if (same(cell.text(), column.label()) || cell.text().equals(column.key())) {
                byLabel.add(at);
            }
        });
        return byKey.isEmpty() ? byLabel : byKey;
    }

    private Map<String, Object> row(int row, int number, Map<ListColumn, Integer> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        columns.forEach((column, at) -> {
            String path = form.code() + "/" + number + "/" + column.key();
            String address = SheetCells.address(row, at);
            CellRangeAddress merged = sheet.mergedAt(row, at);
            if (merged != null) {
                fault(merged.formatAsString(), path, "Các ô bị gộp làm một; hãy bỏ gộp rồi ghi từng ô.");
                return;
            }
            try {
                Object value = new ListCell(column, sheet.cell(row, at)).read();
                if (value != null) {
                    values.put(column.key(), value);
                }
            } catch (DomainException refusal) {
                fault(address, path, String.valueOf(refusal.getMessage()));
            }
        });
        if (sheet.hiddenRows.contains(row)) {
            remarks.add(
                    Remark.note(sheet.name(), "A" + (row + 1), form.code(), "Dòng đang bị ẩn; nội dung vẫn được đọc."));
        }
        return values;
    }

    private static boolean same(String one, String other) {
        return label(one).equals(label(other));
    }

    /** Labels carry a star where the column is required. */
    private static String label(String text) {
        return Vietnamese.fold(text).replace("*", "").strip();
    }

    private void fault(String cell, String path, String message) {
        faulty = true;
        Remark remark = Remark.fault(sheet.name(), cell, path, message);
        if (remarks.stream()
                .noneMatch(told ->
                        told.place().equals(remark.place()) && told.message().equals(message))) {
            remarks.add(remark);
        }
    }
}
