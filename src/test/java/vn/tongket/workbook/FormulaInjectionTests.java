package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.ListForm;
import vn.tongket.statistics.Indicator;
import vn.tongket.workbook.Reading.Content;

/** Texts that Excel would calculate, wherever a unit can have them in the workbooks that go out: there they stay texts. */
class FormulaInjectionTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://a.invalid\")",
                "+cmd|'/c calc'!A0",
                "-1+1",
                "@SUM(1)",
                "\t=1+1",
                "\r=1+1",
                "==",
                "=1+1\n\n- hai"
            })
    void staysATextInTheTemplate(String text) throws IOException {
        byte[] template = WorkbookTemplate.of(
                Samples.EXPECTED, new WorkbookTemplate.Words(text, text, text, text), draftOf(text));

        try (XSSFWorkbook workbook = open(template);
                XSSFWorkbook sound = open(Samples.template(Content.NOTHING))) {
            assertThat(formulas(workbook)).isNotEmpty().isEqualTo(formulas(sound));
            List<String> places = placesOf(text, workbook);
            assertThat(places).contains("Hướng dẫn!A1", "Hướng dẫn!A2").hasSize(2 + textCells() + listCells());
        }
        assertThat(Samples.read(template).content().lists())
                .isEqualTo(draftOf(text.strip()).lists());
    }

    /** The unit's text is in a cell with a fault, in the fault's sentence, and in the name of a sheet. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1 người", "-1+1 người", "@SUM(1)"})
    void staysATextInTheMarkedWorkbook(String text) throws IOException {
        byte[] uploaded = Damage.edit(Samples.template(draftOf(text)), workbook -> {
            Damage.text(workbook, "PL01!E5", text);
            workbook.createSheet(text).createRow(0).createCell(0).setCellValue(text);
        });
        Reading reading = Samples.read(uploaded);
        List<Remark> remarks = new ArrayList<>(reading.remarks());
        remarks.add(Remark.fault(text, "A1", "PL01", text));
        remarks.add(Remark.fault("PL01", "F5", "PL01", text));
        Path file = Files.write(directory.resolve("uploaded.xlsx"), uploaded);

        byte[] marked = MarkedWorkbook.of(file, remarks);

        try (XSSFWorkbook workbook = open(marked);
                XSSFWorkbook sound = open(Samples.template(Content.NOTHING))) {
            assertThat(remarks).extracting(Remark::sheet).contains(text);
            assertThat(formulas(workbook)).isEqualTo(formulas(sound));
            assertThat(Damage.at(workbook, "PL01!F5")
                            .getCellComment()
                            .getString()
                            .getString())
                    .isEqualTo(text);
            assertThat(quotedIn(workbook, Layout.FAULTS, text)).isNotEmpty().doesNotContain(false);
            workbook.getSheet(Layout.FAULTS)
                    .getHyperlinkList()
                    .forEach(link ->
                            assertThat(link.getAddress()).startsWith("'").contains("'!"));
        }
        Damage.unzip(marked).forEach((part, bytes) -> {
            if (part.endsWith(".rels")) {
                assertThat(new String(bytes, StandardCharsets.UTF_8)).as(part).doesNotContain("External");
            }
        });
    }

    /** That text in each row of texts and in each column of texts of each list. */
    private static Content draftOf(String text) {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (Indicator row : Samples.FORM.figures().indicators()) {
            for (int year : Samples.FORM.figures().years(row.code())) {
                if (row.isText() && !Samples.FORM.figures().isClosed(row, year)) {
                    figures.computeIfAbsent(row.code(), code -> new TreeMap<>()).put(String.valueOf(year), text);
                }
            }
        }
        Map<String, List<Map<String, Object>>> lists = new TreeMap<>();
        for (ListForm list : Samples.FORM.lists()) {
            Map<String, Object> row = new LinkedHashMap<>(Samples.rows(list, 1).get(0));
            list.columns().stream()
                    .filter(FormulaInjectionTests::isText)
                    .forEach(column -> row.put(column.key(), text));
            lists.put(list.code(), List.of(row));
        }
        return new Content(Map.of(), figures, lists);
    }

    private static boolean isText(ListColumn column) {
        return !List.of("int", "decimal", "date", "bool", "enum", "file").contains(column.type());
    }

    private static int textCells() {
        return draftOf("=").figures().values().stream().mapToInt(Map::size).sum();
    }

    private static int listCells() {
        return Samples.FORM.lists().stream()
                .mapToInt(list -> (int) list.columns().stream()
                        .filter(FormulaInjectionTests::isText)
                        .count())
                .sum();
    }

    /** Where it stands, each time as a text that stays one when it is edited. */
    private static List<String> placesOf(String text, XSSFWorkbook workbook) {
        List<String> places = new ArrayList<>();
        each(workbook, (sheet, cell) -> {
            if (cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)) {
                assertThat(cell.getCellStyle().getQuotePrefixed())
                        .as(sheet + cell)
                        .isTrue();
                places.add(sheet + "!" + cell.getAddress());
            }
        });
        return places;
    }

    private static List<Boolean> quotedIn(XSSFWorkbook workbook, String name, String text) {
        List<Boolean> quoted = new ArrayList<>();
        each(workbook, (sheet, cell) -> {
            if (sheet.equals(name)
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)) {
                quoted.add(cell.getCellStyle().getQuotePrefixed());
            }
        });
        return quoted;
    }

    private static Map<String, String> formulas(XSSFWorkbook workbook) {
        Map<String, String> formulas = new TreeMap<>();
        each(workbook, (sheet, cell) -> {
            if (cell.getCellType() == CellType.FORMULA) {
                formulas.put(sheet + "!" + cell.getAddress(), cell.getCellFormula());
            }
        });
        return formulas;
    }

    private static void each(XSSFWorkbook workbook, BiConsumer<String, XSSFCell> visit) {
        workbook.forEach(sheet ->
                sheet.forEach(row -> row.forEach(cell -> visit.accept(sheet.getSheetName(), (XSSFCell) cell))));
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
