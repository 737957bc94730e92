package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Appendix;
import vn.tongket.workbook.SheetCells.Sheet;

/**
 * Reads a workbook that a unit sends back: whether it is for this report at all, which sheet is which appendix or list,
 * and what stands in it. Whatever cannot be taken is told by sheet and cell, the rest is read all the same.
 */
final class WorkbookReader {

    private final WorkbookParts workbook;
    private final Expected expected;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Map<String, String>> figures = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> lists = new LinkedHashMap<>();

    private WorkbookReader(OfficePackage parts, Expected expected) {
        this.workbook = new WorkbookParts(parts);
        this.expected = expected;
    }

    /**
     * What the file says.
     *
     * @throws DomainException when nothing of it can be taken: it is broken, or not this report's
     */
    static Reading read(OfficePackage parts, Expected expected) {
        return new WorkbookReader(parts, expected).read();
    }

    private Reading read() {
        SheetCells markSheet = workbook.sheets().stream()
                .filter(sheet -> sheet.name().equals(Mark.NAME))
                .findFirst()
                .map(workbook::read)
                .orElse(null);
        Mark mark = new MarkCheck(expected, Mark.formOf(expected.form()), remarks)
                .require(markSheet == null ? "" : markSheet.text(0, 0), workbook.property(Mark.NAME));
        Reading.Content base = markSheet == null ? null : base(markSheet, mark);
        if (base == null) {
            remarks.add(Remark.note(
                    "", "", "", "Tệp không còn giữ số liệu lúc tải mẫu; mọi chỗ khác với bản nháp phải tự chọn."));
        }
        readSheets();
        return new Reading(new Reading.Content(Map.of(), figures, lists), base, remarks);
    }

    private static Reading.@Nullable Content base(SheetCells sheet, Mark mark) {
        StringBuilder text = new StringBuilder();
        for (int row = 1; !sheet.text(row, 0).isEmpty(); row++) {
            text.append(java.util.Objects.requireNonNull(sheet.cell(row, 0)).value());
        }
        return Mark.hashOf(text.toString()).equals(mark.base()) ? Mark.base(text.toString()) : null;
    }

    private void readSheets() {
        Map<String, Sheet> bySheetName = new HashMap<>();
        workbook.sheets().forEach(sheet -> bySheetName.putIfAbsent(key(sheet.name()), sheet));
        Map<String, Sheet> found = new LinkedHashMap<>();
        for (String code : codes()) {
            Sheet sheet = bySheetName.get(key(Layout.sheetName(code)));
            if (sheet != null) {
                found.put(code, sheet);
            }
        }
        List<Sheet> others = workbook.sheets().stream()
                .filter(sheet -> !found.containsValue(sheet) && !isOurs(sheet.name()))
                .toList();
        others.forEach(sheet -> other(sheet, found));
        for (String code : codes()) {
            Sheet sheet = found.get(code);
            if (sheet == null) {
                remarks.add(Remark.fault(
                        "",
                        "",
                        code,
                        "Thiếu trang “%s”; phần này của bản nháp giữ nguyên.".formatted(Layout.sheetName(code))));
            } else {
                read(code, workbook.read(sheet));
            }
        }
    }

    private void read(String code, SheetCells cells) {
        if (cells.sheet().hidden()) {
            remarks.add(Remark.note(cells.name(), "", code, "Trang đang bị ẩn; nội dung vẫn được đọc."));
        }
        if (cells.more) {
            remarks.add(Remark.note(cells.name(), "", code, "Có nội dung nằm xa ngoài biểu, không được đọc."));
        }
        for (Appendix appendix : expected.form().figures().appendices()) {
            if (appendix.code().equals(code)) {
                new AppendixReader(expected.form().figures(), appendix, cells, figures, remarks).read();
            }
        }
        expected.form().list(code).ifPresent(list -> {
            List<Map<String, Object>> rows = new ListReader(list, cells, remarks).read();
            if (rows != null) {
                lists.put(code, rows);
            }
        });
    }

    /** A sheet of an unknown name: an appendix or list that was renamed, a copy of one, or something of the person's own. */
    private void other(Sheet sheet, Map<String, Sheet> found) {
        SheetCells cells = workbook.read(sheet);
        String code = codeOf(cells);
        Sheet same = code == null ? null : found.get(code);
        if (same != null) {
            remarks.add(Remark.fault(
                    sheet.name(),
                    "",
                    String.valueOf(code),
                    "Đã có trang “%s”; trang chép thêm này không được đọc.".formatted(same.name())));
        } else if (code != null) {
            found.put(code, sheet);
            remarks.add(Remark.note(
                    sheet.name(), "", code, "Trang này là %s đã bị đổi tên; vẫn được đọc.".formatted(code)));
        } else if (!cells.rows.isEmpty()) {
            remarks.add(Remark.note(
                    sheet.name(),
                    "",
                    "",
                    sheet.hidden()
                            ? "Trang bị ẩn, không có trong mẫu, không được đọc."
                            : "Trang không có trong mẫu, không được đọc."));
        }
    }

    /** The appendix or list whose codes stand where the template has them; null for none. */
    private @Nullable String codeOf(SheetCells cells) {
        Set<String> first = cells.rows.keySet().stream()
                .map(row -> cells.text(row, Layout.CODE_COLUMN))
                .collect(Collectors.toSet());
        for (Appendix appendix : expected.form().figures().appendices()) {
            if (appendix.indicators().stream().anyMatch(row -> first.contains(row.code()))) {
                return appendix.code();
            }
        }
        Set<String> keys =
                cells.row(Layout.KEY_ROW).values().stream().map(RawCell::text).collect(Collectors.toSet());
        for (ListForm list : expected.form().lists()) {
            if (list.columns().stream().allMatch(column -> keys.contains(column.key()))) {
                return list.code();
            }
        }
        return null;
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        expected.form().figures().appendices().forEach(appendix -> codes.add(appendix.code()));
        expected.form().lists().forEach(list -> codes.add(list.code()));
        return codes;
    }

    private static boolean isOurs(String name) {
        return name.equals(Mark.NAME)
                || name.equals(WorkbookTemplate.CHOICES)
                || key(name).equals(key(Layout.GUIDE))
                || key(name).equals(key(Layout.FAULTS));
    }

    private static String key(String name) {
        return Vietnamese.nfc(name).strip().toLowerCase(Locale.ROOT);
    }
}
