package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;
import vn.tongket.rollup.UnitRows;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Appendix.Column;
import vn.tongket.statistics.Indicator;

/**
 * Where things stand in the workbook of totals; rows and columns from 0. Each appendix has a sheet of totals, and sheets
 * of units: below each of its rows a block of all units, the years in the same columns as in the totals. Units go
 * downward, for a sheet takes 1,048,576 rows and only 16,384 columns.
 */
final class RollUpPlaces {

    static final String COVER = "Trang đầu";

    static final int HEAD_ROW = 3;

    /** In a sheet of totals, how much of each year was counted; in a sheet of units the first block. */
    static final int FIRST_ROW = 4;

    static final int FIRST_YEAR = 4;

    private static final int MAX_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();

    /** In this workbook, and in any other: the name of a sheet. */
    private static final int LONGEST_NAME = 31;

    /**
     * The units' values of a row, or what its mean is weighed with.
     *
     * @param head the row above the first unit
     * @param here how many lines below it add to the totals: one is there even when no unit is
     * @param all them, and those behind them that count elsewhere
     */
    record Block(String sheet, int head, int here, int all) {

        int first() {
            return head + 1;
        }

        int last() {
            return head + all;
        }
    }

    /** One row of an appendix: where its total stands, and its units. */
    record Place(
            Appendix appendix,
            Indicator row,
            String sheet,
            int line,
            Block units,
            @Nullable Block weights) {}

    private final UnitRows.Count count;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, List<String>> unitSheets = new HashMap<>();
    private final Map<String, String> totalSheets = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private RollUpPlaces(UnitRows.Count count) {
        this.count = count;
    }

    /** Refused when one block of units does not fit into a sheet. */
    static RollUpPlaces of(List<Appendix> appendices, UnitRows.Count count) {
        int most = MAX_ROWS - FIRST_ROW - 1;
        if (count.here() + count.elsewhere() > most) {
            throw DomainException.refused(
                    "Một trang tính Excel chứa được nhiều nhất %s đơn vị; chiến dịch này có %s. Đồng chí lấy số liệu qua API."
                            .formatted(Vietnamese.count(most), Vietnamese.count(count.here() + count.elsewhere())));
        }
        RollUpPlaces all = new RollUpPlaces(count);
        all.name(COVER, "");
        appendices.forEach(appendix -> all.totalSheets.put(appendix.code(), all.name(appendix.code(), "")));
        appendices.forEach(all::place);
        return all;
    }

    private void place(Appendix appendix) {
        List<String> sheets = new ArrayList<>();
        unitSheets.put(appendix.code(), sheets);
        int here = Math.max(1, count.here());
        int height = 1 + here + count.elsewhere();
        int next = MAX_ROWS;
        for (int i = 0; i < appendix.indicators().size(); i++) {
            Indicator row = appendix.indicators().get(i);
            Block units = null;
            Block weights = null;
            for (boolean second :
                    row.unitAgg().op().equals("weighted_mean") ? new boolean[] {false, true} : new boolean[] {false}) {
                if (next + height > MAX_ROWS) {
                    sheets.add(name(appendix.code(), sheets.isEmpty() ? " đơn vị" : " đơn vị " + (sheets.size() + 1)));
                    next = FIRST_ROW;
                }
                Block block = new Block(sheets.get(sheets.size() - 1), next, here, height - 1);
                units = second ? units : block;
                weights = second ? block : null;
                next += height;
            }
            places.put(
                    row.code(),
                    new Place(
                            appendix,
                            row,
                            totals(appendix),
                            FIRST_ROW + 1 + i,
                            Objects.requireNonNull(units),
                            weights));
        }
    }

    /** A name that Excel takes and no other sheet has. */
    private String name(String code, String end) {
        String safe = WorkbookUtil.createSafeSheetName(code, '_');
        for (int i = 1; ; i++) {
            String tail = (i == 1 ? "" : "_" + i) + end;
            String name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - tail.length())) + tail;
            if (names.add(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
    }

    /** Of a row of the campaign; null for any other code. */
    @Nullable
    Place place(@Nullable String row) {
        return row == null ? null : places.get(row);
    }

    Place place(Indicator row) {
        return Objects.requireNonNull(places.get(row.code()));
    }

    String totals(Appendix appendix) {
        return Objects.requireNonNull(totalSheets.get(appendix.code()));
    }

    List<String> units(Appendix appendix) {
        return Objects.requireNonNull(unitSheets.get(appendix.code()));
    }

    /** The years first, then the period: so that a row's years stand side by side. */
    static List<Column> columns(Appendix appendix) {
        List<Column> columns = new ArrayList<>(appendix.years());
        appendix.columns().stream().filter(column -> column.year() == null).forEach(columns::add);
        return columns;
    }

    /** The column of a year, -1 when the appendix has none. */
    static int column(Appendix appendix, int year) {
        int index = appendix.yearNumbers().indexOf(year);
        return index < 0 ? -1 : FIRST_YEAR + index;
    }

    static String cell(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    /** {@code 'PL01 đơn vị'!}, empty for the sheet itself. */
    static String on(String sheet, String from) {
        return sheet.equals(from) ? "" : "'" + sheet.replace("'", "''") + "'!";
    }
}
