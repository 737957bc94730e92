package vn.tongket.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Word files as people leave them: headings typed anew, reports pasted in, changes tracked, controls gone. */
class WordByHandTests {

    private static final String DOCUMENT = "word/document.xml";
    private static final String NUMBERED = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";

    @Test
    void findsHeadingsThatWereTypedAnewInAnotherWay() {
        Reading reading = read(lines(
                "PHẦN THỨ NHẤT",
                "I. Công tác quán triệt, lãnh đạo, chỉ đạo",
                "1. HỌC TẬP, QUÁN TRIỆT VÀ TUYÊN TRUYỀN NGHỊ QUYẾT:",
                "Đã học.",
                "Xây dựng chương trình hành động và văn bản cụ thể hóa",
                "- Đã ban hành.",
                "IV. Đánh giá chung",
                "1) Ưu điểm",
                "Nhiều."));

        assertThat(reading.content().sections())
                .isEqualTo(Map.of("P1.I.1", "Đã học.", "P1.I.2", "- Đã ban hành.", "P1.IV.1", "Nhiều."));
        assertThat(reading.loose()).isEmpty();
    }

    /** The number of such a heading is Word's, and stands nowhere in its text. */
    @Test
    void findsHeadingsThatWordNumbers() {
        Reading reading = read(paragraph(NUMBERED, "Ưu điểm")
                + paragraph("", "Nhiều.")
                + paragraph(NUMBERED, "Hạn chế, yếu kém")
                + paragraph("", "Ít."));

        assertThat(reading.content().sections()).isEqualTo(Map.of("P1.IV.1", "Nhiều.", "P1.IV.2", "Ít."));
        assertThat(reading.loose()).isEmpty();
    }

    /** An item of a list that says the words of a heading is an item all the same. */
    @Test
    void leavesItemsThatSoundLikeHeadingsInTheirList() {
        Reading reading = read(lines("4. Bài học kinh nghiệm", "Đã nêu:", "- Ưu điểm", "- Hạn chế, yếu kém"));

        assertThat(reading.content().sections()).isEqualTo(Map.of("P1.IV.4", "Đã nêu:\n- Ưu điểm\n- Hạn chế, yếu kém"));
    }

    /** Somebody pastes a report with its headings into the first field of the template. */
    @Test
    void followsTheHeadingsThatWerePastedIntoOneControl() {
        Reading reading = pasted(
                "MD.1",
                paragraph("", "Căn cứ kế hoạch.")
                        + paragraph("<w:pStyle w:val=\"Heading3\"/>", "1. Ưu điểm")
                        + paragraph("", "Nhiều.")
                        + paragraph("", "Rất nhiều."));

        assertThat(filled(reading)).isEqualTo(Map.of("MD.1", "Căn cứ kế hoạch.", "P1.IV.1", "Nhiều.\nRất nhiều."));
        assertThat(reading.loose()).isEmpty();
    }

    @Test
    void leavesLooseWhatStandsUnderNoHeadingOrUnderOneTwice() {
        Reading reading = read(lines(
                "Kính gửi Ban Tuyên giáo",
                "1. Ưu điểm",
                "Nhiều.",
                "IV. ĐÁNH GIÁ CHUNG",
                "Nhìn chung tốt.",
                "1. Ưu điểm",
                "Thêm nữa."));

        assertThat(reading.content().sections()).isEqualTo(Map.of("P1.IV.1", "Nhiều."));
        assertThat(reading.loose())
                .containsExactly(
                        new Loose("Trước đề mục đầu tiên", "Kính gửi Ban Tuyên giáo"),
                        new Loose("Dưới đề mục “IV. ĐÁNH GIÁ CHUNG”", "Nhìn chung tốt."),
                        new Loose("Mục “1. Ưu điểm” xuất hiện lần nữa trong tệp", "Thêm nữa."));
    }

    /** As the text would read with all changes accepted; a deleted paragraph mark joins two paragraphs. */
    @Test
    void readsTrackedChangesAsAccepted() {
        Reading reading = pasted("P1.IV.1", """
                <w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr><w:r><w:t>Câu một, </w:t></w:r></w:p>\
                <w:p><w:r><w:t>câu hai.</w:t></w:r>\
                <w:ins w:id="2" w:author="a"><w:r><w:t> Thêm.</w:t></w:r></w:ins>\
                <w:del w:id="3" w:author="a"><w:r><w:delText> Bỏ.</w:delText></w:r></w:del>\
                <w:moveFrom w:id="4" w:author="a"><w:r><w:t> Dời.</w:t></w:r></w:moveFrom></w:p>\
                <w:p><w:pPr><w:rPr><w:ins w:id="5" w:author="a"/></w:rPr></w:pPr>\
                <w:moveTo w:id="6" w:author="a"><w:r><w:t>Dời.</w:t></w:r></w:moveTo></w:p>""");

        assertThat(filled(reading)).isEqualTo(Map.of("P1.IV.1", "Câu một, câu hai. Thêm.\nDời."));
        assertThat(messages(reading))
                .containsExactly(
                        "Mục “1. Ưu điểm”: 2 chỗ chèn có theo dõi thay đổi đã được nhận như chữ thường.",
                        "Mục “1. Ưu điểm”: 2 chỗ xóa có theo dõi thay đổi không được nhận.");
    }

