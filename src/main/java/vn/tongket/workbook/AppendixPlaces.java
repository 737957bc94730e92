package vn.tongket.workbook;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.Indicator;

/**
 * Where the figures of an appendix stand in its sheet. Rows are found by their codes and columns by the years in their
 * heads, so that moved ones are read as they are meant; where that is not certain, the row or column is left out and
 * told.
 *
 * @param years the columns by year, in the order of the sheet
 * @param rows the rows by code
 */
record AppendixPlaces(Map<Integer, Integer> years, Map<String, Integer> rows) {

    /** Empty, and told, when the table has no head. */
    static Optional<AppendixPlaces> find(FigureForm form, Appendix appendix, SheetCells sheet, List<Remark> remarks) {
        return new Search(form, appendix, sheet, remarks).places();
    }

    private record Search(FigureForm form, Appendix appendix, SheetCells sheet, List<Remark> remarks) {

        private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20|21)\\d\\d(?!\\d)");

        Optional<AppendixPlaces> places() {
            int head = headRow();
            if (head < 0) {
                fault(
                        "",
                        appendix.code(),
                        "Không tìm thấy dòng đầu bảng có chữ “Mã” và các năm; trang không được đọc.");
                return Optional.empty();
            }
            Map<Integer, Integer> years = years(head);
            return Optional.of(new AppendixPlaces(years, rows(head, years)));
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
                                        .formatted(year, SheetCells.columnName(other), SheetCells.columnName(column)));
                    }
                }
            });
            twice.forEach(columns::remove);
            for (int year : appendix.yearNumbers()) {
                if (!columns.containsKey(year) && !twice.contains(year)) {
                    fault(
                            "",
                            appendix.code(),
                            "Không tìm thấy cột năm %d; số liệu năm này giữ nguyên.".formatted(year));
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
}
