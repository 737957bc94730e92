package vn.tongket.workbook;

import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import vn.tongket.workbook.RawCell.Format;
import vn.tongket.workbook.RawCell.Type;

/** Reads the cells of one sheet, and what of it is hidden or merged; what lies beyond a report is not kept. */
final class SheetWalk {

    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final Pattern RANGE =
            Pattern.compile("\\$?[A-Z]{1,3}\\$?[0-9]{1,7}(:\\$?[A-Z]{1,3}\\$?[0-9]{1,7})?");
    private static final int MAX_ROWS = 2_000;
    private static final int MAX_COLUMNS = 80;
    private static final int MAX_MERGED = 1_000;

    private final List<String> strings;
    private final List<Format> formats;
    private final ReadingBounds bounds;

    private final SheetCells sheet;
    private int row = -1;
    private int column = -1;

    SheetWalk(List<String> strings, List<Format> formats, ReadingBounds bounds, SheetCells sheet) {
        this.strings = strings;
        this.formats = formats;
        this.bounds = bounds;
        this.sheet = sheet;
    }

    void over(OfficePackage parts) {
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
        row = OfficePackage.integer(at, "r", row + 2) - 1;
        column = -1;
        if (isTrue(OfficePackage.attribute(at, "hidden")) && row < MAX_ROWS) {
            sheet.hiddenRows.add(row);
        }
    }

    private void hideColumns(XMLStreamReader at) {
        if (isTrue(OfficePackage.attribute(at, "hidden"))) {
            int last = Math.min(MAX_COLUMNS, OfficePackage.integer(at, "max", 0));
            for (int i = Math.max(1, OfficePackage.integer(at, "min", 1)); i <= last; i++) {
                sheet.hiddenColumns.add(i - 1);
            }
        }
    }

    private void merge(@Nullable String range) {
        if (range != null && RANGE.matcher(range).matches() && sheet.merged.size() < MAX_MERGED) {
            sheet.merged.add(CellRangeAddress.valueOf(range));
        }
    }

    private void cell(XMLStreamReader at) throws XMLStreamException {
        bounds.piece();
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
        int style = OfficePackage.integer(at, "s", 0);
        Format format = style >= 0 && style < formats.size() ? formats.get(style) : Format.PLAIN;
        String value = "";
        String formula = null;
        for (int depth = 1; depth > 0; ) {
            int event = at.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (at.getLocalName()) {
                    case "f" -> formula = bounds.text(OfficePackage.text(at));
                    case "v" -> value = bounds.text(OfficePackage.text(at));
                    case "is" -> value = StringItem.text(at, bounds);
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

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
