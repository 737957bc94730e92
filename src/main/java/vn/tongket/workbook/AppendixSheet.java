package vn.tongket.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jspecify.annotations.Nullable;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.FigureValue;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Rule;
import vn.tongket.workbook.Styles.Look;

/** Writes the sheet of one appendix: rows with their codes, years, what is typed so far, formulas where it computes. */
final class AppendixSheet {

    private static final int AMBER = 0xFFF1CC;
    private static final int RED = 0xF8CBCB;

    private final SheetWriter out;
    private final FigureSheet figures;
    private final FigureForm form;
    private final Appendix appendix;
    private final Formulas formulas;
    private final List<Rule> rules;

    AppendixSheet(SheetWriter out, FigureSheet figures, Appendix appendix, Formulas formulas, List<Rule> rules) {
        this.out = out;
        this.figures = figures;
        this.form = figures.form();
        this.appendix = appendix;
        this.formulas = formulas;
        this.rules = rules;
    }

    void write(String unitName) {
        out.title(
                appendix.code() + ". " + appendix.title(),
                unitName + (appendix.note() == null ? "" : ". " + appendix.note()));
        head();
        for (int i = 0; i < appendix.indicators().size(); i++) {
            row(Layout.FIRST_ROW + i, appendix.indicators().get(i));
        }
        conditions();
        out.sheet.createFreezePane(Layout.FIRST_YEAR, Layout.FIRST_ROW);
        out.print(Layout.HEAD_ROW, lastColumn());
        out.protect();
    }

    private int lastColumn() {
        return Layout.FIRST_YEAR + appendix.years().size();
    }

    private void head() {
        int row = Layout.HEAD_ROW;
        out.text(row, Layout.CODE_COLUMN, Layout.CODE, Look.HEAD);
        out.text(row, Layout.NO_COLUMN, "TT", Look.HEAD);
        out.text(row, Layout.NAME_COLUMN, "Chỉ tiêu", Look.HEAD);
        out.text(row, Layout.UNIT_COLUMN, "Đơn vị tính", Look.HEAD);
        int column = Layout.FIRST_YEAR;
        for (Column year : appendix.years()) {
            out.text(row, column, year.label(), Look.HEAD);
            out.sheet.setColumnWidth(column++, 11 * 256);
        }
        out.text(row, column, periodLabel(), Look.HEAD);
        out.sheet.setColumnWidth(column, 12 * 256);
        out.sheet.setColumnWidth(Layout.CODE_COLUMN, 15 * 256);
        out.sheet.setColumnWidth(Layout.NO_COLUMN, 5 * 256);
        out.sheet.setColumnWidth(Layout.NAME_COLUMN, 42 * 256);
        out.sheet.setColumnWidth(Layout.UNIT_COLUMN, 13 * 256);
    }

    private String periodLabel() {
        return appendix.columns().stream()
                .filter(Column::computed)
                .map(Column::label)
                .findFirst()
                .orElse("");
    }

    private void row(int row, Indicator indicator) {
        out.text(row, Layout.CODE_COLUMN, indicator.code(), Look.CODE);
        out.text(row, Layout.NO_COLUMN, indicator.no(), Look.LABEL);
        out.text(row, Layout.NAME_COLUMN, indicator.name(), Look.LABEL);
        out.text(row, Layout.UNIT_COLUMN, indicator.unit(), Look.LABEL);
        List<Integer> years = appendix.yearNumbers();
        for (int i = 0; i < years.size(); i++) {
            year(row, Layout.FIRST_YEAR + i, indicator, years.get(i));
        }
        out.fit(row, Layout.NAME_COLUMN, indicator.name());
        out.fit(row, Layout.UNIT_COLUMN, indicator.unit());
        formula(out.cell(row, lastColumn(), numbers(indicator, Look.COMPUTED)), formulas.period(indicator));
        if (!indicator.computed()) {
            validation(row, indicator);
        }
    }

    private void year(int row, int column, Indicator indicator, int year) {
        if (indicator.computed()) {
            formula(out.cell(row, column, numbers(indicator, Look.COMPUTED)), formulas.year(indicator, year));
        } else if (form.isClosed(indicator, year)) {
            out.text(row, column, "x", Look.CLOSED);
        } else if (indicator.isText()) {
            String words = figures.figures().get(indicator.code(), year);
            out.text(row, column, words == null ? "" : words, Look.INPUT);
            out.fit(row, column, words == null ? "" : words);
        } else {
            value(out.cell(row, column, numbers(indicator, Look.INPUT)), indicator, year);
        }
    }

    private void value(XSSFCell cell, Indicator indicator, int year) {
        FigureValue value = FigureValue.parse(indicator, figures.figures().get(indicator.code(), year));
        if (value instanceof FigureValue.Amount amount) {
            out.number(cell, amount.number());
        } else if (value != null) {
            cell.setCellValue(value.canonical());
        }
    }

    private static void formula(XSSFCell cell, @Nullable String formula) {
        if (formula != null) {
            cell.setCellFormula(formula);
        }
    }

