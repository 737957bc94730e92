package vn.tongket.workbook;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/**
 * Reads the sheet of an appendix. Rows are found by their codes and columns by the years in their heads, so that moved
 * ones are read as they are meant; where that is not certain, the row or column is left out and told.
 */
final class AppendixReader {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20|21)\\d\\d(?!\\d)");

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
        int head = headRow();
        if (head < 0) {
            fault("", appendix.code(), "Không tìm thấy dòng đầu bảng có chữ “Mã” và các năm; trang không được đọc.");
            return;
        }
        Map<Integer, Integer> years = years(head);
        Map<String, Integer> rows = rows(head, years);
        for (Indicator indicator : appendix.indicators()) {
            Integer row = rows.get(indicator.code());
            if (row != null) {
                row(indicator, row, years);
            }
        }
        years.forEach((year, column) -> noteHidden(
                sheet.hiddenColumns.contains(column), columnName(column), "Cột đang bị ẩn; số liệu vẫn được đọc."));
        rows.forEach((code, row) ->
                noteHidden(sheet.hiddenRows.contains(row), "A" + (row + 1), "Dòng đang bị ẩn; số liệu vẫn được đọc."));
    }

    private int headRow() {
        for (int row : sheet.rows.keySet()) {
            if (sheet.text(row, Layout.CODE_COLUMN).equals(Layout.CODE)) {
                return row;
            }
        }
        for (int row : sheet.rows.keySet()) {
            long years = sheet.row(row).values().stream()
                    .filter(cell -> yearOf(cell.text()) != null)
                    .count();
            if (years >= Math.min(2, appendix.years().size())) {
                return row;
            }
        }
        return -1;
    }

    /** The columns by year, in the order of the sheet. */
    private Map<Integer, Integer> years(int head) {
        Map<Integer, Integer> columns = new LinkedHashMap<>();
        Set<Integer> twice = new HashSet<>();
        Set<Integer> known = new HashSet<>(appendix.yearNumbers());
        sheet.row(head).forEach((column, cell) -> {
            Integer year = column < Layout.FIRST_YEAR - 1 ? null : yearOf(cell.text());
            if (year != null && known.contains(year)) {
                Integer other = columns.putIfAbsent(year, column);
                if (other != null && twice.add(year)) {
                    fault(
                            SheetCells.address(head, column),
                            appendix.code(),
                            "Năm %d đứng đầu hai cột %s và %s; cả hai không được đọc."
                                    .formatted(year, columnName(other), columnName(column)));
                }
            }
        });
        twice.forEach(columns::remove);
        for (int year : appendix.yearNumbers()) {
            if (!columns.containsKey(year) && !twice.contains(year)) {
                fault("", appendix.code(), "Không tìm thấy cột năm %d; số liệu năm này giữ nguyên.".formatted(year));
            }
        }
        if (!List.copyOf(columns.keySet())
                .equals(appendix.yearNumbers().stream()
                        .filter(columns::containsKey)
                        .toList())) {
            note("", appendix.code(), "Các cột năm đã đổi chỗ; số liệu được đọc theo năm ghi ở đầu cột.");
        }
        return columns;
    }

    private static @Nullable Integer yearOf(String text) {
        if (text.length() > 60) {
            return null;
        }
        Matcher year = YEAR.matcher(text);
        return year.find() ? Integer.valueOf(year.group()) : null;
    }

    /** The rows by code; told are those that are unknown, twice there, missing or at odds with their names. */
    private Map<String, Integer> rows(int head, Map<Integer, Integer> years) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        sheet.rows.tailMap(head, false).forEach((row, cells) -> {
            String code = sheet.text(row, Layout.CODE_COLUMN);
            Indicator indicator = form.indicator(code);
            if (indicator == null || !appendix.indicators().contains(indicator)) {
                strangeRow(row, code, years);
            } else if (rows.containsKey(code)) {
                twice.add(code);
                fault(
                        "A" + (row + 1),
                        code,
                        "Mã %s đứng ở hai dòng %d và %d; cả hai không được đọc."
                                .formatted(code, rows.get(code) + 1, row + 1));
            } else {
                rows.put(code, row);
            }
        });
        twice.forEach(rows::remove);
        appendix.indicators().forEach(indicator -> {
            if (!rows.containsKey(indicator.code()) && !twice.contains(indicator.code())) {
                fault(
                        "",
                        indicator.code(),
                        "Thiếu dòng %s “%s” (%s); số liệu của dòng này giữ nguyên."
                                .formatted(indicator.no(), indicator.name(), indicator.code()));
            }
        });
        noteOrder(rows);
        rows.entrySet().removeIf(entry -> isOddlyNamed(entry.getKey(), entry.getValue()));
        return rows;
    }

    private void strangeRow(int row, String code, Map<Integer, Integer> years) {
        boolean empty = years.values().stream()
                .allMatch(column -> sheet.text(row, column).isEmpty());
        if (!code.isEmpty()) {
            fault(
                    "A" + (row + 1),
                    "",
                    "Phụ lục không có dòng nào mang mã “%s”; dòng này không được đọc.".formatted(cut(code)));
        } else if (!empty) {
            fault("A" + (row + 1), "", "Dòng chèn thêm, không có mã; số liệu ở dòng này không được đọc.");
        }
    }

    private void noteOrder(Map<String, Integer> rows) {
        List<String> wanted = appendix.indicators().stream()
                .map(Indicator::code)
                .filter(rows::containsKey)
                .toList();
        if (!List.copyOf(rows.keySet()).equals(wanted)) {
            note("", appendix.code(), "Các dòng đã đổi chỗ; số liệu được đọc theo mã ở cột A.");
        }
    }

    /** A row whose code says one thing and its name another: sorted or pasted without one of the two. */
    private boolean isOddlyNamed(String code, int row) {
        String name = sheet.text(row, Layout.NAME_COLUMN);
        Indicator indicator = Objects.requireNonNull(form.indicator(code));
        Indicator other = appendix.indicators().stream()
                .filter(candidate -> same(candidate.name(), name) && !same(indicator.name(), name))
                .findFirst()
                .orElse(null);
        if (other == null) {
            return false;
        }
        fault(
                SheetCells.address(row, Layout.NAME_COLUMN),
                code,
                "Mã là của dòng “%s” nhưng tên là “%s”; dòng này không được đọc."
                        .formatted(indicator.name(), other.name()));
        return true;
    }

    private static boolean same(String one, String other) {
        return Vietnamese.fold(one).strip().equals(Vietnamese.fold(other).strip());
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

    private static String columnName(int column) {
        return SheetCells.address(0, column).replace("1", "");
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 35)) + "…";
    }

    private void fault(String cell, String path, String message) {
        remarks.add(Remark.fault(sheet.name(), cell, path, message));
    }

    private void note(String cell, String path, String message) {
        remarks.add(Remark.note(sheet.name(), cell, path, message));
    }
}
