package vn.tongket.document;

import java.util.List;
import vn.tongket.campaign.CampaignFile.Section;

/** Writes the outline as a file to write in: a content control below each heading, tagged with the heading's code. */
public final class OutlineFormWriter {

    /** Titles at a control's edge stay on one line. */
    private static final int MAX_TITLE = 60;

    private static final int AFTER_UNION = 240;
    /** The style by which Word knows its own invitations to type. */
    private static final String PROMPT = "PlaceholderText";

    private OutlineFormWriter() {}

    /** A Word file (.docx). */
    public static byte[] write(OutlineForm form) {
        WordFile file = WordFile.create(form.kind() + ". " + form.subject(), form.union(), null);
        OfficialLetter.title(file, form.kind(), form.subject());
        file.paragraph(Style.ISSUER, form.union()).setSpacingAfter(AFTER_UNION);
        form.guide().forEach(line -> file.paragraph(Style.HINT, line));
        form.outline().forEach(part -> {
            OutlineHeadings.part(file, part);
            part.sections().forEach(section -> section(file, form, section));
        });
        file.property(form.mark().name(), form.mark().text());
        file.data(form.data().id(), form.data().xml());
        return file.bytes();
    }

    private static void section(WordFile file, OutlineForm form, Section section) {
        OutlineHeadings.section(file, section, "");
        if (section.isHeading()) {
            return;
        }
        form.hints().getOrDefault(section.code(), List.of()).forEach(hint -> file.paragraph(Style.HINT, hint));
        String text = form.texts().getOrDefault(section.code(), "");
        String title = section.heading();
        file.control(section.code(), title.substring(0, Math.min(title.length(), MAX_TITLE)), text.isBlank(), () -> {
            if (text.isBlank()) {
                WordFile.run(file.paragraph(Style.BODY, ""), form.prompt()).setStyle(PROMPT);
            } else {
                new ProseWriter(file).write(text);
            }
        });
    }
}
