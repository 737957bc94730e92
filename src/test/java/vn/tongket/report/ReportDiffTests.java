package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.report.ReportAttachments.Hash;
import vn.tongket.report.ReportDiff.CellChange;
import vn.tongket.report.ReportDiff.FileChange;
import vn.tongket.report.TextDiff.Change;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.support.Shipped;

/** What differs between two contents of a report of the shipped campaign. */
class ReportDiffTests {

    private static final ReportForm FORM = ReportForm.of(
            Shipped.read(Shipped.campaign().getBytes(StandardCharsets.UTF_8), CampaignFile.class),
            new Respondent("CDTCT", null, false));

    private static final Map<String, Object> HOUSES =
            Map.of("cap_nhan", "Chính phủ", "nhom", "Nhà ở", "noi_dung", "Xây nhà ở cho công nhân.");
    private static final Map<String, Object> TRAINING =
            Map.of("cap_nhan", "Tổng Liên đoàn", "nhom", "Khác", "noi_dung", "Đào tạo cán bộ.");

    @Test
    void findsNothingBetweenAContentAndItself() {
        ReportDiff diff = diff(
                content(Map.of("MD.1", "Căn cứ"), List.of(HOUSES)), content(Map.of("MD.1", "Căn cứ"), List.of(HOUSES)));

        assertThat(diff.isEmpty()).isTrue();
    }

    @Test
    void namesTheHeadingsInTheOrderOfTheOutline() {
        ReportDiff diff = diff(
                content(Map.of("P2.I", "Dự báo", "MD.1", "Căn cứ", "MD.2", "Như cũ"), List.of()),
                content(Map.of("MD.1", "Căn cứ kế hoạch", "MD.2", "Như cũ", "P1.I.1", "Mới viết"), List.of()));

        assertThat(diff.texts())
                .extracting(ReportDiff.TextChange::section, ReportDiff.TextChange::heading)
                .containsExactly(
                        tuple("MD.1", FORM.section("MD.1").orElseThrow().heading()),
                        tuple("P1.I.1", FORM.section("P1.I.1").orElseThrow().heading()),
                        tuple("P2.I", FORM.section("P2.I").orElseThrow().heading()));
    }

    @Test
    void givesCellsAsTheyWereAndAreWithIndicatorAndYear() {
        ReportDiff diff = diff(
                figures(Map.of("PL01.LD", Map.of("2008", "18500", "2009", "18600", "2010", "..."))),
                figures(Map.of(
                        "PL01.LD", Map.of("2008", "18500", "2009", "18650", "2011", "-"),
                        "PL01.TUOI_BQ", Map.of("2008", "34.5"))));

        assertThat(diff.cells())
                .extracting(CellChange::indicator, CellChange::year, CellChange::was, CellChange::is)
                .containsExactly(
                        tuple("PL01.LD", "2009", "18.600", "18.650"),
                        tuple("PL01.LD", "2010", "...", null),
                        tuple("PL01.LD", "2011", null, "-"),
                        tuple("PL01.TUOI_BQ", "2008", null, "34,5"));
        assertThat(diff.cells().get(0).appendix()).isEqualTo("PL01");
        assertThat(diff.cells().get(0).from()).isEqualTo("18600");
    }

    @Test
    void tellsAddedRemovedAndChangedRowsApart() {
        Map<String, Object> moreHouses =
                Map.of("cap_nhan", "Chính phủ", "nhom", "Nhà ở", "noi_dung", "Xây nhà trẻ, nhà ở cho công nhân.");

        assertThat(rows(List.of(HOUSES), List.of(TRAINING, HOUSES)))
                .extracting(ListDiff.RowChange::change, ListDiff.RowChange::was, ListDiff.RowChange::is)
                .containsExactly(tuple(Change.ADDED, null, 1));
        assertThat(rows(List.of(TRAINING, HOUSES), List.of(HOUSES)))
                .extracting(ListDiff.RowChange::change, ListDiff.RowChange::was, ListDiff.RowChange::is)
                .containsExactly(tuple(Change.REMOVED, 1, null));
        var changed = rows(List.of(HOUSES), List.of(TRAINING, moreHouses)).get(1);
        assertThat(changed.change()).isEqualTo(Change.CHANGED);
        assertThat(List.of(changed.was(), changed.is())).containsExactly(1, 2);
        assertThat(changed.cells())
                .extracting(ListDiff.CellChange::column, ListDiff.CellChange::from, ListDiff.CellChange::to)
                .containsExactly(tuple("noi_dung", "Xây nhà ở cho công nhân.", "Xây nhà trẻ, nhà ở cho công nhân."));
    }

    @Test
    void showsCellsOfListsAsPeopleReadThem() {
        var column = FORM.list("LF01").orElseThrow().columns().stream()
                .filter(candidate -> candidate.type().equals("date"))
                .findFirst()
                .orElseThrow();

        assertThat(ListDiff.of(List.of(column), List.of(), List.of(Map.of(column.key(), "2017-09-30")))
                        .get(0)
                        .cells()
                        .get(0)
                        .to())
                .isEqualTo("30/09/2017");
    }

    @Test
    void tellsExplanationsAndFilesByTheirNames() {
        WholeContent before = new WholeContent(
                new ReportContent(
                        Map.of(), Map.of(), Map.of(), Map.of("R027/PL04.TNBQ/2012", "Do sáp nhập."), List.of()),
                List.of(new Hash("anh.png", "11"), new Hash("cu.pdf", "22"), new Hash("quet.pdf", "33")));
        WholeContent after = new WholeContent(
                new ReportContent(Map.of(), Map.of(), Map.of(), Map.of(), List.of()),
                List.of(new Hash("anh.png", "11"), new Hash("moi.pdf", "44"), new Hash("quet.pdf", "55")));

        ReportDiff diff = ReportDiff.between(FORM, before, after);

        assertThat(diff.explanations())
                .extracting(ReportDiff.ExplanationChange::place)
                .containsExactly("R027/PL04.TNBQ/2012");
        assertThat(diff.files())
                .containsExactly(
                        new FileChange("cu.pdf", "22", null),
                        new FileChange("moi.pdf", null, "44"),
                        new FileChange("quet.pdf", "33", "55"));
        assertThat(diff.count()).isEqualTo(4);
    }

    private static ReportDiff diff(ReportContent before, ReportContent after) {
        return ReportDiff.between(FORM, new WholeContent(before, List.of()), new WholeContent(after, List.of()));
    }

    private static List<ListDiff.RowChange> rows(List<Map<String, Object>> before, List<Map<String, Object>> after) {
        return diff(content(Map.of(), before), content(Map.of(), after))
                .lists()
                .get(0)
                .rows();
    }

    private static ReportContent content(Map<String, String> sections, List<Map<String, Object>> proposals) {
        return new ReportContent(sections, Map.of(), Map.of("LF03", proposals), Map.of(), List.of());
    }

    private static ReportContent figures(Map<String, Map<String, String>> figures) {
        return new ReportContent(Map.of(), figures, Map.of(), Map.of(), List.of());
    }
}
