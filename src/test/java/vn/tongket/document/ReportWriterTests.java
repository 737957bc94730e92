package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.tongket.document.AppendixWriter.Content;
import vn.tongket.document.ConsolidatedReportWriter.ConsolidatedReport;
import vn.tongket.document.UnitReportWriter.UnitReport;
import vn.tongket.statistics.AppliesTo;

class ReportWriterTests {

    private static final Map<String, String> TEXTS =
            Map.of("MD.1", "Đoạn một.\n\nĐoạn hai:\n- mục thứ nhất;\n- mục thứ hai.", "P1.I.2", "Riêng cấp trên.");

    private static Opened unitReport(String category) {
        return Opened.of(UnitReportWriter.write(new UnitReport(
                DocumentFixtures.UNIT,
                DocumentFixtures.SUBJECT,
                "Công đoàn Xây dựng Việt Nam",
                category,
                DocumentFixtures.OUTLINE,
                TEXTS,
                new Content(
                        List.of(
                                DocumentFixtures.workforce(),
                                DocumentFixtures.appendix("PL02", new AppliesTo(List.of("CDTCT")), 2008, 2017)),
                        List.of(DocumentFixtures.PROPOSALS),
                        (indicator, column) -> indicator.isText() ? null : "1.234",
                        ListRows.NONE),
                UnitReportWriter.chair("Trần Thị Ánh"),
                List.of("Như trên", "Lưu: VT"))));
    }

    @Test
    void standsUnderTheUnionThatAskedForIt() {
        Opened report = unitReport("CDTCT");

        assertThat(report.cell(0, 0, 0)).startsWith("CÔNG ĐOÀN XÂY DỰNG VIỆT NAM", "CÔNG ĐOÀN TỔNG CÔNG TY SÔNG ĐÀ");
        assertThat(report.row(0, 1)).containsExactly("Số: 05/BC-CĐSĐ", "Hà Nội, ngày 02 tháng 11 năm 2017");
        assertThat(report.texts(Style.ADDRESSEE)).containsExactly("Kính gửi: Công đoàn Xây dựng Việt Nam");
        assertThat(report.cell(1, 0, 1)).containsExactly("TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Trần Thị Ánh");
    }

    @Test
    void writesTextAsParagraphsAndListsUnderItsHeading() {
        assertThat(unitReport("CDTCT").body())
                .contains("1. Cách làm\nĐoạn một.\nĐoạn hai:\nmục thứ nhất;\nmục thứ hai.\nPhần thứ nhất\nKẾT QUẢ\n"
                        + "I. CHỈ ĐẠO\n1. Học tập\nKhông có nội dung báo cáo.\n2. Chỉ cấp trên\nRiêng cấp trên.\n"
                        + "Trên đây là báo cáo của Công đoàn Tổng công ty Sông Đà./.");
        assertThat(unitReport("CDTCT").texts(Style.ITEM)).containsExactly("mục thứ nhất;", "mục thứ hai.");
    }

    @Test
    void bringsItsFiguresOnLyingPagesBehindTheUprightText() {
        Opened report = unitReport("CDTCT");

        assertThat(report.sections())
                .extracting(section -> section.getPgSz().getOrient())
                .containsExactly(
                        STPageOrientation.PORTRAIT,
                        STPageOrientation.LANDSCAPE,
                        STPageOrientation.LANDSCAPE,
                        STPageOrientation.LANDSCAPE);
        assertThat(report.row(2, 1)).contains("1.234");
    }

    @Test
    void leavesOutWhatDoesNotApplyToTheUnion() {
        Opened report = unitReport("CDCS_TT");

        assertThat(report.body()).doesNotContain("Chỉ cấp trên", "Riêng cấp trên");
        assertThat(report.texts(Style.ANNEX)).containsExactly("Phụ lục I", "Phụ lục II");
        assertThat(report.sections()).hasSize(3);
    }

