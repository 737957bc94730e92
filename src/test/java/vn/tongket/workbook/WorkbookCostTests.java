package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tongket.report.ReportContent;
import vn.tongket.report.ReportView;
import vn.tongket.statistics.Finding;

/**
 * What a full workbook costs in processor time of the working thread, beside POI that opens the same file and looks at
 * each cell: both in turns in one JVM, after some turns that do not count. Storing file and reading is left out, as it is
 * on the other side.
 */
class WorkbookCostTests {

    private static final int WARM_UP = 15;
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
        Path file = Files.write(directory.resolve("full.xlsx"), Samples.template(Samples.full()));
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
        Reading reading = UploadWorker.read(FileSort.of(file), file, Samples.EXPECTED, List.of(new WorkbookReading()));
        List<Difference> differences = Comparison.of(Samples.FORM, reading, Reading.Content.NOTHING);
        List<Finding> broken =
                UploadChange.everything(EMPTY, reading, differences).broken();
        assertThat(reading.remarks()).isEmpty();
        assertThat(differences).hasSizeGreaterThan(1000);
        assertThat(broken).isNotEmpty();
        return differences.size() + broken.size();
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
