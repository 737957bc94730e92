package vn.tongket.workbook;

import static vn.tongket.workbook.Damage.added;
import static vn.tongket.workbook.Damage.file;
import static vn.tongket.workbook.Damage.ole;
import static vn.tongket.workbook.Damage.part;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/** The ways in which a Word file filled with {@link WordSamples#full} comes back spoilt, with all that is told of it. */
final class WordDamages {

    private static final String DOCUMENT = "word/document.xml";
    private static final String TRY = " Hãy tải mẫu từ hệ thống, điền và nộp tệp .xlsx hoặc .docx.";
    private static final String ANEW = " Hãy tải mẫu mới, chép số liệu sang rồi nộp lại.";
    private static final String BROKEN =
            "Tệp: Tệp bị hỏng, không đọc được. Hãy mở tệp bằng Excel hoặc Word, lưu lại rồi nộp lại.";
    private static final String NO_DTD =
            "Tệp: Tệp có khai báo DTD, thực thể hoặc chú thích trong XML; Excel và Word không ghi như vậy.";
    private static final String TOO_LARGE = "Tệp: Tệp giải nén ra quá lớn so với một báo cáo nên không được đọc."
            + " Hãy chép số liệu sang mẫu mới tải về.";
    private static final String TOO_MANY_LOOKS = "Tệp: Tệp có quá nhiều kiểu chữ hoặc danh sách nên không được đọc."
            + " Hãy chép nội dung sang đề cương mới tải về.";

    private static final String BASE_LOST =
            "Lưu ý: Tệp không còn giữ nội dung lúc tải mẫu; mọi chỗ khác với bản nháp phải tự chọn.";

    /** The beginning of the text under the first heading; an insertion before it is the heading's. */
    private static final String FIRST = "Mục MD.1: ";

    private static final String HERE = "Lưu ý: Mục “1. Căn cứ, phạm vi và cách làm tổng kết”: ";

    private WordDamages() {}

    /** Of a file for a campaign of that code. */
    static List<Damage> all(String campaign) {
        return Stream.of(otherFiles(), hostile(), looks(), marks(campaign), notTaken(), places())
                .flatMap(List::stream)
                .toList();
    }

