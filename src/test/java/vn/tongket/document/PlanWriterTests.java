package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

class PlanWriterTests {

    private final Opened issued = write(DocumentFixtures.ISSUED);

    private static Opened write(LetterHead head) {
        return write(head, DocumentFixtures.BEFORE_5_NOVEMBER);
    }

    private static Opened write(LetterHead head, PlanWriter.Due due) {
        return Opened.of(PlanWriter.write(new PlanWriter.Plan(
                head, DocumentFixtures.SUBJECT, DocumentFixtures.PLAN, DocumentFixtures.BASIS, due)));
    }

    @Test
    void putsTheBodiesAtTheLeftAndTheNationAtTheRight() {
        assertThat(issued.cell(0, 0, 0)).startsWith("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "CÔNG ĐOÀN XÂY DỰNG VIỆT NAM");
        assertThat(issued.cell(0, 0, 1))
                .startsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc");
        assertThat(issued.row(0, 1)).containsExactly("Số: 45/KH-CĐXD", "Hà Nội, ngày 08 tháng 9 năm 2017");
    }

    /** 75 and 90 millimetres without padding: the nation's name needs 88.3 at 12 points. */
    @Test
    void leavesTheNationsNameRoomForOneLine() {
        var grid = issued.table(0).getCTTbl().getTblGrid();

        assertThat(grid.getGridColList())
                .extracting(column -> column.getW().toString())
                .containsExactly("4252", "5102");
    }

    @Test
    void keepsTheMarginsOfOfficialDocuments() {
        CTSectPr section = issued.sections().get(0);

        assertThat(section.getPgMar().getTop()).isEqualTo(BigInteger.valueOf(1134));
        assertThat(section.getPgMar().getBottom()).isEqualTo(BigInteger.valueOf(1134));
        assertThat(section.getPgMar().getLeft()).isEqualTo(BigInteger.valueOf(1701));
        assertThat(section.getPgMar().getRight()).isEqualTo(BigInteger.valueOf(850));
        assertThat(section.getPgSz().getW()).isEqualTo(BigInteger.valueOf(11906));
    }

    @Test
    void numbersPagesAtTheTopFromTheSecondOn() {
        assertThat(issued.sections().get(0).isSetTitlePg()).isTrue();
        assertThat(issued.document()
                        .getHeaderFooterPolicy()
                        .getDefaultHeader()
                        .getParagraphs()
                        .get(0)
                        .getCTP()
                        .getFldSimpleList())
                .singleElement()
                .satisfies(field -> assertThat(field.getInstr()).isEqualTo("PAGE"));
        assertThat(issued.document()
                        .getHeaderFooterPolicy()
                        .getFirstPageHeader()
                        .getText())
                .isBlank();
    }

    @Test
    void writesEverythingInTimesNewRomanAndVietnamese() {
        CTRPr run = issued.document()
                .getStyles()
                .getCtStyles()
                .getDocDefaults()
                .getRPrDefault()
                .getRPr();

        assertThat(List.of(
                        run.getRFontsArray(0).getAscii(),
                        run.getRFontsArray(0).getHAnsi(),
                        run.getRFontsArray(0).getCs(),
                        run.getRFontsArray(0).getEastAsia()))
                .containsOnly("Times New Roman");
        assertThat(run.getLangArray(0).getVal()).isEqualTo("vi-VN");
        assertThat(issued.document().getProperties().getCoreProperties().getTitle())
                .startsWith("KẾ HOẠCH. Tổng kết");
    }

    @Test
    void beginsWithKindSubjectAndBasis() {
        assertThat(issued.texts(Style.KIND)).containsExactly("KẾ HOẠCH");
        assertThat(issued.texts(Style.SUBJECT).get(0).replace('\n', ' ')).isEqualTo(DocumentFixtures.SUBJECT);
        assertThat(issued.texts(Style.BASIS))
                .containsExactly(
                        "Căn cứ Kết luận số 79-KL/TW ngày 25 tháng 12 năm 2013 của Bộ Chính trị;",
                        "Căn cứ Chương trình hành động của Công đoàn Xây dựng Việt Nam.");
    }

    @Test
    void numbersSectionsByDepth() {
        assertThat(issued.texts(Style.HEADING2, Style.HEADING3))
                .containsExactly("I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. NỘI DUNG TỔNG KẾT");
        assertThat(issued.texts(Style.ITEM)).containsExactly("Khách quan.", "Đầy đủ.");
    }

    @Test
    void saysTheLastDayOfADeadlineBeforeADay() {
        assertThat(issued.texts(Style.BODY))
                .contains("Thời hạn gửi báo cáo: trước ngày 05/11/2017 (chậm nhất hết ngày 04/11/2017).")
                .endsWith("Đề nghị các công đoàn trực thuộc thực hiện./.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2018-12-28 | false | 2018-12-28 | chậm nhất hết ngày 28/12/2018
            2018-12-29 | false | 2019-01-02 | chậm nhất ngày 29/12/2018; do trùng ngày nghỉ, nhận đến hết ngày 02/01/2019
            2018-12-30 | true  | 2019-01-02 | trước ngày 30/12/2018 (chậm nhất hết ngày 02/01/2019)
            """)
    void saysTheLastDayWhateverTheTerms(LocalDate nominal, boolean before, LocalDate lastDay, String sentence) {
        Opened plan = write(DocumentFixtures.ISSUED, new PlanWriter.Due(nominal, before, lastDay));

        assertThat(plan.texts(Style.BODY)).contains("Thời hạn gửi báo cáo: " + sentence + ".");
    }

    @Test
    void closesWithRecipientsAndSigner() {
        assertThat(issued.cell(1, 0, 0)).containsExactly("Nơi nhận:", "Các công đoàn trực thuộc;", "Lưu: VT, TG.");
        assertThat(issued.cell(1, 0, 1)).containsExactly("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Nguyễn Văn Ân");
    }

    @ParameterizedTest
    @CsvSource({"'{so}/KH-CĐXD', '/KH-CĐXD'", "'{so}-KH/LĐLĐ', '-KH/LĐLĐ'"})
    void leavesADraftGapsForNumberAndDate(String pattern, String symbol) {
        LetterHead draft = new LetterHead("Cấp trên", "Công đoàn", "Hà Nội", LetterHead.number(pattern, null), null);

        assertThat(write(draft).row(0, 1))
                .containsExactly("Số: " + " ".repeat(6) + symbol, "Hà Nội, ngày … tháng … năm …");
    }
}
