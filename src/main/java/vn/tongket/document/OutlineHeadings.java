package vn.tongket.document;

import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.CampaignFile.Section;

/** The outline's headings, alike in the outline that is sent out and in the reports that follow it. */
final class OutlineHeadings {

    private OutlineHeadings() {}

    /** A part in capitals; an ordinal in words on a line of its own above. */
    static void part(WordFile file, OutlinePart part) {
        if (part.no() != null && part.hasNamedOrdinal()) {
            file.paragraph(Style.HEADING1, part.no()).setSpacingAfter(0);
            file.paragraph(Style.HEADING1, DocumentText.upper(part.title())).setSpacingBefore(0);
        } else {
            file.paragraph(Style.HEADING1, DocumentText.upper(part.heading()));
        }
    }

    /** A section, in capitals when it is numbered in Roman numerals; {@code mark} follows the title. */
    static void section(WordFile file, Section section, String mark) {
        file.paragraph(Style.heading(section.level()), title(section) + mark);
    }

    static String title(Section section) {
        String no = section.no() == null ? "" : section.no().strip();
        if (no.isEmpty()) {
            return section.title();
        }
        // L, C and D are letters here: no outline counts to fifty, many go from A to D.
        boolean roman = no.matches("[IVX]+");
        return no + ". " + (roman ? DocumentText.upper(section.title()) : section.title());
    }
}