    private static List<StatusRow> rows(int count) {
        List<StatusRow> rows = new ArrayList<>();
        rows.add(new StatusRow(1, "Công đoàn Viện Kinh tế xây dựng", null, null, null, "Không gửi", 1));
        for (int i = 2; i <= count; i++) {
            rows.add(new StatusRow(
                    i,
                    "Công đoàn số " + i,
                    i + "/BC-CĐ",
                    LocalDate.of(2017, 11, 1),
                    LocalDateTime.of(2017, 11, 3, 23, 59),
                    "Đúng hạn",
                    0));
        }
        return rows;
    }

    private static Opened upward() {
        return Opened.of(ConsolidatedReportWriter.write(new ConsolidatedReport(
                DocumentFixtures.ISSUED,
                DocumentFixtures.SUBJECT,
                "Tổng Liên đoàn Lao động Việt Nam",
                new Coverage(
                        LocalDate.of(2017, 11, 15),
                        36,
                        35,
                        35,
                        0,
                        List.of("Công đoàn Viện Kinh tế xây dựng"),
                        16,
                        15,
                        50),
                DocumentFixtures.OUTLINE,
                TEXTS,
                rows(36),
                rows(16),
                DocumentFixtures.DEPUTY,
                List.of("Như trên", "Lưu: VT, TG"))));
    }

    @Test
    void tellsTheRecipientHowManyReported() {
        assertThat(upward().texts(Style.ADDRESSEE)).containsExactly("Kính gửi: Tổng Liên đoàn Lao động Việt Nam");
        assertThat(upward().texts(Style.BODY))
                .first()
                .isEqualTo(
                        "Đến ngày 15/11/2017, có 35/36 công đoàn trực thuộc gửi báo cáo, trong đó 35 đơn vị đúng hạn,"
                                + " 0 đơn vị muộn; 1 đơn vị chưa gửi gồm: Công đoàn Viện Kinh tế xây dựng. Ngoài ra, có 15/16"
                                + " công đoàn phối hợp chỉ đạo gửi báo cáo. Số liệu trong báo cáo được tổng hợp từ 50 đơn vị.");
    }

    @Test
    void saysSoWhenAllHaveReported() {
        Coverage all = new Coverage(LocalDate.of(2017, 11, 15), 36, 36, 31, 5, List.of(), 0, 0, 36);

        assertThat(all.sentence())
                .contains("31 đơn vị đúng hạn, 5 đơn vị muộn; không có đơn vị nào chưa gửi.")
                .doesNotContain("Ngoài ra");
    }

    @Test
    void listsEveryUnionInTwoBlocksWithTotals() {
        Opened report = upward();

        assertThat(report.texts(Style.ANNEX_TITLE)).containsExactly("TÌNH HÌNH GỬI BÁO CÁO");
        assertThat(report.rows(2)).hasSize(1 + (1 + 36 + 1) + (1 + 16 + 1));
        assertThat(report.row(2, 0))
                .containsExactly(
                        "STT", "Đơn vị", "Số, ký hiệu báo cáo", "Ngày ký", "Ngày nhận", "Tình trạng", "Số lần trả lại");
        assertThat(report.row(2, 1)).containsExactly("A. Công đoàn trực thuộc");
        assertThat(report.row(2, 2))
                .containsExactly("1", "Công đoàn Viện Kinh tế xây dựng", "", "", "", "Không gửi", "1");
        assertThat(report.row(2, 3))
                .containsExactly("2", "Công đoàn số 2", "2/BC-CĐ", "01/11/2017", "03/11/2017", "Đúng hạn", "0");
        assertThat(report.row(2, 38)).containsExactly("Cộng: 36 đơn vị; đã gửi báo cáo: 35", "1");
        assertThat(report.row(2, 39)).containsExactly("B. Công đoàn phối hợp chỉ đạo");
        assertThat(report.row(2, 56)).containsExactly("Cộng: 16 đơn vị; đã gửi báo cáo: 15", "1");
        assertThat(report.table(2).getRow(0).isRepeatHeader()).isTrue();
    }
}
