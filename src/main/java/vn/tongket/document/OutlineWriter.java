package vn.tongket.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignFile.LengthLimits;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.Paragraphs;

/** Writes the outline of the report: every heading with its guidance, what is required and how long it may be. */
public final class OutlineWriter {

    private static final int SIZE = 12;

    private OutlineWriter() {}

    /**
     * A Word file (.docx).
     *
     * @param plan the head of the plan that the outline goes with
     */
    public static byte[] write(CampaignFile campaign, LetterHead plan) {
        String subject = campaign.campaign().title();
        WordFile file = WordFile.create("Đề cương báo cáo. " + subject, plan.issuingBody(), plan.date());
        OfficialLetter.title(file, "Đề cương báo cáo", subject);
        file.paragraph(
                Style.ANNEX_SOURCE,
                "(Kèm theo " + plan.reference(campaign.campaign().planDocument().documentTitle()) + ")");
        legend(file, campaign.campaign().lengthLimits());
        Annexes annexes = Annexes.of(campaign);
        campaign.outline().forEach(part -> {
            OutlineHeadings.part(file, part);
            part.sections().forEach(section -> section(file, section, annexes));
        });
        annexes(file, annexes);
        return file.bytes();
    }

    private static void legend(WordFile file, @Nullable LengthLimits limits) {
        file.paragraph(
                Style.GUIDANCE,
                "Mục có dấu (*) bắt buộc phải viết. Độ dài ghi sau mỗi mục tính bằng ký tự, kể cả dấu cách.");
        if (limits == null) {
            return;
        }
        List<String> totals = new ArrayList<>();
        if (limits.upper() != null) {
            totals.add(DocumentText.number(limits.upper()) + " ký tự đối với công đoàn cấp trên");
        }
        if (limits.grassroots() != null) {
            totals.add(DocumentText.number(limits.grassroots()) + " ký tự đối với công đoàn cơ sở");
        }
        if (!totals.isEmpty()) {
            String page = limits.charsPerA4Page() == null
                    ? ""
                    : " (một trang A4 khoảng " + DocumentText.number(limits.charsPerA4Page()) + " ký tự)";
            file.paragraph(Style.GUIDANCE, "Toàn bộ báo cáo không nên quá " + String.join(", ", totals) + page + ".");
        }
    }

    private static void section(WordFile file, Section section, Annexes annexes) {
        OutlineHeadings.section(file, section, section.required() ? " (*)" : "");
        if (section.isHeading()) {
            return;
        }
        String guidance = Stream.of(section.guidance(), "Độ dài: " + length(section) + "." + linked(section, annexes))
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
        Paragraphs.of(guidance).forEach(line -> file.paragraph(Style.GUIDANCE, line.text()));
    }

    private static String length(Section section) {
        String max = DocumentText.number(section.maxChars()) + " ký tự";
        return section.minChars() == 0
                ? "tối đa " + max
                : "từ " + DocumentText.number(section.minChars()) + " đến " + max;
    }

    private static String linked(Section section, Annexes annexes) {
        if (section.linkedAppendices() == null || section.linkedAppendices().isEmpty()) {
            return "";
        }
        return " Số liệu, danh mục kèm theo: "
                + String.join(
                        "; ",
                        section.linkedAppendices().stream().map(annexes::name).toList())
                + ".";
    }

    private static void annexes(WordFile file, Annexes annexes) {
        file.paragraph(Style.HEADING1, "DANH MỤC PHỤ LỤC");
        Grid grid = Grid.ruled(file, 30, 20, 115);
        Grid.Row head = grid.head();
        List.of("Phụ lục", "Mã biểu", "Nội dung")
                .forEach(text -> head.cell(Style.CELL_HEAD, text).size(SIZE));
        annexes.all().forEach(annex -> {
            Grid.Row row = grid.row();
            row.cell(Style.CELL_TEXT, annex.number()).size(SIZE);
            row.cell(Style.CELL_CENTRE, annex.code()).size(SIZE);
            row.cell(Style.CELL_TEXT, annex.title()).size(SIZE);
        });
    }
}
