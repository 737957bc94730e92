package vn.tongket.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.CampaignFile.Section;

/** The text of a report under the headings of its outline. */
final class ReportBody {

    private static final String NOTHING = "Không có nội dung báo cáo.";

    private final OfficialLetter letter;
    private final Map<String, String> texts;

    ReportBody(OfficialLetter letter, Map<String, String> texts) {
        this.letter = letter;
        this.texts = texts;
    }

    /** All headings that apply, in order; one without text says so, for the outline asks for it. */
    void write(List<OutlinePart> outline, Predicate<Section> applies) {
        for (OutlinePart part : outline) {
            List<Section> sections =
                    new ArrayList<>(part.sections().stream().filter(applies).toList());
            if (sections.isEmpty()) {
                continue;
            }
            OutlineHeadings.part(letter.file(), part);
            sections.forEach(this::section);
        }
    }

    private void section(Section section) {
        OutlineHeadings.section(letter.file(), section, "");
        if (section.isHeading()) {
            return;
        }
        String text = texts.getOrDefault(section.code(), "");
        letter.prose(text.isBlank() ? NOTHING : text);
    }
}
