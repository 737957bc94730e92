package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.workbook.RawCell.Format;
import vn.tongket.workbook.RawCell.Type;
import vn.tongket.workbook.SheetCells.Sheet;

/**
 * A workbook read part by part as a stream, within bounds: values exactly as they are stored, with what POI's own
 * streaming reader leaves out (how sheets, rows and columns are hidden or merged).
 */
final class WorkbookParts {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final Pattern RANGE =
            Pattern.compile("\\$?[A-Z]{1,3}\\$?[0-9]{1,7}(:\\$?[A-Z]{1,3}\\$?[0-9]{1,7})?");

    private static final int MAX_SHEETS = 200;
    private static final int MAX_RELATIONS = 1_000;
    private static final int MAX_CELLS = 300_000;
    private static final int MAX_ROWS = 2_000;
    private static final int MAX_COLUMNS = 80;
    private static final int MAX_STRINGS = 100_000;
    /** As many as Excel takes. */
    private static final int MAX_FORMATS = 65_490;

    private static final int MAX_CHARS = 3_000_000;

    private final OfficePackage parts;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();
    private final List<Format> formats = new ArrayList<>();
    private int cells;
    private int chars;

    WorkbookParts(OfficePackage parts) {
        this.parts = parts;
        readSheets();
        readFormats();
        parts.visit("xl/sharedStrings.xml", (name, at) -> {
            if (name.equals("si")) {
                strings.add(stringItem(at));
                if (strings.size() > MAX_STRINGS) {
                    throw tooMuch();
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
        new SheetWalk(cells).walk();
        return cells;
    }

    private void readSheets() {
        Map<String, String> targets = new HashMap<>();
        parts.visit("xl/_rels/workbook.xml.rels", (name, at) -> {
            String id = OfficePackage.attribute(at, "Id");
            String target = OfficePackage.attribute(at, "Target");
            if (targets.size() > MAX_RELATIONS) {
                throw tooMuch();
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
                throw tooMuch();
            }
            switch (name) {
                case "numFmt" ->
                    codes.put(
                            integer(at, "numFmtId", -1),
                            count(String.valueOf(OfficePackage.attribute(at, "formatCode"))));
                case "cellXfs" -> inCells[0] = true;
                case "cellStyles", "dxfs" -> inCells[0] = false;
                case "xf" -> {
                    if (inCells[0]) {
                        formats.add(format(integer(at, "numFmtId", 0), codes));
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

    /** The text of a shared or inline string, without the readings that East Asian scripts add. */
    private String stringItem(XMLStreamReader at) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1, phonetic = 0; depth > 0; ) {
            switch (at.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    if (at.getLocalName().equals("rPh")) {
                        phonetic = depth;
                    } else if (at.getLocalName().equals("t") && phonetic == 0) {
                        text.append(count(OfficePackage.text(at)));
                        depth--;
                    }
                }
                case XMLStreamReader.END_ELEMENT -> {
                    phonetic = phonetic == depth ? 0 : phonetic;
                    depth--;
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private String count(String text) {
        chars += text.length();
        if (chars > MAX_CHARS) {
            throw tooMuch();
        }
        return text;
    }

    private static DomainException tooMuch() {
        return DomainException.refused(
                "Tệp có quá nhiều ô hoặc quá nhiều chữ so với một báo cáo. Hãy chép số liệu sang mẫu mới tải về.");
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static int integer(XMLStreamReader at, String name, int otherwise) {
        String value = OfficePackage.attribute(at, name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The walk over one sheet. */
    private final class SheetWalk {

        private final SheetCells sheet;
        private int row = -1;
        private int column = -1;

        SheetWalk(SheetCells sheet) {
            this.sheet = sheet;
        }

        void walk() {
            parts.visit(sheet.sheet().part(), (name, at) -> {
                switch (name) {
                    case "row" -> row(at);
                    case "c" -> cell(at);
                    case "col" -> hideColumns(at);
                    case "mergeCell" -> merge(OfficePackage.attribute(at, "ref"));
                    default -> {}
                }
            });
        }

        private void row(XMLStreamReader at) {
            row = integer(at, "r", row + 2) - 1;
            column = -1;
            if (isTrue(OfficePackage.attribute(at, "hidden")) && row < MAX_ROWS) {
                sheet.hiddenRows.add(row);
            }
        }

        private void hideColumns(XMLStreamReader at) {
            if (isTrue(OfficePackage.attribute(at, "hidden"))) {
                int last = Math.min(MAX_COLUMNS, integer(at, "max", 0));
                for (int i = Math.max(1, integer(at, "min", 1)); i <= last; i++) {
                    sheet.hiddenColumns.add(i - 1);
                }
            }
        }

        private void merge(@Nullable String range) {
            if (range != null && RANGE.matcher(range).matches() && sheet.merged.size() < 1000) {
                sheet.merged.add(CellRangeAddress.valueOf(range));
            }
        }

        private void cell(XMLStreamReader at) throws XMLStreamException {
            if (++cells > MAX_CELLS) {
                throw tooMuch();
            }
            place(OfficePackage.attribute(at, "r"));
            RawCell cell = read(at);
            if (cell.isBlank()) {
                return;
            }
            if (row < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) {
                sheet.more = true;
            } else {
                sheet.put(row, column, cell);
            }
        }

        private void place(@Nullable String address) {
            if (address == null) {
                column++;
            } else if (ADDRESS.matcher(address).matches()) {
                CellReference reference = new CellReference(address);
                row = reference.getRow();
                column = reference.getCol();
            } else {
                throw OfficePackage.broken();
            }
        }

        private RawCell read(XMLStreamReader at) throws XMLStreamException {
            String type = String.valueOf(OfficePackage.attribute(at, "t"));
            int style = integer(at, "s", 0);
            Format format = style >= 0 && style < formats.size() ? formats.get(style) : Format.PLAIN;
            String value = "";
            String formula = null;
            for (int depth = 1; depth > 0; ) {
                int event = at.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    switch (at.getLocalName()) {
                        case "f" -> formula = count(OfficePackage.text(at));
                        case "v" -> value = count(OfficePackage.text(at));
                        case "is" -> value = stringItem(at);
                        default -> depth++;
                    }
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    depth--;
                }
            }
            return cell(type, value, formula, format);
        }

        private RawCell cell(String type, String value, @Nullable String formula, Format format) {
            return switch (type) {
                case "s" -> new RawCell(Type.TEXT, shared(value), formula, format);
                case "str", "inlineStr" -> new RawCell(Type.TEXT, value, formula, format);
                case "b" -> new RawCell(Type.BOOLEAN, value.strip(), formula, format);
                case "e" -> new RawCell(Type.ERROR, value.strip(), formula, format);
                case "d" -> new RawCell(Type.TEXT, value, formula, Format.DATE);
                default -> new RawCell(Type.NUMBER, value, formula, format);
            };
        }

        private String shared(String index) {
            try {
                return strings.get(Integer.parseInt(index.strip()));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw OfficePackage.broken();
            }
        }
    }
}
