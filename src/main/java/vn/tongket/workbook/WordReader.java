package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;
import vn.tongket.workbook.Reading.Content;

/**
 * Reads a Word file that a unit sends back, the template or one of its own: which text stands under which heading, what
 * stands under none, and what is not taken at all.
 */
final class WordReader {

    /** Longer texts are refused by the draft, too. */
    private static final int MAX_SECTION = 100_000;

    private final WordParts word;
    private final Expected expected;
    private final List<Remark> remarks = new ArrayList<>();

    private WordReader(OfficePackage parts, Expected expected) {
        this.word = new WordParts(parts);
        this.expected = expected;
    }

    /**
     * What the file says.
     *
     * @throws DomainException when nothing of it can be taken: it is broken, another report's, or has no heading
     */
    static Reading read(OfficePackage parts, Expected expected) {
        return new WordReader(parts, expected).read();
    }

    private Reading read() {
        Content base = base();
        OutlineHeads heads = new OutlineHeads(expected.outline());
        WordText text = WordPlaces.place(
                heads, OutlineWords.hints(expected.form()), OutlineWords.front(expected.names()), word.lines());
        Map<String, String> sections = text.sections();
        if (sections.isEmpty()) {
            throw DomainException.refused("Không nhận ra đề mục nào của đề cương trong tệp."
                    + " Hãy tải đề cương Word từ hệ thống, chép nội dung vào dưới từng đề mục rồi nộp lại.");
        }
        missing(heads, text.missing());
        remarks.addAll(text.losses());
        if (word.hasRunningText()) {
            note("", "Chữ ở đầu trang, chân trang không được nhận.");
        }
        return new Reading(new Content(taken(heads, sections), Map.of(), Map.of()), base, remarks, text.loose());
    }

    private @Nullable Content base() {
        Map<String, String> data = word.data();
        Mark mark = new MarkCheck(expected, Mark.formOf(expected.form().sections()), remarks)
                .find(data.getOrDefault("mark", ""), word.property(Mark.NAME));
        String base = data.getOrDefault("base", "");
        if (mark == null) {
            note(
                    "",
                    "Tệp không phải đề cương tải từ hệ thống. Hãy chắc chắn đây là báo cáo của đơn vị mình;"
                            + " mọi chỗ khác với bản nháp phải tự chọn.");
            return null;
        }
        if (!Mark.hashOf(base).equals(mark.base())) {
            note("", "Tệp không còn giữ nội dung lúc tải mẫu; mọi chỗ khác với bản nháp phải tự chọn.");
            return null;
        }
        return Mark.base(base);
    }

    private void missing(OutlineHeads heads, Set<String> codes) {
        if (!codes.isEmpty()) {
            note(
                    "",
                    "Không thấy %d mục trong tệp, bản nháp ở đó giữ nguyên: %s."
                            .formatted(
                                    codes.size(),
                                    heads.sections().stream()
                                            .filter(section -> codes.contains(section.code()))
                                            .map(section -> "“" + section.heading() + "”")
                                            .collect(Collectors.joining(", "))));
        }
    }

    private Map<String, String> taken(OutlineHeads heads, Map<String, String> sections) {
        Map<String, String> taken = new LinkedHashMap<>();
        sections.forEach((code, text) -> {
            Section section = Objects.requireNonNull(heads.section(code));
            int length = PlainText.length(text);
            if (length > MAX_SECTION) {
                remarks.add(Remark.fault(
                        "",
                        "",
                        code,
                        "Mục “%s” dài %s ký tự, không nhận được; bản nháp ở đó giữ nguyên."
                                .formatted(section.heading(), Vietnamese.count(length))));
                return;
            }
            if (length > section.maxChars()) {
                note(
                        code,
                        "Mục “%s” dài %s ký tự, quá mức %s; phải rút gọn trước khi ký."
                                .formatted(
                                        section.heading(),
                                        Vietnamese.count(length),
                                        Vietnamese.count(section.maxChars())));
            }
            taken.put(code, text);
        });
        return taken;
    }

    private void note(String path, String message) {
        remarks.add(Remark.note("", "", path, message));
    }
}
