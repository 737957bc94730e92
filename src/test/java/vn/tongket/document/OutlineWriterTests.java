package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineWriterTests {

    private final Opened outline = Opened.of(OutlineWriter.write(DocumentFixtures.campaign(), DocumentFixtures.ISSUED));

    @Test
    void nestsPartsAndHeadingsInOrderAndMarksWhatIsRequired() {
        assertThat(outline.texts(Style.HEADING1, Style.HEADING2, Style.HEADING3))
                .containsExactly(
                        "PHẦN MỞ ĐẦU",
                        "1. Cách làm (*)",
                        "Phần thứ nhất",
                        "KẾT QUẢ",
                        "I. CHỈ ĐẠO",
                        "1. Học tập (*)",
                        "2. Chỉ cấp trên (*)",
                        "DANH MỤC PHỤ LỤC");
    }

    @Test
    void givesGuidanceAndLimitsInItalics() {
        assertThat(outline.texts(Style.GUIDANCE))
                .contains(
                        "Nêu ngắn gọn.",
                        "Độ dài: từ 300 đến 1.500 ký tự. Số liệu, danh mục kèm theo: Phụ lục I (PL01).",
                        "Toàn bộ báo cáo không nên quá 33.000 ký tự đối với công đoàn cấp trên, 20.000 ký tự đối với"
                                + " công đoàn cơ sở (một trang A4 khoảng 2.200 ký tự).");
        assertThat(outline.document()
                        .getStyles()
                        .getStyle("Guidance")
                        .getCTStyle()
                        .getRPr()
                        .sizeOfIArray())
                .isEqualTo(1);
    }

    @Test
    void namesThePlanItGoesWithAndTheAnnexes() {
        assertThat(outline.texts(Style.ANNEX_SOURCE))
                .containsExactly(
                        "(Kèm theo Kế hoạch số 45/KH-CĐXD ngày 08 tháng 9 năm 2017 của Công đoàn Xây dựng Việt Nam)");
        assertThat(outline.rows(0))
                .containsExactly(
                        List.of("Phụ lục", "Mã biểu", "Nội dung"),
                        List.of("Phụ lục I", "PL01", "SỐ LƯỢNG LAO ĐỘNG"),
                        List.of("Phụ lục II", "LF03", "KIẾN NGHỊ, ĐỀ XUẤT"));
    }
}
