package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import vn.tongket.workbook.RawCell.Format;
import vn.tongket.workbook.SheetCells.Sheet;

/**
 * A workbook read part by part as a stream, within bounds: values exactly as they are stored, with what POI's own
 * streaming reader leaves out (how sheets, rows and columns are hidden or merged).
 */
final class WorkbookParts {

    private static final String WORKBOOK = "xl/workbook.xml";

    private static final int MAX_SHEETS = 200;
    private static final int MAX_RELATIONS = 1_000;
    private static final int MAX_STRINGS = 100_000;
    /** As many as Excel takes. */
    private static final int MAX_FORMATS = 65_490;

    private final OfficePackage parts;
    private final ReadingBounds bounds = ReadingBounds.ofCells();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Format> formats = new ArrayList<>();

    WorkbookParts(OfficePackage parts) {
        this.parts = parts;
        readSheets();
        readFormats();
        parts.visit("xl/sharedStrings.xml", (name, at) -> {
            if (name.equals("si")) {
                strings.add(StringItem.text(at, bounds));
                if (strings.size() > MAX_STRINGS) {
                    throw bounds.refusal();
                }
            }
        });
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** A property that the file's maker gave it; null when it has none of that name. */
    @Nullable
    String property(String property) {
        String[] found = new String[1];
        parts.visit("docProps/custom.xml", (name, at) -> {
            if (name.equals("property") && property.equals(OfficePackage.attribute(at, "name"))) {
                found[0] = OfficePackage.text(at);
            }
        });
        return found[0];
    }

    SheetCells read(Sheet sheet) {
        SheetCells cells = new SheetCells(sheet);
        new SheetWalk(strings, formats, bounds, cells).over(parts);
        return cells;
    }

    private void readSheets() {
        Map<String, String> targets = new HashMap<>();
        parts.visit("xl/_rels/workbook.xml.rels", (name, at) -> {
            String id = OfficePackage.attribute(at, "Id");
            String target = OfficePackage.attribute(at, "Target");
            if (targets.size() > MAX_RELATIONS) {
                throw bounds.refusal();
            }
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        parts.visit(WORKBOOK, (name, at) -> {
            if (name.equals("sheet")) {
                String title = OfficePackage.attribute(at, "name");
                String part = targets.get(String.valueOf(at.getAttributeValue(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")));
                if (title == null || part == null || !parts.has(part) || sheets.size() >= MAX_SHEETS) {
                    throw OfficePackage.broken();
                }
                String state = OfficePackage.attribute(at, "state");
                sheets.add(new Sheet(title, state != null && !state.equals("visible"), part));
            }
        });
        if (sheets.isEmpty()) {
            throw OfficePackage.broken();
        }
    }

    private void readFormats() {
        Map<Integer, String> codes = new HashMap<>();
        boolean[] inCells = new boolean[1];
        parts.visit("xl/styles.xml", (name, at) -> {
            if (codes.size() > MAX_FORMATS || formats.size() > MAX_FORMATS) {
                throw bounds.refusal();
            }
            switch (name) {
                case "numFmt" ->
                    codes.put(
                            OfficePackage.integer(at, "numFmtId", -1),
                            bounds.text(String.valueOf(OfficePackage.attribute(at, "formatCode"))));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        formats.add(format(OfficePackage.integer(at, "numFmtId", 0), codes));
                    }
                }
                default -> {}
            }
        });
    }

    private static Format format(int id, Map<Integer, String> codes) {
        String code = codes.getOrDefault(id, id < 0 ? null : BuiltinFormats.getBuiltinFormat(id));
        if (code == null || code.length() > 200) {
            return Format.PLAIN;
        }
        if (code.contains("%")) {
            return Format.PERCENT;
        }
        return DateUtil.isADateFormat(id, code) ? Format.DATE : Format.PLAIN;
    }
}
