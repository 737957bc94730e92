package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.tongket.workbook.Reading.Content;

/** The template, opened again. */
class WorkbookTemplateTests {

    @Test
    void holdsTheDraftSoThatReadingItBackChangesNothing() throws IOException {
        Content draft = Samples.full();
        byte[] bytes = Samples.template(draft);
        String keep = System.getenv("KEEP");
        if (keep != null) {
            Files.write(Path.of(keep), bytes);
        }

        Reading reading = Samples.read(bytes);

        assertThat(reading.remarks()).isEmpty();
        assertThat(reading.content().figures()).isEqualTo(Samples.withBlanks(draft.figures()));
        assertThat(reading.content().lists()).isEqualTo(draft.lists());
        assertThat(reading.base()).isEqualTo(new Content(Map.of(), draft.figures(), draft.lists()));
        assertThat(Comparison.of(Samples.FORM, reading, draft)).isEmpty();
    }

    @Test
    void locksEverythingButTheCellsToFillIn() throws IOException {
        try (XSSFWorkbook workbook = open(Samples.template(Content.NOTHING))) {
            Sheet sheet = workbook.getSheet("PL01");
            List<String> open = new ArrayList<>();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (!cell.getCellStyle().getLocked()) {
                        open.add(cell.getAddress().formatAsString());
                    }
                }
            }

            assertThat(sheet.getProtect()).isTrue();
            // 16 rows that are typed, 10 years; the ratio in row 20 is computed.
            assertThat(open).hasSize(160).contains("E5", "N21").doesNotContain("A5", "E20", "O5");
        }
    }

    @Test
    void writesNoTextOfAUnitAsAFormula() throws IOException {
        try (XSSFWorkbook workbook = open(Samples.template(Samples.full()))) {
            List<String> formulas = new ArrayList<>();
            List<String> unquoted = new ArrayList<>();
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.FORMULA
                        && sheet.getSheetName().startsWith("LF")) {
                    formulas.add(cell.getCellFormula());
                }
                if (cell.getCellType() == CellType.STRING
                        && SheetWriter.startsLikeFormula(cell.getStringCellValue())
                        && !cell.getStringCellValue().startsWith("...")
                        && !cell.getCellStyle().getQuotePrefixed()) {
                    unquoted.add(sheet.getSheetName() + "!" + cell.getAddress());
                }
            })));

            assertThat(formulas).isEmpty();
            assertThat(unquoted).isEmpty();
            assertThat(workbook.getSheet("LF03").getRow(4).getCell(3).getStringCellValue())
                    .isEqualTo("=1+1");
        }
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
