package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.Participants;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.SentReport;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.rollup.UnitValue;
import vn.tongket.rollup.UnitValues;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.FigureValue;
import vn.tongket.statistics.Indicator;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** The totals in Excel: LibreOffice calculates the file by itself, and finds what the system finds. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class RollUpWorkbookIT {

    private static final String CAMPAIGN = "TK.BANG-2017";
    private static final String PATH = "/api/campaigns/" + CAMPAIGN + "/rollup.xlsx";
    private static final String FORMULA = "=HYPERLINK(\"http://a.invalid\")";

    /** The random figures are the same in each run. */
    private static final long SEED = 20_2017;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private UnitValues units;

    private List<Appendix> appendices = List.of();
    private byte[] file = new byte[0];

    /** Of 52 units 45 have sent: whole reports with every mark, blanks and zeros, no matter what the rules say of them. */
    @BeforeAll
    void send() {
        IssuedCampaign.of(context, CAMPAIGN);
        appendices = campaigns.definition(CAMPAIGN).appendices();
        Random random = new Random(SEED);
        List<String> codes = context
                .getBean(Participants.class)
                .of(campaigns.campaign(CAMPAIGN).id())
                .stream()
                .map(participant -> participant.unitCode())
                .limit(45)
                .toList();
        assertThat(codes).hasSize(45);
        codes.forEach(unit -> SentReport.of(context, CAMPAIGN, unit, figures(random)));
        file = Person.loggedIn(port, "tuyengiao").bytes(PATH);
    }

    private Map<String, Map<String, String>> figures(Random random) {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        for (Appendix appendix : appendices) {
            for (Indicator row : appendix.indicators()) {
                if (!row.computed()) {
                    Map<String, String> years = new TreeMap<>();
                    appendix.yearNumbers().stream()
                            .filter(year -> !row.isBefore(year))
                            .forEach(year -> years.put(String.valueOf(year), value(row, random)));
                    years.values().removeIf(String::isEmpty);
                    figures.put(row.code(), years);
                }
            }
        }
        return figures;
    }

    private static String value(Indicator row, Random random) {
        if (row.isText()) {
            return FORMULA;
        }
        return switch (random.nextInt(12)) {
            case 0 -> "-";
            case 1 -> "...";
            case 2 -> "x";
            case 3 -> "";
            case 4 -> "0";
            default ->
                BigDecimal.valueOf(random.nextInt(10_000_000), row.fractionDigits())
                        .toPlainString();
        };
    }

    @Test
    @EnabledIf("vn.tongket.workbook.LibreOffice#isThere")
    void calculatesEveryTotalThatTheSystemHas() throws IOException {
        Totals totals = rollUps.of(CAMPAIGN);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        try (XSSFWorkbook workbook = calculated(change -> {})) {
            for (Appendix appendix : appendices) {
                for (Indicator row : appendix.indicators()) {
                    for (Column column : appendix.columns()) {
                        TotalCell total = totals.at(row, column);
                        Cell cell = total(workbook, appendix, row, column);
                        String wanted = total == null ? "" : total.cell().show(row.fractionDigits());
                        compared += total == null ? 0 : 1;
                        if (!shown(cell, row).equals(wanted)) {
                            differences.add(
                                    "%s %s: %s, not %s".formatted(row.code(), column.key(), shown(cell, row), wanted));
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        // All rows but the one of words, ten years; all but means have a period.
        assertThat(compared).isEqualTo(132 * 10 + 127);
    }

    /** What a program shows that does not calculate. */
    @Test
    void bringsTheTotalsAsTheyStandNow() throws IOException {
        Totals totals = rollUps.of(CAMPAIGN);
        try (XSSFWorkbook workbook = opened(file)) {
            for (Appendix appendix : appendices) {
                for (Indicator row : appendix.indicators()) {
                    for (Column column : appendix.columns()) {
                        TotalCell total = totals.at(row, column);
                        if (total != null) {
                            assertThat(shown(total(workbook, appendix, row, column), row))
                                    .as(row.code() + " " + column.key())
                                    .isEqualTo(total.cell().show(row.fractionDigits()));
                        }
                    }
                }
            }
        }
    }

    @Test
    void makesEveryTotalAFormula() throws IOException {
        try (XSSFWorkbook workbook = opened(file)) {
            for (Appendix appendix : appendices) {
                for (Indicator row : appendix.indicators()) {
                    for (Column column : appendix.columns()) {
                        boolean open = column.year() == null
                                ? !row.periodAgg().op().equals("none")
                                : !row.isBefore(column.year());
                        assertThat(total(workbook, appendix, row, column).getCellType() == CellType.FORMULA)
                                .as(row.code() + " " + column.key())
                                .isEqualTo(!row.isText() && open);
                    }
                }
            }
        }
    }

    @Test
    @EnabledIf("vn.tongket.workbook.LibreOffice#isThere")
    void followsAUnitsCell() throws IOException {
        BigDecimal before = amount(rollUps.of(CAMPAIGN).year("PL01.LD", 2016));
        try (XSSFWorkbook workbook = calculated(change -> {
            // The last unit has sent nothing.
            assertThat(unit(change, "PL01.LD", 51).getCellType()).isEqualTo(CellType.BLANK);
            unit(change, "PL01.LD", 51).setCellValue(1_000_000_000);
        })) {
            assertThat(number(workbook, "PL01.LD")).isEqualByComparingTo(before.add(new BigDecimal("1000000000")));
        }
    }

    /** Not each unit alike, nor with the weight's own total: 51 units of 100 workers at 40 years, one of 300 at 20. */
    @Test
    @EnabledIf("vn.tongket.workbook.LibreOffice#isThere")
    void weighsAMeanWithWhatTheUnitsCellsSay() throws IOException {
        try (XSSFWorkbook workbook = calculated(change -> {
            for (int i = 0; i < 52; i++) {
                unit(change, "PL01.TUOI_BQ", i).setCellValue(i == 7 ? 20 : 40);
                unit(change, "PL01.LD", i).setCellValue(i == 7 ? 300 : 100);
            }
            // Without its age a unit's workers weigh nothing.
            unit(change, "PL01.TUOI_BQ", 51).setCellValue("...");
        })) {
            assertThat(number(workbook, "PL01.LD")).isEqualByComparingTo("5400");
            // (50 × 100 × 40 + 300 × 20) / 5300
            assertThat(number(workbook, "PL01.TUOI_BQ").setScale(10, RoundingMode.HALF_UP))
                    .isEqualByComparingTo("38.8679245283");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PL01.LD", "PL01.TUOI_BQ", "PL01.TL_NU", "PL04.TN_MIN", "PL08.DANG_VIEN"})
    void showsEachUnitsOwnFigure(String code) throws IOException {
        List<UnitValue> values = units.of(CAMPAIGN, code, 2016);
        Indicator row = row(code);
        assertThat(values).hasSize(52);
        try (XSSFWorkbook workbook = opened(file)) {
            for (int i = 0; i < values.size(); i++) {
                UnitValue value = values.get(i);
                Cell cell = unit(workbook, code, i);
                assertThat(cell.getRow().getCell(1).getStringCellValue()).isEqualTo(value.unit());
                assertThat(cell.getRow().getCell(3).getStringCellValue())
                        .isEqualTo(value.version() == null ? "chưa có" : "lần 1");
                assertThat(shown(cell, row))
                        .as(value.unit())
                        .isEqualTo(value.cell() == null ? "" : value.cell().show(row.fractionDigits()));
            }
        }
    }

    @Test
    void saysOnHowManyUnitsATotalRestsAndWhyOneHasNoValue() throws IOException {
        TotalCell total = rollUps.of(CAMPAIGN).year("PL01.LD", 2016);
        try (XSSFWorkbook workbook = opened(file)) {
            Row head = workbook.getSheet("PL01").getRow(RollUpPlaces.HEAD_ROW);
            Row workers = workbook.getSheet("PL01").getRow(RollUpPlaces.FIRST_ROW + 1);
            int coverage = RollUpPlaces.FIRST_YEAR + 11 + 8;
            assertThat(head.getCell(coverage).getStringCellValue()).isEqualTo("Số đơn vị 2016");
            assertThat(workers.getCell(coverage).getStringCellValue())
                    .isEqualTo(total.reporting() + "/" + total.expected())
                    .endsWith("/" + (52 - total.notApplicable()));
            Row share = total(
                            workbook,
                            appendices.get(0),
                            row("PL01.TL_NU"),
                            appendices.get(0).columns().get(0))
                    .getRow();
            assertThat(share.getCell(RollUpPlaces.FIRST_YEAR + 22).getStringCellValue())
                    .contains("hai vế của tỷ lệ tính trên các đơn vị khác nhau");
            Row words = workbook.getSheet("PL01").getRow(RollUpPlaces.FIRST_ROW + 17);
            assertThat(words.getCell(RollUpPlaces.FIRST_YEAR + 22).getStringCellValue())
                    .isEqualTo("Ghi theo từng đơn vị, không cộng");
        }
    }

    @Test
    void leadsFromATotalToItsUnitsAndBack() throws IOException {
        try (XSSFWorkbook workbook = opened(file)) {
            Cell name =
                    workbook.getSheet("PL01").getRow(RollUpPlaces.FIRST_ROW + 2).getCell(2);
            assertThat(name.getHyperlink().getAddress()).isEqualTo("'PL01 đơn vị'!A58");
            Cell block = workbook.getSheet("PL01 đơn vị").getRow(57).getCell(2);
            assertThat(block.getStringCellValue()).startsWith(name.getStringCellValue() + " (");
            assertThat(block.getHyperlink().getAddress()).isEqualTo("'PL01'!A7");
        }
    }

    @Test
    void keepsAUnitsTextATextThatNeverCalculates() throws IOException {
        try (XSSFWorkbook workbook = opened(file)) {
            List<XSSFCell> found = new ArrayList<>();
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(FORMULA)) {
                    found.add((XSSFCell) cell);
                }
            })));
            assertThat(found)
                    .hasSize(45 * 10)
                    .allSatisfy(cell ->
                            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({"quansat, 200", "admin, 200", "truongban, 200", "songdacanbo, 403", "songdachutich, 403"})
    void isForTheIssuersPeople(String login, int status) {
        Person person = Person.loggedIn(port, login);

        assertThat(person.get(PATH).statusCode()).isEqualTo(status);
        assertThat(person.get("/campaigns/" + CAMPAIGN + "/rollup.xlsx").statusCode())
                .isEqualTo(status);
    }

    @Test
    void isHiddenFromStrangers() {
        assertThat(Person.stranger(port).get(PATH).statusCode()).isEqualTo(401);
        assertThat(Person.loggedIn(port, "tuyengiao")
                        .get("/api/campaigns/TK.KHONG-CO-2017/rollup.xlsx")
                        .statusCode())
                .isEqualTo(404);
    }

    /** After a change, by LibreOffice alone: what we had put into the formulas' cells is taken out. */
    private XSSFWorkbook calculated(Consumer<XSSFWorkbook> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = opened(file)) {
            change.accept(workbook);
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                if (cell.getCellType() == CellType.FORMULA
                        && ((XSSFCell) cell).getCTCell().isSetV()) {
                    ((XSSFCell) cell).getCTCell().unsetV();
                }
            })));
            workbook.write(bytes);
        }
        return opened(LibreOffice.convert(bytes.toByteArray(), "xlsx", "xlsx"));
    }

    private static XSSFWorkbook opened(byte[] bytes) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Indicator row(String code) {
        return appendices.stream()
                .flatMap(appendix -> appendix.indicators().stream())
                .filter(row -> row.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Cell total(XSSFWorkbook workbook, Appendix appendix, Indicator row, Column column) {
        int line = RollUpPlaces.FIRST_ROW + 1 + appendix.indicators().indexOf(row);
        return workbook.getSheet(appendix.code())
                .getRow(line)
                .getCell(RollUpPlaces.FIRST_YEAR + appendix.columns().indexOf(column));
    }

    /** The total of 2016. */
    private BigDecimal number(XSSFWorkbook workbook, String code) {
        Appendix appendix = appendices.get(0);
        Column year = appendix.columns().get(8);
        return new BigDecimal(total(workbook, appendix, row(code), year).getNumericCellValue(), new MathContext(15));
    }

    private static BigDecimal amount(TotalCell total) {
        return Objects.requireNonNull(total.cell().amount()).decimal();
    }

    /** A unit's cell of 2016, found by the link that leads from the total to its units. */
    private Cell unit(XSSFWorkbook workbook, String code, int number) {
        Appendix appendix = appendices.stream()
                .filter(one -> code.startsWith(one.code()))
                .findFirst()
                .orElseThrow();
        Cell name = total(workbook, appendix, row(code), appendix.columns().get(0))
                .getRow()
                .getCell(2);
        CellReference head = new CellReference(name.getHyperlink().getAddress());
        return Objects.requireNonNull(workbook.getSheet(head.getSheetName()))
                .getRow(head.getRow() + 1 + number)
                .getCell(RollUpPlaces.FIRST_YEAR + 8);
    }

    private static String shown(Cell cell, Indicator row) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                FigureValue.show(
                        new BigDecimal(cell.getNumericCellValue()).round(new MathContext(15)), row.fractionDigits());
            case STRING -> cell.getStringCellValue();
            case BLANK -> "";
            default -> type.name();
        };
    }
}
