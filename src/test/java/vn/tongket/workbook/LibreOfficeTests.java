package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.PeriodFigure;
import vn.tongket.workbook.Reading.Content;

/** The template in another program than ours: filled in, computed and saved by LibreOffice. */
@EnabledIf("vn.tongket.workbook.LibreOffice#isThere")
class LibreOfficeTests {

    @Test
    void readsBackEveryValueThatLibreOfficeSavedInAnEmptyTemplate() {
        Content draft = Samples.full();

        byte[] saved = LibreOffice.fill(Samples.template(Content.NOTHING), typed(draft));
        Reading reading = Samples.read(saved);

        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.content().figures()).isEqualTo(Samples.withBlanks(draft.figures()));
        assertThat(reading.content().lists()).isEqualTo(draft.lists());
        assertThat(reading.base()).isEqualTo(Content.NOTHING);
    }

    /** Each computed cell, and each period, against what the system computes; texts that look like formulas stay texts. */
    @Test
    void computesInExcelWhatTheSystemComputesAndNoUnitsText() throws IOException {
        Content draft = Samples.full();
        byte[] saved = LibreOffice.convert(Samples.template(draft), "xlsx", "xlsx");
        FigureSheet figures = Samples.FORM.figures().sheet(Figures.of(draft.figures()));
        Map<String, String> differences = new LinkedHashMap<>();
        int compared = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
            for (Appendix appendix : Samples.FORM.figures().appendices()) {
                for (int i = 0; i < appendix.indicators().size(); i++) {
                    Indicator row = appendix.indicators().get(i);
                    var cells = workbook.getSheet(appendix.code()).getRow(Layout.FIRST_ROW + i);
                    for (int year = 0; year < appendix.yearNumbers().size(); year++) {
                        var cell = cells.getCell(Layout.FIRST_YEAR + year);
                        if (row.computed() && cell.getCellType() == CellType.FORMULA) {
                            String wanted = figures.cell(
                                            row.code(), appendix.yearNumbers().get(year))
                                    .show(row.fractionDigits());
                            compared++;
                            differ(differences, cell, shown(cell, row), wanted);
                        }
                    }
                    var period = cells.getCell(
                            Layout.FIRST_YEAR + appendix.yearNumbers().size());
                    PeriodFigure wanted = figures.period(row.code());
                    if (wanted != null && wanted.cell().number() != null && period.getCellType() == CellType.FORMULA) {
                        compared++;
                        differ(
                                differences,
                                period,
                                shown(period, row),
                                wanted.cell().show(row.fractionDigits()));
                    }
                }
            }
            assertThat(workbook.getSheet("LF03").getRow(4).getCell(3).getStringCellValue())
                    .isEqualTo("=1+1");
            assertThat(workbook.getSheet("LF03").getRow(4).getCell(3).getCellType())
                    .isEqualTo(CellType.STRING);
            assertThat(workbook.getSheet("PL01").getRow(20).getCell(5).getStringCellValue())
                    .startsWith("=Biến động");
        }

        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(150);
    }

    private static void differ(
            Map<String, String> differences, org.apache.poi.ss.usermodel.Cell cell, String shown, String wanted) {
        if (!shown.equals(wanted)) {
            differences.put(
                    cell.getSheet().getSheetName() + "!" + cell.getAddress(),
                    shown + ", not " + wanted + ": " + cell.getCellFormula());
        }
    }

    private static String shown(org.apache.poi.ss.usermodel.Cell cell, Indicator row) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC ->
                vn.tongket.statistics.FigureValue.show(
                        new BigDecimal(cell.getNumericCellValue()).round(new java.math.MathContext(15)),
                        row.fractionDigits());
            case STRING -> cell.getStringCellValue();
            default -> cell.getCachedFormulaResultType().name();
        };
    }

    /** Where a person would type them, as a person would. */
    static Map<String, Object> typed(Content draft) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Appendix appendix : Samples.FORM.figures().appendices()) {
            for (int i = 0; i < appendix.indicators().size(); i++) {
                Indicator row = appendix.indicators().get(i);
                Map<String, String> cells = draft.figures().getOrDefault(row.code(), Map.of());
                for (int year = 0; year < appendix.yearNumbers().size(); year++) {
                    String value =
                            cells.get(String.valueOf(appendix.yearNumbers().get(year)));
                    if (value != null) {
                        values.put(
                                appendix.code() + "!"
                                        + SheetCells.address(Layout.FIRST_ROW + i, Layout.FIRST_YEAR + year),
                                value.matches("-?[0-9.]*[0-9]") ? new BigDecimal(value) : value);
                    }
                }
            }
        }
        for (ListForm list : Samples.FORM.lists()) {
            List<Map<String, Object>> rows = draft.lists().get(list.code());
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < list.columns().size(); column++) {
                    Object value = rows.get(i).get(list.columns().get(column).key());
                    if (value != null) {
                        values.put(
                                list.code() + "!" + SheetCells.address(Layout.FIRST_ROW + i, column + 1),
                                typed(list.columns().get(column), value));
                    }
                }
            }
        }
        return values;
    }

    private static Object typed(ListColumn column, Object value) {
        return switch (column.type()) {
            case "int", "decimal" -> new BigDecimal(value.toString());
            case "date" -> LocalDate.parse(value.toString());
            case "bool" -> Boolean.TRUE.equals(value) ? "Có" : "Không";
            default -> value;
        };
    }
}
