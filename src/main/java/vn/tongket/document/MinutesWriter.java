package vn.tongket.document;

import java.time.LocalDateTime;
import java.util.List;
import vn.tongket.campaign.PlanDocument.Signature;

/** Writes the minutes of a conference of the Executive Committee. */
public final class MinutesWriter {

    /**
     * What the minutes say.
     *
     * @param subject what was decided on, such as the report on a campaign
     * @param total members of the committee, of whom {@code present} came
     * @param outcome as people read it: {@code Thông qua}, {@code Thông qua, có sửa đổi}, …
     * @param text plain text
     * @param amendments one each; none leaves the heading out
     * @param secretary signs at the left, the chair at the right
     */
    public record Minutes(
            LetterHead head,
            String conference,
            String subject,
            LocalDateTime startsAt,
            String place,
            int present,
            int total,
            String outcome,
            String text,
            List<String> amendments,
            Signature secretary,
            Signature chair) {}

    private MinutesWriter() {}

    /** A Word file (.docx). */
    public static byte[] write(Minutes minutes) {
        OfficialLetter letter = OfficialLetter.begin(minutes.head(), "Biên bản. " + minutes.conference());
        letter.title("Biên bản", minutes.conference());
        letter.labelled("Thời gian:", InvitationWriter.time(minutes.startsAt()) + ".");
        letter.labelled("Địa điểm:", minutes.place() + ".");
        letter.labelled("Thành phần:", attendance(minutes));
        letter.labelled("Nội dung:", minutes.subject() + ".");
        WordFile file = letter.file();
        file.paragraph(Style.HEADING2, "I. DIỄN BIẾN HỘI NGHỊ");
        letter.prose(minutes.text());
        file.paragraph(Style.HEADING2, "II. KẾT QUẢ");
        letter.labelled("Hội nghị kết luận:", minutes.outcome() + ".");
        if (!minutes.amendments().isEmpty()) {
            file.paragraph(Style.HEADING2, "III. NỘI DUNG SỬA ĐỔI, BỔ SUNG");
            minutes.amendments()
                    .forEach(amendment -> file.paragraph(
                            Style.NUMBERED, String.join(" ", amendment.strip().split("\\s+"))));
        }
        letter.ending("Biên bản được thông qua tại hội nghị./.");
        letter.close(minutes.secretary(), minutes.chair());
        return file.bytes();
    }

    private static String attendance(Minutes minutes) {
        String share = minutes.total() > 0 ? " (" + DocumentText.percent(minutes.present(), minutes.total()) + ")" : "";
        return "có mặt %d/%d ủy viên Ban Chấp hành%s.".formatted(minutes.present(), minutes.total(), share);
    }
}
