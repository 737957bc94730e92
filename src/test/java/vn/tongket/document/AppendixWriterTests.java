package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.tongket.document.AppendixWriter.Content;
import vn.tongket.statistics.AppliesTo;

class AppendixWriterTests {

    private static final Figures FIGURES = (indicator, column) -> switch (indicator.code()) {
        case "PL01.LD" -> column.year() == null ? "18.500" : "17." + column.year() % 1000;
        case "PL01.NU" -> "...";
        case "PL01.GC" -> "y2009".equals(column.key()) ? "Cổ phần hóa" : null;
        default -> null;
    };

    private final Opened blank = write(Figures.BLANK, ListRows.NONE);

    private static Opened write(Figures figures, ListRows rows) {
        return Opened.of(AppendixWriter.write(
                DocumentFixtures.ISSUED,
                "Kế hoạch",
                null,
                new Content(
                        List.of(DocumentFixtures.workforce()), List.of(DocumentFixtures.PROPOSALS), figures, rows)));
    }

    @Test
    void laysEachAnnexOnLyingPagesNumberedOfItsOwn() {
        assertThat(blank.texts(Style.ANNEX)).containsExactly("Phụ lục I", "Phụ lục II");
        assertThat(blank.sections()).hasSize(2).allSatisfy(section -> {
            assertThat(section.getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
            assertThat(section.getPgSz().getW().toString()).isEqualTo("16838");
        });
        assertThat(blank.sections().get(1).getPgNumType().getStart().intValue()).isEqualTo(1);
    }

    @Test
    void fitsTenYearsAndTheirTotalBetweenTheMargins() {
        assertThat(blank.row(0, 0))
                .containsExactly(
                        "TT",
                        "Nội dung",
                        "Đơn vị tính",
                        "2008",
                        "2009",
                        "2010",
                        "2011",
                        "2012",
                        "2013",
                        "2014",
                        "2015",
                        "2016",
                        "2017",
                        "10 năm");
        int width = blank.table(0).getCTTbl().getTblGrid().getGridColList().stream()
                .mapToInt(column -> Integer.parseInt(column.getW().toString()))
                .sum();
        assertThat(width).isBetween(14550, 14571);
    }

    @Test
    void repeatsTheHeadAndKeepsRowsWhole() {
        XWPFTable table = blank.table(0);

        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRow(1).isRepeatHeader()).isFalse();
        assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow());
    }

    @Test
    void greysWhatTheSoftwareComputesAndPrintsTheYearsThatDoNotApply() {
        assertThat(blank.row(0, 4).subList(3, 14)).containsExactly("x", "x", "x", "x", "x", "", "", "", "", "", "");
        assertThat(blank.table(0).getRow(3).getCell(3).getColor()).isEqualTo("E7E6E6");
        assertThat(blank.table(0).getRow(1).getCell(3).getColor()).isNull();
        assertThat(blank.table(0).getRow(1).getCell(13).getColor()).isEqualTo("E7E6E6");
    }

    @Test
    void explainsTheMarks() {
        assertThat(blank.texts(Style.NOTE).get(0))
                .startsWith("Ghi chú: Số có mặt tại ngày 31/12. Ký hiệu: “0”")
                .contains("“-”", "“...”", "“x”");
    }

    @Test
    void leavesALineForTheUnitsName() {
        assertThat(blank.texts(Style.FILL))
                .first()
                .asString()
                .startsWith("Đơn vị báo cáo:")
                .endsWith("Mã biểu: PL01");
    }

    @Test
    void leavesRowsToWriteInAListForm() {
        assertThat(blank.rows(1)).hasSize(9);
        assertThat(blank.row(1, 0))
                .containsExactly("TT", "Nội dung (*)", "Ngày (*)", "Mức", "Cấp nhận (*)", "Đồng ý (*)");
        assertThat(blank.texts(Style.NOTE).get(1))
                .isEqualTo("Cột “Cấp nhận” ghi một trong các giá trị: Bộ Xây dựng; Tổng Liên đoàn.");
    }

    @Test
    void showsFiguresAndTextsWhereTheyBelong() {
        Opened filled = write(FIGURES, ListRows.NONE);

        assertThat(filled.row(0, 1).subList(0, 5)).containsExactly("1", "Tổng số lao động", "người", "17.8", "17.9");
        assertThat(filled.row(0, 1).get(13)).isEqualTo("18.500");
        assertThat(filled.row(0, 2).get(3)).isEqualTo("...");
        assertThat(filled.row(0, 5)).containsExactly("4", "Giải thích", "người", "2009: Cổ phần hóa");
        assertThat(filled.row(1, 1)).containsExactly("Không phát sinh");
    }

    @Test
    void showsListRowsAsPeopleReadThem() {
        Map<String, String> row = Map.of(
                "noi_dung", "Nhà ở", "ngay", "2017-09-30", "muc", "1234.5", "cap", "Bộ Xây dựng", "dong_y", "true");

        assertThat(write(FIGURES, new ListRows(Map.of("LF03", List.of(row)))).row(1, 1))
                .containsExactly("1", "Nhà ở", "30/09/2017", "1.234,5", "Bộ Xây dựng", "Có");
    }

    @Test
    void putsMoreYearsThanFitIntoASecondTable() {
        Opened twenty = Opened.of(AppendixWriter.write(
                DocumentFixtures.ISSUED,
                "Kế hoạch",
                "Sông Đà",
                Content.blank(List.of(DocumentFixtures.appendix("PL01", AppliesTo.ALL, 1998, 2017)), List.of())));

        assertThat(twenty.texts(Style.ANNEX)).containsExactly("Phụ lục");
        assertThat(twenty.row(0, 0)).hasSize(15).endsWith("2009");
        assertThat(twenty.row(1, 0)).hasSize(12).endsWith("2017", "10 năm");
    }
}
