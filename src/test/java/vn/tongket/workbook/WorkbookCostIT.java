package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tongket.report.ReportContent;
import vn.tongket.report.ReportView;
import vn.tongket.statistics.Finding;

/**
 * What a full workbook costs in processor time of the working thread, beside POI that opens the same file and looks at
 * each cell: both in turns in one JVM, after some turns that do not count. Storing file and reading is left out, as it is
 * on the other side. In a JVM that ran all other tests, whose spoilt and hostile files lead the compiler elsewhere, the
 * same work took up to 2.3 times.
 */
@Tag("own-jvm")
class WorkbookCostIT {

    private static final int WARM_UP = 40;
    private static final int TURNS = 21;
    /** An empty draft; whose it is does not matter here. */
    private static final ReportView EMPTY = new ReportView(
            null,
            null,
            null,
            null,
            Samples.FORM,
            new ReportContent(Map.of(), Map.of(), Map.of(), Map.of(), List.of()),
            Map.of(),
            0,
            Optional.empty(),
            List.of());

    @TempDir
    private Path directory;

    private interface Work {
        int done() throws IOException, InvalidFormatException;
    }

    @Test
    void readingComparingAndCheckingTakeAtMostTwiceReadingWithPoi() throws Exception {
        Path file = Files.write(directory.resolve("full.xlsx"), filledIn());
        assertFull(file);
        int cells = withPoi(file);
        int findings = asAnUpload(file);
        long[] product = new long[TURNS];
        long[] poi = new long[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            long ours = nanos(() -> asAnUpload(file), findings);
            long theirs = nanos(() -> withPoi(file), cells);
            if (turn >= 0) {
                product[turn] = ours;
                poi[turn] = theirs;
            }
        }

        double ratio = (double) median(product) / median(poi);
        System.out.printf(
                "Upload and check %.1f ms, POI alone %.1f ms: %.2f times%n",
                median(product) / 1e6, median(poi) / 1e6, ratio);
        assertThat(ratio).isLessThanOrEqualTo(2);
    }

    /** Recognised, guarded, read, compared with an empty draft, checked as if all of it were taken. */
    private static int asAnUpload(Path file) {
        Reading reading = read(file);
        List<Difference> differences = compared(reading);
        return differences.size() + broken(reading, differences).size();
    }

    private static Reading read(Path file) {
        return UploadWorker.read(FileSort.of(file), file, Samples.EXPECTED, List.of(new WorkbookReading()));
    }

    private static List<Difference> compared(Reading reading) {
        return Comparison.of(Samples.FORM, reading, Reading.Content.NOTHING);
    }

    private static List<Finding> broken(Reading reading, List<Difference> differences) {
        return UploadChange.everything(EMPTY, reading, differences).broken();
    }

    /** All cells and rows are read without a remark, are new to the draft, and break rules. */
    private static void assertFull(Path file) {
        Reading reading = read(file);
        List<Difference> differences = compared(reading);
        assertThat(reading.remarks()).isEmpty();
        assertThat(differences)
                .hasSizeGreaterThan(1000)
                .allSatisfy(difference -> assertThat(difference.kind()).isEqualTo(Difference.Kind.FILE));
        assertThat(broken(reading, differences)).isNotEmpty();
    }

    /** An empty template with every value of a full one: all of it is new to the draft. */
    private static byte[] filledIn() throws IOException {
        try (XSSFWorkbook file = workbook(Reading.Content.NOTHING);
                XSSFWorkbook full = workbook(Samples.full());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (Sheet sheet : full) {
                int number = full.getSheetIndex(sheet);
                if (full.getSheetVisibility(number) == SheetVisibility.VISIBLE) {
                    sheet.forEach(row -> row.forEach(cell -> copy(cell, file.getSheetAt(number))));
                }
            }
            file.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static XSSFWorkbook workbook(Reading.Content draft) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Samples.template(draft)));
    }

    private static void copy(Cell from, Sheet sheet) {
        Cell to = CellUtil.getCell(CellUtil.getRow(from.getRowIndex(), sheet), from.getColumnIndex());
        switch (from.getCellType()) {
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case STRING -> to.setCellValue(from.getStringCellValue());
            case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
            default -> {}
        }
    }

    private static int withPoi(Path file) throws IOException, InvalidFormatException {
        int cells = 0;
        try (XSSFWorkbook workbook = new XSSFWorkbook(OPCPackage.open(file.toFile(), PackageAccess.READ))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cells += cell.getCellType().ordinal() + 1;
                    }
                }
            }
        }
        return cells;
    }

    private static long nanos(Work work, int expected) throws IOException, InvalidFormatException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int done = work.done();
        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(done).isEqualTo(expected);
        return after - before;
    }

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
