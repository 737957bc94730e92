package vn.tongket.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.Vietnamese;

/** The annex that says who has reported and when: the required unions, then the coordinated ones. */
final class StatusTable {

    private static final double[] WIDTHS = {11, 125, 34, 23, 23, 25, 16};
    private static final String[] HEADS = {
        "STT", "Đơn vị", "Số, ký hiệu báo cáo", "Ngày ký", "Ngày nhận", "Tình trạng", "Số lần trả lại"
    };
    private static final int SIZE = 11;

    private StatusTable() {}

    static void write(WordFile file, Coverage coverage, List<StatusRow> required, List<StatusRow> coordinated) {
        Grid grid = Grid.ruled(file, WIDTHS);
        Grid.Row head = grid.head();
        for (String text : HEADS) {
            head.cell(Style.CELL_HEAD, text).middle().size(SIZE);
        }
        block(grid, "A. Công đoàn trực thuộc", required);
        total(grid, required, coverage.received());
        if (!coordinated.isEmpty()) {
            block(grid, "B. Công đoàn phối hợp chỉ đạo", coordinated);
            total(grid, coordinated, coverage.coordinatedReceived());
        }
    }

    private static void block(Grid grid, String heading, List<StatusRow> rows) {
        Grid.Cell cell =
                grid.row().span(WIDTHS.length, Style.CELL_TOTAL, heading).size(SIZE);
        cell.first().setKeepNext(true);
        for (int i = 0; i < rows.size(); i++) {
            row(grid.row(), rows.get(i), i == rows.size() - 1);
        }
    }

    /** The last row of a block stays on one page with its total. */
    private static void row(Grid.Row row, StatusRow status, boolean last) {
        Grid.Cell position = row.cell(Style.CELL_CENTRE, String.valueOf(status.position()));
        position.middle().size(SIZE).first().setKeepNext(last);
        row.cell(Style.CELL_TEXT, status.unitName()).middle().size(SIZE);
        row.cell(Style.CELL_CENTRE, status.number() == null ? "" : status.number())
                .middle()
                .size(SIZE);
        row.cell(Style.CELL_CENTRE, day(status.signedOn())).middle().size(SIZE);
        row.cell(
                        Style.CELL_CENTRE,
                        day(
                                status.receivedAt() == null
                                        ? null
                                        : status.receivedAt().toLocalDate()))
                .middle()
                .size(SIZE);
        row.cell(Style.CELL_CENTRE, status.status()).middle().size(SIZE);
        row.cell(Style.CELL_CENTRE, String.valueOf(status.returns())).middle().size(SIZE);
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : Vietnamese.day(date);
    }

    private static void total(Grid grid, List<StatusRow> rows, int received) {
        Grid.Row row = grid.row();
        String text = "Cộng: %d đơn vị; đã gửi báo cáo: %d".formatted(rows.size(), received);
        row.span(WIDTHS.length - 1, Style.CELL_TOTAL, text).size(SIZE);
        int returns = rows.stream().mapToInt(StatusRow::returns).sum();
        row.cell(Style.CELL_HEAD, String.valueOf(returns)).size(SIZE);
    }
}
