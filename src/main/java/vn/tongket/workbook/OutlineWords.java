package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.report.ReportForm;
import vn.tongket.shared.Paragraphs;
import vn.tongket.shared.Paragraphs.Paragraph;
import vn.tongket.shared.Vietnamese;

/** The words that the Word template brings along, and that are no text of the unit when it comes back. */
final class OutlineWords {

    static final String KIND = "Báo cáo";

    /** Stands where nothing is written yet. */
    static final String PROMPT = "[Viết nội dung của mục này tại đây]";

    static final List<String> GUIDE = List.of(
            "Hãy viết vào dưới mỗi đề mục. Giữ nguyên các đề mục: hệ thống dựa vào đó để đưa từng phần vào báo cáo.",
            "Hệ thống nhận đoạn văn, gạch đầu dòng (-), dấu cộng (+) và khoản đánh số (1.); không nhận kiểu chữ, ảnh,"
                    + " bảng. Số liệu và danh mục điền trong tệp Excel hoặc trên trang.");

    private OutlineWords() {}

    /** What stands above the first heading. */
    static Set<String> front(Expected.Names names) {
        return Stream.concat(Stream.of(KIND, names.subject(), names.union()), GUIDE.stream())
                .collect(Collectors.toSet());
    }

    /** What each heading asks for, as it stands below it in the template. */
    static Map<String, List<String>> hints(ReportForm form) {
        return form.sections().stream()
                .filter(section -> !section.isHeading())
                .collect(Collectors.toMap(Section::code, OutlineWords::hints));
    }

    private static List<String> hints(Section section) {
        List<String> hints = new ArrayList<>();
        if (section.guidance() != null) {
            Paragraphs.of(section.guidance()).stream().map(Paragraph::text).forEach(hints::add);
        }
        String most = Vietnamese.count(section.maxChars()) + " ký tự";
        hints.add("(%s; %s)"
                .formatted(
                        section.required() ? "Bắt buộc" : "Không bắt buộc",
                        section.minChars() == 0
                                ? "tối đa " + most
                                : "từ " + Vietnamese.count(section.minChars()) + " đến " + most));
        return hints;
    }
}
