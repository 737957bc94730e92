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
import vn.tongket.rollup.AddedUp;
import vn.tongket.rollup.Totals;
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

    /** Workers of 50 of 51 units in each year; women of as many, and of fewer in 2010; no unit had a number in 2008. */
    private static Totals totals() {
        AddedUp added = AddedUp.of(List.of(DocumentFixtures.workforce()));
        for (int year = 2008; year <= 2017; year++) {
            added.with("PL01.LD", year, "1234567", 50, 51, 1);
            added.with("PL01.NU", year, "617283", year == 2010 ? 49 : 51, 51, 0);
            added.with("PL01.TL", year, null, 0, 51, year == 2009 ? 51 : 3);
            if (year >= 2013) {
                added.with("PL01.DT", year, year < 2017 ? "12" : null, year < 2017 ? 51 : 0, 51, 0);
            }
        }
        return added.totals();
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
                List.of(DocumentFixtures.workforce()),
                totals(),
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

        assertThat(report.texts(Style.ANNEX_TITLE)).containsExactly("SỐ LƯỢNG LAO ĐỘNG", "TÌNH HÌNH GỬI BÁO CÁO");
        assertThat(report.texts(Style.ANNEX)).containsExactly("Phụ lục I", "Phụ lục II");
        assertThat(report.texts(Style.ANNEX_SOURCE))
                .containsOnly(
                        "(Kèm theo Báo cáo số 45/KH-CĐXD ngày 08 tháng 9 năm 2017 của Công đoàn Xây dựng Việt Nam)");
        assertThat(report.rows(3)).hasSize(1 + (1 + 36 + 1) + (1 + 16 + 1));
        assertThat(report.row(3, 0))
                .containsExactly(
                        "STT", "Đơn vị", "Số, ký hiệu báo cáo", "Ngày ký", "Ngày nhận", "Tình trạng", "Số lần trả lại");
        assertThat(report.row(3, 1)).containsExactly("A. Công đoàn trực thuộc");
        assertThat(report.row(3, 2))
                .containsExactly("1", "Công đoàn Viện Kinh tế xây dựng", "", "", "", "Không gửi", "1");
        assertThat(report.row(3, 3))
                .containsExactly("2", "Công đoàn số 2", "2/BC-CĐ", "01/11/2017", "03/11/2017", "Đúng hạn", "0");
        assertThat(report.row(3, 38)).containsExactly("Cộng: 36 đơn vị; đã gửi báo cáo: 35", "1");
        assertThat(report.row(3, 39)).containsExactly("B. Công đoàn phối hợp chỉ đạo");
        assertThat(report.row(3, 56)).containsExactly("Cộng: 16 đơn vị; đã gửi báo cáo: 15", "1");
        assertThat(report.table(3).getRow(0).isRepeatHeader()).isTrue();
    }

    @Test
    void bringsTheTotalsWithTheUnitsThatTheyRestOn() {
        Opened report = upward();

        assertThat(report.sections())
                .extracting(section -> section.getPgSz().getOrient())
                .containsExactly(STPageOrientation.PORTRAIT, STPageOrientation.LANDSCAPE, STPageOrientation.LANDSCAPE);
        assertThat(report.row(2, 0))
                .startsWith("TT", "Nội dung", "Đơn vị tính", "2008")
                .endsWith("2017", "10 năm");
        // As many in every year: said once, beside the name.
        assertThat(report.cell(2, 1, 1)).containsExactly("Tổng số lao động", "Tính trên 50/51 đơn vị");
        assertThat(report.cell(2, 1, 3)).containsExactly("1.234.567");
        // Otherwise below each figure.
        assertThat(report.cell(2, 2, 1)).containsExactly("Trong đó: nữ");
        assertThat(report.cell(2, 2, 4)).containsExactly("617.283", "51/51");
        assertThat(report.cell(2, 2, 5)).containsExactly("617.283", "49/51");
        assertThat(report.cell(2, 5, 3)).containsExactly("Ghi theo từng đơn vị, không cộng.");
        assertThat(report.table(2).getRow(0).isRepeatHeader()).isTrue();
    }

    @Test
    void slantsTotalsInWhichAUnitLacks() {
        Opened report = upward();

        assertThat(isSlanted(report, 1, 3)).isTrue();
        assertThat(isSlanted(report, 2, 4)).isFalse();
        assertThat(isSlanted(report, 2, 5)).isTrue();
    }

    private static boolean isSlanted(Opened report, int row, int cell) {
        return report.table(2)
                .getRow(row)
                .getCell(cell)
                .getParagraphs()
                .get(0)
                .getRuns()
                .get(0)
                .isItalic();
    }

    @Test
    void saysWhyATotalHasNoValueAndWhichYearAPeriodTakes() {
        Opened report = upward();

        assertThat(report.cell(2, 3, 1)).containsExactly("Tỷ lệ nữ", "Tính trên 0/51 đơn vị");
        assertThat(report.row(2, 3).subList(3, 6)).containsExactly("", "...", "");
        assertThat(report.row(2, 4).subList(3, 8)).containsOnly("x");
        assertThat(report.cell(2, 4, 8)).containsExactly("12", "51/51");
        assertThat(report.cell(2, 4, 12)).containsExactly("", "0/51");
        assertThat(report.cell(2, 4, 13)).containsExactly("12", "51/51");
        assertThat(report.texts(Style.NOTE))
                .containsExactly(
                        "n/m: tính trên n trong m đơn vị phải có số liệu; số in nghiêng: chưa đủ đơn vị, hoặc hai vế của"
                                + " tỷ lệ khác đơn vị; “...”: không có số liệu; “x”: không áp dụng; để trống: không có"
                                + " giá trị.",
                        "Ghi chú: Số có mặt tại ngày 31/12.",
                        "Chưa đơn vị nào có số liệu: dòng 2 (2008, 2010–2017); dòng 3 (2017).",
                        "Lấy số của năm 2016: dòng 3 (10 năm).");
    }
}