    private XSSFCellStyle numbers(Indicator indicator, Look look) {
        return indicator.isText() ? out.styles.text(look) : out.styles.number(look, indicator.fractionDigits());
    }

    /** A number of the indicator's kind, or a mark; what stands by itself in a blank cell is told when it is entered. */
    private void validation(int row, Indicator indicator) {
        DataValidationHelper helper = out.sheet.getDataValidationHelper();
        String cell = SheetCells.address(row, Layout.FIRST_YEAR);
        CellRangeAddressList cells = new CellRangeAddressList(row, row, Layout.FIRST_YEAR, lastColumn() - 1);
        DataValidation validation = helper.createValidation(
                indicator.isText()
                        ? helper.createCustomConstraint("LEN(" + cell + ")<=" + FigureValue.MAX_TEXT)
                        : helper.createCustomConstraint("OR(AND(ISNUMBER(" + cell + "),"
                                + (mayBeNegative(indicator) ? "" : cell + ">=0,") + "ROUND(" + cell + ","
                                + indicator.fractionDigits() + ")=" + cell + ")," + mark(cell) + ")"),
                cells);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox("Chưa đúng", indicator.isText() ? "Nội dung dài quá 2.000 ký tự." : error(indicator));
        String prompt = prompt(indicator);
        if (!prompt.isEmpty()) {
            validation.setShowPromptBox(true);
            validation.createPromptBox(indicator.no() + ". " + cut(indicator.name()), prompt);
        }
        out.sheet.addValidationData(validation);
    }

    private static String mark(String cell) {
        return "EXACT(" + cell + ",\"-\")," + cell + "=\"...\"," + cell + "=\"…\"," + cell + "=\"x\"";
    }

    private String error(Indicator indicator) {
        return "Ô này nhận số%s%s (đơn vị tính: %s), hoặc ký hiệu: - (không phát sinh), ... (không có số liệu), x (không áp dụng)."
                .formatted(
                        indicator.fractionDigits() == 0 ? " nguyên" : "",
                        (mayBeNegative(indicator) ? "" : " không âm")
                                + (indicator.fractionDigits() == 0
                                        ? ""
                                        : ", tối đa %d chữ số thập phân".formatted(indicator.fractionDigits())),
                        cut(indicator.unit()));
    }

    /** Whether no rule of the campaign forbids it. */
    private boolean mayBeNegative(Indicator indicator) {
        return rules.stream()
                .filter(rule -> rule.kind().equals("non_negative") && rule.indicators() != null)
                .noneMatch(rule -> names(rule.indicators(), indicator));
    }

    private static boolean names(@Nullable JsonNode indicators, Indicator indicator) {
        if (indicators == null || indicators.isTextual()) {
            // Every selector that such a rule can sensibly have takes in all numbers.
            return indicators != null;
        }
        return indicators.valueStream().anyMatch(code -> code.asText().equals(indicator.code()));
    }

    private String prompt(Indicator indicator) {
        Indicator.LeafValue otherwise = form.defaultOf(indicator);
        if (otherwise == null) {
            return "";
        }
        if (otherwise.constant() != null) {
            return "Để trống thì hệ thống lấy %s."
                    .formatted(otherwise.constant().toPlainString());
        }
        Indicator copied = otherwise.copy() == null ? null : form.indicator(otherwise.copy());
        return copied == null ? "" : "Để trống thì hệ thống lấy số của dòng %s.".formatted(copied.no());
    }

    private static String cut(String text) {
        return text.length() <= 28 ? text : text.substring(0, text.offsetByCodePoints(0, 25)) + "…";
    }

    private void conditions() {
        for (int i = 0; i < appendix.indicators().size(); i++) {
            Indicator indicator = appendix.indicators().get(i);
            if (!indicator.computed() && !indicator.isText()) {
                partAboveWhole(Layout.FIRST_ROW + i, indicator);
                blank(Layout.FIRST_ROW + i, indicator);
            }
        }
    }

    private void partAboveWhole(int row, Indicator indicator) {
        String whole = indicator.breakdownOf() == null
                ? ""
                : formulas.at(indicator.breakdownOf(), appendix.yearNumbers().get(0), appendix.code());
        if (!whole.isEmpty()) {
            String part = SheetCells.address(row, Layout.FIRST_YEAR);
            condition(row, "AND(ISNUMBER(" + part + "),ISNUMBER(" + whole + ")," + part + ">" + whole + ")", RED);
        }
    }

    private void blank(int row, Indicator indicator) {
        boolean filledByItself = form.defaultOf(indicator) != null;
        if (indicator.required() && !filledByItself) {
            condition(row, "LEN(TRIM(" + SheetCells.address(row, Layout.FIRST_YEAR) + "))=0", AMBER);
        }
    }

    private void condition(int row, String formula, int color) {
        SheetConditionalFormatting conditions = out.sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = conditions.createConditionalFormattingRule(formula);
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(new XSSFColor(Styles.rgb(color), null));
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        conditions.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(row, row, Layout.FIRST_YEAR, lastColumn() - 1)}, rule);
    }
}