    /** Links and fields are text; the instruction behind a field is none. */
    @Test
    void readsWhatLinksAndFieldsShow() {
        Reading reading = pasted("P1.IV.1", """
                <w:p><w:hyperlink w:anchor="a"><w:r><w:t>Trang tin</w:t></w:r></w:hyperlink>\
                <w:r><w:t xml:space="preserve"> ngày </w:t></w:r>\
                <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>\
                <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>05/11</w:t></w:r>\
                <w:r><w:fldChar w:fldCharType="end"/></w:r>\
                <w:fldSimple w:instr="PAGE"><w:r><w:t>/2017</w:t></w:r></w:fldSimple></w:p>""");

        assertThat(filled(reading)).isEqualTo(Map.of("P1.IV.1", "Trang tin ngày 05/11/2017"));
        assertThat(reading.remarks()).isEmpty();
    }

    /** The table's text waits for a place; what stands before and behind it stays under the heading. */
    @Test
    void readsAroundATableThatWasPastedIntoAControl() {
        Reading reading = pasted(
                "P1.IV.1", paragraph("", "Trước bảng.") + table("Năm", "2016", "2017") + paragraph("", "Sau bảng."));

        assertThat(filled(reading)).isEqualTo(Map.of("P1.IV.1", "Trước bảng.\nSau bảng."));
        assertThat(reading.loose()).containsExactly(new Loose("Bảng trong mục “1. Ưu điểm”", "Năm | 2016 | 2017"));
        assertThat(messages(reading))
                .containsExactly("Mục “1. Ưu điểm”: 1 bảng không được nhận dưới dạng bảng;"
                        + " chữ trong bảng nêu ở phần chưa rõ mục.");
    }

    /** Whoever deletes a heading with its control takes nothing from the others. */
    @Test
    void missesOnlyTheHeadingThatIsGone() {
        byte[] file = Damage.rewrite(
                WordSamples.template(WordSamples.full()),
                DOCUMENT,
                xml -> replaced(xml, "P1.IV.1", control -> "")
                        .replaceFirst(
                                "<w:p><w:pPr><w:pStyle w:val=\"Heading3\"/></w:pPr><w:r><w:t>1. Ưu điểm.*?</w:p>", ""));
        Map<String, String> others = WordSamples.full();
        others.remove("P1.IV.1");

        Reading reading = Samples.read(file);

        assertThat(reading.content().sections()).isEqualTo(others);
        assertThat(messages(reading))
                .containsExactly("Không thấy 1 mục trong tệp, bản nháp ở đó giữ nguyên: “1. Ưu điểm”.");
    }

    private static Map<String, String> filled(Reading reading) {
        return reading.content().sections().entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> messages(Reading reading) {
        return reading.remarks().stream().map(Remark::message).toList();
    }

    /** The empty template whose control of that heading holds this instead of its prompt. */
    private static Reading pasted(String code, String paragraphs) {
        UnaryOperator<String> paste = control -> control.replaceFirst("<w:showingPlcHdr/>", "")
                .replaceFirst(
                        "<w:sdtContent>.*</w:sdtContent>",
                        Matcher.quoteReplacement("<w:sdtContent>" + paragraphs + "</w:sdtContent>"));
        return Samples.read(
                Damage.rewrite(WordSamples.template(Map.of()), DOCUMENT, xml -> replaced(xml, code, paste)));
    }

    private static String replaced(String xml, String code, UnaryOperator<String> change) {
        Pattern control = Pattern.compile(
                "<w:sdt><w:sdtPr><w:alias [^>]*/><w:tag w:val=\"" + Pattern.quote(code) + "\"/>.*?</w:sdt>");
        return control.matcher(xml).replaceFirst(found -> Matcher.quoteReplacement(change.apply(found.group())));
    }

    /** A file of the unit's own. */
    private static Reading read(String paragraphs) {
        return Samples.read(Damage.rewrite(
                WordSamples.template(Map.of()),
                DOCUMENT,
                xml -> xml.replaceFirst(
                        "<w:body>.*</w:body>", Matcher.quoteReplacement("<w:body>" + paragraphs + "</w:body>"))));
    }

    private static String lines(String... texts) {
        return Stream.of(texts).map(text -> paragraph("", text)).collect(Collectors.joining());
    }

    private static String paragraph(String properties, String text) {
        return "<w:p><w:pPr>%s</w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(properties, text);
    }

    private static String table(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<w:tc>" + paragraph("", cell) + "</w:tc>")
                .collect(Collectors.joining("", "<w:tbl><w:tr>", "</w:tr></w:tbl>"));
    }
}