    static List<Damage> otherFiles() {
        return List.of(
                file(
                        "old Word",
                        ole("WordDocument"),
                        "Tệp: Đây là tệp Word đời cũ (.doc). Hãy lưu lại thành .docx." + TRY),
                file(
                        "password",
                        ole("EncryptedPackage"),
                        "Tệp: Tệp có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi lưu lại." + TRY),
                file(
                        "RTF",
                        "{\\rtf1\\ansi B\\'e1o c\\'e1o}".getBytes(StandardCharsets.UTF_8),
                        "Tệp: Đây là tệp .rtf. Hãy lưu lại thành .docx." + TRY),
                file(
                        "PDF",
                        "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8),
                        "Tệp: Đây là tệp PDF. Bản chụp báo cáo được đính kèm ở trang báo cáo, không nộp ở đây." + TRY),
                added(
                        "OpenDocument",
                        "mimetype",
                        "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8),
                        "Tệp: Đây là tệp của LibreOffice hoặc OpenOffice (.ods, .odt). Hãy lưu lại thành .xlsx hoặc .docx."
                                + TRY),
                part(
                        "macros by type (.docm)",
                        "[Content_Types].xml",
                        xml -> xml.replace(
                                "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                "vnd.ms-word.document.macroEnabled.main+xml"),
                        "Tệp: Tệp có macro (.xlsm, .docm) nên không được nhận." + TRY),
                part(
                        "Word template (.dotx)",
                        "[Content_Types].xml",
                        xml -> xml.replace("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"),
                        "Tệp: Đây không phải tệp Excel (.xlsx) hay Word (.docx)." + TRY),
                new Damage("cut in half", bytes -> Arrays.copyOf(bytes, bytes.length / 2), List.of(BROKEN)),
                part("XML cut off", DOCUMENT, xml -> xml.substring(0, xml.length() / 2), BROKEN));
    }

    static List<Damage> hostile() {
        return List.of(
                added("macro part", "word/vbaProject.bin", new byte[100], with("macro")),
                added("embedded file", "word/embeddings/oleObject1.bin", new byte[100], with("tệp nhúng (OLE)")),
                added("ActiveX", "word/activeX/activeX1.xml", xml("<a/>"), with("điều khiển ActiveX")),
                part(
                        "external entity",
                        DOCUMENT,
                        xml -> xml.replaceFirst(
                                "<w:document", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document"),
                        NO_DTD),
                part(
                        "template fetched from outside",
                        "word/_rels/document.xml.rels",
                        xml -> xml.replace("</Relationships>", """
                                <Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.invalid/a.dotm" TargetMode="External"/></Relationships>"""),
                        "Tệp: Tệp có liên kết tới tệp khác hoặc địa chỉ bên ngoài nên không được nhận."
                                + " Hãy bỏ đi rồi lưu lại."),
                added("bomb", "word/media/image1.bin", new byte[60_000_000], TOO_LARGE),
                body(
                        "XML nested without end",
                        "<w:sdt><w:sdtContent>".repeat(300) + "</w:sdtContent></w:sdt>".repeat(300),
                        "Tệp: Tệp có XML lồng nhau quá nhiều tầng nên không được đọc."),
                body(
                        "a book",
                        "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"
                                .formatted("chữ ".repeat(500))
                                .repeat(250),
                        "Tệp: Tệp dài hơn 400.000 ký tự hoặc 20.000 đoạn, không phải báo cáo theo đề cương này."),
                body(
                        "nothing but paragraphs",
                        "<w:p/>".repeat(30_000),
                        "Tệp: Tệp dài hơn 400.000 ký tự hoặc 20.000 đoạn, không phải báo cáo theo đề cương này."));
    }

    /** Fewer bytes than a picture takes, and more than anybody's Word writes. */
    static List<Damage> looks() {
        return List.of(
                part(
                        "styles without end",
                        "word/styles.xml",
                        xml -> xml.replace("</w:styles>", many("<w:style w:styleId=\"a%d\"/>") + "</w:styles>"),
                        TOO_MANY_LOOKS),
                part(
                        "lists without end",
                        "word/numbering.xml",
                        xml -> xml.replace("</w:numbering>", many("<w:num w:numId=\"%d\"/>") + "</w:numbering>"),
                        TOO_MANY_LOOKS));
    }

    private static String many(String element) {
        return IntStream.range(0, 60_000).mapToObj(element::formatted).collect(Collectors.joining());
    }

    static List<Damage> marks(String campaign) {
        return List.of(
                marked(
                        "another campaign",
                        campaign,
                        "TK-KHAC",
                        "Tệp: Tệp này là mẫu của chiến dịch “TK-KHAC”, không phải “%s”.".formatted(campaign)),
                marked(
                        "another unit",
                        "\"SONGDA\"",
                        "\"LILAMA\"",
                        "Tệp: Tệp này là mẫu của đơn vị có mã “LILAMA”, không phải “SONGDA”."),
                marked(
                        "headings of before",
                        "\"layout\":1",
                        "\"layout\":0",
                        "Tệp: Tệp này làm từ mẫu cũ, nay biểu mẫu đã thay đổi." + ANEW),
                marked(
                        "another sending",
                        "\"version\":1",
                        "\"version\":2",
                        "Lưu ý: Mẫu này tải khi đang soạn lần gửi 2, nay đang soạn lần gửi 1;"
                                + " hãy xem kỹ từng chỗ khác nhau."),
                part(
                        "marks of two files",
                        "docProps/custom.xml",
                        xml -> xml.replace("SONGDA", "LILAMA"),
                        "Tệp: Hai dấu nhận biết trong tệp không khớp nhau: tệp ghép từ hai mẫu khác nhau hoặc đã bị sửa."
                                + ANEW),
                part(
                        "one mark lost",
                        "docProps/custom.xml",
                        xml -> xml.replace(Mark.NAME, "khac"),
                        "Lưu ý: Một trong hai dấu nhận biết của tệp đã mất; vẫn nhận ra được tệp."),
                part(
                        "draft of then spoilt",
                        "customXml/item1.xml",
                        xml -> xml.replace("Mục MD.1", "Mục sửa"),
                        BASE_LOST));
    }

    /** What Word files hold and reports do not. */
    static List<Damage> notTaken() {
        return List.of(
                before(
                        "picture",
                        "<w:r><w:drawing/></w:r>",
                        HERE + "1 ảnh hoặc hình vẽ không được nhận; hãy đính kèm ở trang báo cáo."),
                before(
                        "text box",
                        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
                        HERE + "1 hộp chữ không được nhận; hãy chép chữ ra ngoài hộp."),
                before(
                        "footnotes",
                        "<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"2\"/></w:r>",
                        HERE + "2 chú thích cuối trang hoặc cuối bài không được nhận; hãy viết vào trong mục."),
                before(
                        "comment",
                        "<w:r><w:commentReference w:id=\"1\"/></w:r>",
                        HERE + "1 nhận xét bên lề không được nhận."),
                before(
                        "tracked deletion",
                        "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>Bỏ.</w:delText></w:r></w:del>",
                        HERE + "1 chỗ xóa có theo dõi thay đổi không được nhận."),
                before(
                        "hidden text",
                        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Ẩn.</w:t></w:r>",
                        HERE + "1 chỗ chữ ẩn không được nhận."),
                before(
                        "equation",
                        "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>x</m:t></m:r></m:oMath>",
                        HERE + "1 công thức không được nhận."),
                before(
                        "symbol",
                        "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>",
                        HERE + "1 ký hiệu chèn từ bảng ký hiệu không được nhận; hãy gõ lại bằng chữ."),
                added(
                        "text at the page's edge",
                        "word/header9.xml",
                        xml("<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r>"
                                + "<w:t>Mật</w:t></w:r></w:p></w:hdr>"),
                        "Lưu ý: Chữ ở đầu trang, chân trang không được nhận."));
    }

    static List<Damage> places() {
        return List.of(
                before(
                        "tracked insertion",
                        "<w:ins w:id=\"1\" w:author=\"a\"><w:r><w:t>Thêm. </w:t></w:r></w:ins>",
                        HERE + "1 chỗ chèn có theo dõi thay đổi đã được nhận như chữ thường."),
                body(
                        "table behind the last heading",
                        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Năm</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2008</w:t></w:r>"
                                + "</w:p></w:tc></w:tr></w:tbl>",
                        "Lưu ý: Mục “IV. Kiến nghị, đề xuất”: 1 bảng không được nhận dưới dạng bảng;"
                                + " chữ trong bảng nêu ở phần chưa rõ mục.",
                        "Chưa rõ mục: Bảng trong mục “IV. Kiến nghị, đề xuất”: Năm | 2008"),
                body(
                        "a heading that the outline has not",
                        "<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr><w:r><w:t>V. Việc khác</w:t></w:r></w:p>"
                                + "<w:p><w:r><w:t>Lạc chỗ.</w:t></w:r></w:p>",
                        "Chưa rõ mục: Dưới đề mục không có trong đề cương “V. Việc khác”: Lạc chỗ."),
                part(
                        "one heading gone with its text",
                        DOCUMENT,
                        xml -> without(xml, "Ưu điểm", "<w:t>2. Hạn chế, yếu kém</w:t>"),
                        "Lưu ý: Không thấy 1 mục trong tệp, bản nháp ở đó giữ nguyên: “1. Ưu điểm”."),
                part(
                        "no heading left",
                        DOCUMENT,
                        xml -> xml.replaceAll("<w:body>.*</w:body>", "<w:body><w:p/></w:body>"),
                        "Tệp: Không nhận ra đề mục nào của đề cương trong tệp."
                                + " Hãy tải đề cương Word từ hệ thống, chép nội dung vào dưới từng đề mục rồi nộp lại."),
                part(
                        "longer than the heading allows",
                        DOCUMENT,
                        xml -> xml.replaceFirst(FIRST, "x".repeat(2000) + FIRST),
                        "Lưu ý: Mục “1. Căn cứ, phạm vi và cách làm tổng kết” dài " + longer(2000)
                                + " ký tự, quá mức 1.500;" + " phải rút gọn trước khi ký."),
                part(
                        "longer than anything",
                        DOCUMENT,
                        xml -> xml.replaceFirst(FIRST, "x".repeat(100_000) + FIRST),
                        "Lỗi: Mục “1. Căn cứ, phạm vi và cách làm tổng kết” dài " + longer(100_000)
                                + " ký tự, không nhận được;" + " bản nháp ở đó giữ nguyên."));
    }

    /** The length of the first heading's text with so many letters more. */
    private static String longer(int letters) {
        return Vietnamese.count(letters + PlainText.length(WordSamples.full().getOrDefault("MD.1", "")));
    }

    /** From the paragraph with that heading up to the one with the next. */
    private static String without(String xml, String heading, String next) {
        int from = xml.lastIndexOf("<w:p>", xml.indexOf("<w:t>1. " + heading + "</w:t>"));
        int to = xml.lastIndexOf("<w:p>", xml.indexOf(next));
        return xml.substring(0, from) + xml.substring(to);
    }

    /** Runs more at the beginning of the first heading's text. */
    private static Damage before(String name, String runs, String... sentences) {
        return part(
                name,
                DOCUMENT,
                xml -> {
                    int run = xml.lastIndexOf("<w:r>", xml.indexOf(FIRST));
                    return xml.substring(0, run) + runs + xml.substring(run);
                },
                sentences);
    }

    /** Paragraphs more at the end. */
    private static Damage body(String name, String paragraphs, String... sentences) {
        return part(name, DOCUMENT, xml -> xml.replace("<w:sectPr", paragraphs + "<w:sectPr"), sentences);
    }

    /** Both marks changed alike. */
    private static Damage marked(String name, String from, String to, String... sentences) {
        UnaryOperator<String> change = xml -> xml.replace(from, to).replace(escaped(from), escaped(to));
        return new Damage(
                name,
                bytes -> Damage.rewrite(
                        Damage.rewrite(bytes, "docProps/custom.xml", change), "customXml/item1.xml", change),
                List.of(sentences));
    }

    private static String escaped(String text) {
        return text.replace("\"", "&quot;");
    }

    private static String with(String what) {
        return "Tệp: Tệp có %s nên không được nhận. Hãy bỏ đi rồi lưu lại.".formatted(what);
    }

    private static byte[] xml(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
