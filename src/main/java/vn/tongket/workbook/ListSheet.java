package vn.tongket.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.workbook.Styles.Look;

/** Writes the sheet of one list form, with the rows typed so far and room for more. */
final class ListSheet {

    private static final int PRINTED_SPARE_ROWS = 10;

    private final SheetWriter out;
    private final ListForm list;
    private final XSSFSheet choices;

    /** @param choices the hidden sheet from which drop-downs take their values */
    ListSheet(SheetWriter out, ListForm list, XSSFSheet choices) {
        this.out = out;
        this.list = list;
        this.choices = choices;
    }

    void write(List<Map<String, Object>> rows) {
        out.title(
                list.code() + ". " + list.title(),
                (list.minRows() > 0 ? "Cần ít nhất %d dòng. ".formatted(list.minRows()) : "")
                        + "Mỗi dòng một mục; cột có dấu * phải ghi. Không cần ghi liền nhau.");
        head();
        int count = Math.min(Layout.MAX_LIST_ROWS, rows.size() + Layout.SPARE_ROWS);
        for (int i = 0; i < count; i++) {
            row(Layout.FIRST_ROW + i, i + 1, i < rows.size() ? rows.get(i) : Map.of());
        }
        for (int i = 0; i < list.columns().size(); i++) {
            validate(list.columns().get(i), i + 1, Layout.FIRST_ROW + count - 1);
        }
        out.sheet.createFreezePane(1, Layout.FIRST_ROW);
        out.print(Layout.HEAD_ROW, list.columns().size());
        out.printRows(
                Math.min(count, rows.size() + PRINTED_SPARE_ROWS),
                list.columns().size());
        out.protect();
    }

    private void head() {
        out.text(Layout.KEY_ROW, 0, Layout.CODE, Look.CODE);
        out.text(Layout.HEAD_ROW, 0, "Dòng", Look.HEAD);
        out.sheet.setColumnWidth(0, 6 * 256);
        for (int i = 0; i < list.columns().size(); i++) {
            ListColumn column = list.columns().get(i);
            out.text(Layout.KEY_ROW, i + 1, column.key(), Look.CODE);
            out.text(Layout.HEAD_ROW, i + 1, column.label() + (column.required() ? " *" : ""), Look.HEAD);
            out.sheet.setColumnWidth(i + 1, width(column) * 256);
            out.fit(
                    Layout.HEAD_ROW,
                    i + 1,
                    column.label() + column.label().substring(column.label().length() * 2 / 3));
        }
    }

    private static int width(ListColumn column) {
        return switch (column.type()) {
            case "int", "decimal", "date", "bool" -> 16;
            case "enum" -> 28;
            case "file" -> 18;
            default -> column.maxChars() == null ? 32 : 60;
        };
    }

    private void row(int row, int number, Map<String, Object> values) {
        XSSFCell first = out.cell(row, 0, out.styles.number(Look.CLOSED, 0));
        first.setCellValue(number);
        for (int i = 0; i < list.columns().size(); i++) {
            ListColumn column = list.columns().get(i);
            Object value = values.get(column.key());
            value(row, i + 1, column, value == null ? null : value.toString());
            out.fit(row, i + 1, value == null ? "" : value.toString());
        }
    }

    private void value(int row, int at, ListColumn column, @Nullable String value) {
        switch (column.type()) {
            case "int" -> number(out.cell(row, at, out.styles.number(Look.INPUT, 0)), value);
            case "decimal" -> number(out.cell(row, at, decimals(value)), value);
            case "date" -> date(row, at, value);
            case "bool" ->
                out.text(row, at, value == null ? "" : Boolean.parseBoolean(value) ? "Có" : "Không", Look.INPUT);
            case "file" -> out.text(row, at, value == null ? "" : value, Look.CLOSED);
            default -> out.text(row, at, value == null ? "" : value, Look.INPUT);
        }
    }

    private XSSFCellStyle decimals(@Nullable String value) {
        int digits = value == null || value.indexOf('.') < 0 ? 0 : value.length() - value.indexOf('.') - 1;
        return digits == 0 ? out.styles.general(Look.INPUT) : out.styles.number(Look.INPUT, digits);
    }

    private void number(XSSFCell cell, @Nullable String value) {
        if (value != null) {
            out.number(cell, new BigDecimal(value));
        }
    }

    private void date(int row, int at, @Nullable String value) {
        try {
            XSSFCell cell = out.cell(row, at, out.styles.date(Look.INPUT));
            if (value != null) {
                cell.setCellValue(LocalDate.parse(value));
            }
        } catch (DateTimeParseException e) {
            out.text(row, at, String.valueOf(value), Look.INPUT);
        }
    }

    private void validate(ListColumn column, int at, int lastRow) {
        DataValidationHelper helper = out.sheet.getDataValidationHelper();
        String cell = SheetCells.address(Layout.FIRST_ROW, at);
        switch (column.type()) {
            case "bool" ->
                drop(
                        helper.createExplicitListConstraint(new String[] {"Có", "Không"}),
                        at,
                        lastRow,
                        "Chọn Có hoặc Không.");
            case "enum" ->
                drop(helper.createFormulaListConstraint(values(column)), at, lastRow, "Chọn một trong danh sách.");
            case "int" ->
                drop(
                        helper.createCustomConstraint("AND(ISNUMBER(" + cell + ")," + cell + "=INT(" + cell + "))"),
                        at,
                        lastRow,
                        "Cột này nhận số nguyên.");
            case "decimal" ->
                drop(helper.createCustomConstraint("ISNUMBER(" + cell + ")"), at, lastRow, "Cột này nhận số.");
            case "date" ->
                drop(
                        helper.createCustomConstraint("AND(ISNUMBER(" + cell + ")," + cell + ">32874)"),
                        at,
                        lastRow,
                        "Ghi ngày/tháng/năm, ví dụ 05/11/2017.");
            case "text" -> {
                if (column.maxChars() != null) {
                    drop(
                            helper.createCustomConstraint("LEN(" + cell + ")<=" + column.maxChars()),
                            at,
                            lastRow,
                            "Tối đa %d ký tự.".formatted(column.maxChars()));
                }
            }
            default -> {}
        }
    }

    private void drop(DataValidationConstraint constraint, int at, int lastRow, String error) {
        DataValidation validation = out.sheet
                .getDataValidationHelper()
                .createValidation(constraint, new CellRangeAddressList(Layout.FIRST_ROW, lastRow, at, at));
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Chưa đúng", error);
        validation.setSuppressDropDownArrow(true);
        out.sheet.addValidationData(validation);
    }

    /** The values of a choice, one below the other on the hidden sheet: Excel takes no longer list in the cell itself. */
    private String values(ListColumn column) {
        int at = choices.getRow(0) == null ? 0 : choices.getRow(0).getLastCellNum();
        List<String> values = column.values() == null ? List.of() : column.values();
        SheetWriter hidden = new SheetWriter(choices, out.styles);
        hidden.text(0, at, list.code() + "/" + column.key(), Look.CODE);
        for (int i = 0; i < values.size(); i++) {
            hidden.text(i + 1, at, values.get(i), Look.LABEL);
        }
        String letter = SheetCells.columnName(at);
        return "'%s'!$%s$2:$%s$%d".formatted(choices.getSheetName(), letter, letter, Math.max(2, values.size() + 1));
    }
}
