package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.ListColumn;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportContent.Answer;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Indicator;
import vn.tongket.support.Shipped;

/** What a corporation's union still owes in the shipped campaign: 25 headings, 8 appendices, two lists with rows. */
class OwedLinesTests {

    private static final ReportForm FORM = ReportForm.of(
            Shipped.read(Shipped.campaign().getBytes(StandardCharsets.UTF_8), CampaignFile.class),
            new Respondent("CDTCT", null, false));

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Map<String, String>> figures = new HashMap<>();
    private final Map<String, List<Map<String, Object>>> lists = new HashMap<>();

    private List<String> owed(SubmissionState state, Answer... answers) {
        return OwedLines.of(FORM, new ReportContent(texts, figures, lists, Map.of(), List.of(answers)), state);
    }

    private void writeAll() {
        for (Section section : FORM.sections()) {
            if (!section.isHeading()) {
                texts.put(section.code(), "a".repeat(Math.max(section.minChars(), 1)));
            }
        }
        for (Indicator indicator : FORM.figures().indicators()) {
            if (indicator.required() && !indicator.computed()) {
                Map<String, String> years = new HashMap<>();
                FORM.figures().years(indicator.code()).stream()
                        .filter(year -> !FORM.figures().isClosed(indicator, year))
                        .forEach(year -> years.put(String.valueOf(year), "-"));
                figures.put(indicator.code(), years);
            }
        }
        FORM.lists().stream().filter(list -> list.minRows() > 0).forEach(list -> {
            Map<String, Object> row = new LinkedHashMap<>();
            list.columns().stream()
                    .filter(ListColumn::required)
                    .forEach(column -> row.put(
                            column.key(),
                            column.values() == null ? "1" : column.values().get(0)));
            lists.put(list.code(), List.of(row));
        });
    }

    @Test
    void sumsUpAReportThatNobodyHasBegun() {
        long headings =
                FORM.sections().stream().filter(section -> !section.isHeading()).count();

        assertThat(owed(SubmissionState.NOT_STARTED))
                .containsExactly(
                        "Tiếp nhận kế hoạch: việc đầu tiên của đơn vị trên hệ thống",
                        "Cả " + headings + " mục của đề cương chưa viết",
                        "Cả 8 phụ lục chưa nhập số liệu",
                        "Biểu LF03 “KIẾN NGHỊ, ĐỀ XUẤT” cần ít nhất 1 dòng",
                        "Biểu LF04 “MỨC ĐỘ HOÀN THÀNH CHỈ TIÊU CHƯƠNG TRÌNH HÀNH ĐỘNG” cần ít nhất 1 dòng");
    }

    @Test
    void saysThatOnlyTheSignatureIsMissing() {
        writeAll();

        assertThat(owed(SubmissionState.DRAFTING)).containsExactly("Trình Chủ tịch ký và gửi báo cáo: nội dung đã đủ");
        assertThat(owed(SubmissionState.INTERNAL_REVIEW)).containsExactly("Chủ tịch ký và gửi báo cáo: nội dung đã đủ");
    }

    @Test
    void namesTheHeadingTheAppendixAndTheListThatLack() {
        writeAll();
        texts.remove("MD.1");
        figures.get("PL01.LD").remove("2008");
        figures.get("PL01.LD").remove("2009");
        figures.get("PL06.DT_MOI").remove("2010");
        lists.remove("LF03");

        assertThat(owed(SubmissionState.DRAFTING))
                .hasSize(4)
                .startsWith("Mục MD.1 “Căn cứ, phạm vi và cách làm tổng kết” chưa viết")
                .contains("Phụ lục PL01: 2 ô chưa có số liệu", "Phụ lục PL06: 1 ô chưa có số liệu")
                .endsWith("Biểu LF03 “KIẾN NGHỊ, ĐỀ XUẤT” cần ít nhất 1 dòng");
    }

    @Test
    void namesThreeOfManyAndCountsTheOthers() {
        writeAll();
        List.of("P1.I.1", "P1.I.2", "P1.I.3", "P1.II.1", "P1.II.2").forEach(texts::remove);

        assertThat(owed(SubmissionState.DRAFTING))
                .hasSize(4)
                .last()
                .isEqualTo("và 2 mục khác chưa viết hoặc chưa đạt độ dài");
    }

    @Test
    void namesFourRatherThanCountOne() {
        writeAll();
        List.of("P1.I.1", "P1.I.2", "P1.I.3", "P1.II.1").forEach(texts::remove);

        assertThat(owed(SubmissionState.DRAFTING)).hasSize(4).last().asString().contains("P1.II.1");
    }

    @Test
    void asksForWhatWasNamedAtTheReturnFirst() {
        writeAll();

        assertThat(owed(
                        SubmissionState.RETURNED,
                        new Answer("1", "PL01", "Sai đơn vị tính.", ""),
                        new Answer("2", null, "Thiếu ví dụ.", "Đã bổ sung.")))
                .containsExactly("Bổ sung theo lý do trả lại – Phụ lục PL01: Sai đơn vị tính");
    }

    @Test
    void cutsAReasonThatIsTooLongForAMail() {
        writeAll();

        assertThat(owed(SubmissionState.RETURNED, new Answer("1", null, "dài ".repeat(500), "")))
                .singleElement()
                .asString()
                .hasSizeLessThan(170)
                .endsWith("…");
    }

    @Test
    void countsWhatBreaksARule() {
        writeAll();
        figures.get("PL01.LD").put("2008", "100");
        figures.get("PL01.LD_NU").put("2008", "150");

        assertThat(owed(SubmissionState.DRAFTING))
                .anySatisfy(line -> assertThat(line).matches("Phụ lục PL01: \\d+ chỗ phải sửa hoặc giải trình"));
    }
}
