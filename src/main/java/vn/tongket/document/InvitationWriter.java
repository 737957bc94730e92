package vn.tongket.document;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.shared.Paragraphs;
import vn.tongket.shared.Vietnamese;

/** Writes the invitation to a conference of the Executive Committee. */
public final class InvitationWriter {

    private static final String[] WEEKDAYS = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"
    };
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH 'giờ' mm");

    /**
     * What the invitation says.
     *
     * @param conference such as {@code Hội nghị Ban Chấp hành Công đoàn Xây dựng Việt Nam}
     * @param invitee null invites the members of the Executive Committee together
     * @param agenda plain text, a line for each item
     */
    public record Invitation(
            LetterHead head,
            String conference,
            @Nullable String invitee,
            LocalDateTime startsAt,
            String place,
            String agenda,
            Signature signature,
            List<String> recipients) {}

    private InvitationWriter() {}

    /** A Word file (.docx). */
    public static byte[] write(Invitation invitation) {
        OfficialLetter letter = OfficialLetter.begin(invitation.head(), "Giấy mời. " + invitation.conference());
        letter.title("Giấy mời", invitation.conference());
        String invitee = invitation.invitee() == null ? "các đồng chí Ủy viên Ban Chấp hành" : invitation.invitee();
        letter.paragraph(invitation.head().issuingBody() + " trân trọng kính mời: " + invitee + ".");
        letter.labelled("Tới dự:", invitation.conference() + ".");
        letter.labelled("Thời gian:", time(invitation.startsAt()) + ".");
        letter.labelled("Địa điểm:", invitation.place() + ".");
        letter.labelled("Nội dung:", "");
        Paragraphs.of(invitation.agenda()).forEach(line -> letter.file().paragraph(Style.NUMBERED, line.text()));
        letter.ending("Đề nghị các đồng chí sắp xếp công việc, đến dự đúng giờ và đủ thành phần./.");
        letter.close(invitation.signature(), invitation.recipients());
        return letter.file().bytes();
    }

    /** {@code 08 giờ 00, thứ Sáu, ngày 15 tháng 12 năm 2017}. */
    static String time(LocalDateTime time) {
        String weekday = WEEKDAYS[time.getDayOfWeek().getValue() - 1];
        return HOUR.format(time) + ", " + weekday + ", " + Vietnamese.longDate(time.toLocalDate());
    }
}
