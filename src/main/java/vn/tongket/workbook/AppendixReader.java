package vn.tongket.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/** Reads the figures of an appendix from its sheet, each from the place where {@link AppendixPlaces} found it. */
final class AppendixReader {

    private final FigureForm form;
    private final Appendix appendix;
    private final SheetCells sheet;
    private final Map<String, Map<String, String>> figures;
    private final List<Remark> remarks;

    AppendixReader(
            FigureForm form,
            Appendix appendix,
            SheetCells sheet,
            Map<String, Map<String, String>> figures,
            List<Remark> remarks) {
        this.form = form;
        this.appendix = appendix;
        this.sheet = sheet;
        this.figures = figures;
        this.remarks = remarks;
    }

    void read() {
        AppendixPlaces.find(form, appendix, sheet, remarks).ifPresent(this::read);
    }

    private void read(AppendixPlaces places) {
        for (Indicator indicator : appendix.indicators()) {
            Integer row = places.rows().get(indicator.code());
            if (row != null) {
                row(indicator, row, places.years());
            }
        }
        places.years()
                .forEach((year, column) -> noteHidden(
                        sheet.hiddenColumns.contains(column),
                        SheetCells.columnName(column),
                        "Cột đang bị ẩn; số liệu vẫn được đọc."));
        places.rows()
                .forEach((code, row) -> noteHidden(
                        sheet.hiddenRows.contains(row), "A" + (row + 1), "Dòng đang bị ẩn; số liệu vẫn được đọc."));
    }

    private void row(Indicator indicator, int row, Map<Integer, Integer> years) {
        Map<String, String> read = new TreeMap<>();
        Set<CellRangeAddress> told = new HashSet<>();
        years.forEach((year, column) -> {
            String path = indicator.code() + "/" + year;
            CellRangeAddress merged = sheet.mergedAt(row, column);
            if (merged != null) {
                if (told.add(merged)
                        && row == Math.max(merged.getFirstRow(), row)
                        && firstOf(merged, row, column, years)) {
                    fault(merged.formatAsString(), path, "Các ô bị gộp làm một; hãy bỏ gộp rồi ghi từng ô.");
                }
                return;
            }
            String value = taken(indicator, year, path, row, column);
            if (value != null) {
                read.put(String.valueOf(year), value);
            }
        });
        if (!read.isEmpty()) {
            figures.put(indicator.code(), read);
        }
    }

    /** Whether this is the first input cell of the range, so that each range is told once. */
    private boolean firstOf(CellRangeAddress range, int row, int column, Map<Integer, Integer> years) {
        int firstColumn = years.values().stream()
                .filter(candidate -> candidate >= range.getFirstColumn() && candidate <= range.getLastColumn())
                .min(Integer::compare)
                .orElse(column);
        return column == firstColumn && (row == range.getFirstRow() || isHeadOf(range, row));
    }

    private boolean isHeadOf(CellRangeAddress range, int row) {
        for (int above = range.getFirstRow(); above < row; above++) {
            if (form.indicator(sheet.text(above, Layout.CODE_COLUMN)) != null) {
                return false;
            }
        }
        return true;
    }

    /** The canonical value, an empty string for a blank; null when nothing is taken from this cell. */
    private @Nullable String taken(Indicator indicator, int year, String path, int row, int column) {
        RawCell cell = sheet.cell(row, column);
        String address = SheetCells.address(row, column);
        if (indicator.computed()) {
            if (cell != null && cell.formula() == null) {
                note(address, path, "Ô này do hệ thống tính; giá trị gõ đè lên công thức không được lấy.");
            }
            return null;
        }
        if (form.isClosed(indicator, year)) {
            if (cell != null && !cell.text().equalsIgnoreCase("x")) {
                fault(address, path, "Năm này không áp dụng (x), không nhập số liệu; hãy để “x”.");
            }
            return null;
        }
        return orFault(
                address, path, () -> new FigureCell(indicator, cell, sentence -> note(address, path, sentence)).read());
    }

    private @Nullable String orFault(String address, String path, Supplier<String> reading) {
        try {
            return reading.get();
        } catch (DomainException refusal) {
            fault(address, path, sentence(refusal));
            return null;
        }
    }

    private static String sentence(DomainException refusal) {
        String words = String.valueOf(refusal.getMessage());
        return words.substring(0, 1).toUpperCase(Vietnamese.LOCALE) + words.substring(1);
    }

    private void noteHidden(boolean hidden, String cell, String sentence) {
        if (hidden) {
            note(cell, appendix.code(), sentence);
        }
    }

    private void fault(String cell, String path, String message) {
        remarks.add(Remark.fault(sheet.name(), cell, path, message));
    }

    private void note(String cell, String path, String message) {
        remarks.add(Remark.note(sheet.name(), cell, path, message));
    }
}
