package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tongket.campaign.PlanDocument.Signature;
import vn.tongket.document.InvitationWriter.Invitation;
import vn.tongket.document.MinutesWriter.Minutes;

class ConferenceWriterTests {

    private static final String CONFERENCE = "Hội nghị Ban Chấp hành Công đoàn Xây dựng Việt Nam";
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2017, 12, 15, 8, 0);

    @Test
    void invitesToTimePlaceAndAgenda() {
        Opened invitation = Opened.of(InvitationWriter.write(new Invitation(
                DocumentFixtures.ISSUED,
                CONFERENCE,
                null,
                FRIDAY,
                "Hội trường tầng 3",
                "Thông qua báo cáo\n- Thảo luận",
                DocumentFixtures.DEPUTY,
                List.of("Như trên"))));

        assertThat(invitation.texts(Style.KIND)).containsExactly("GIẤY MỜI");
        assertThat(invitation.texts(Style.BODY))
                .startsWith("Công đoàn Xây dựng Việt Nam trân trọng kính mời: các đồng chí Ủy viên Ban Chấp hành.")
                .contains("Thời gian: 08 giờ 00, thứ Sáu, ngày 15 tháng 12 năm 2017.", "Địa điểm: Hội trường tầng 3.");
        assertThat(invitation.texts(Style.NUMBERED)).containsExactly("Thông qua báo cáo", "Thảo luận");
    }

    private static Opened minutes(List<String> amendments) {
        return Opened.of(MinutesWriter.write(new Minutes(
                DocumentFixtures.ISSUED,
                CONFERENCE,
                "Thông qua báo cáo tổng kết",
                FRIDAY,
                "Hội trường tầng 3",
                30,
                41,
                "Thông qua, có sửa đổi",
                "Khai mạc.\n\n- Ý kiến một.",
                amendments,
                new Signature("THƯ KÝ", "", "Vũ Thị Dương"),
                new Signature("CHỦ TỌA", "", "Lê Hoàng Anh"))));
    }

    /** 30 of 41 is 73.17 %. */
    @Test
    void recordsAttendanceOutcomeAndAmendments() {
        Opened minutes = minutes(List.of("Bổ sung số liệu", "Làm rõ nguyên nhân"));

        assertThat(minutes.texts(Style.BODY))
                .contains(
                        "Thành phần: có mặt 30/41 ủy viên Ban Chấp hành (73,2%).",
                        "Hội nghị kết luận: Thông qua, có sửa đổi.", "Khai mạc.");
        assertThat(minutes.texts(Style.ITEM)).containsExactly("Ý kiến một.");
        assertThat(minutes.texts(Style.NUMBERED)).containsExactly("Bổ sung số liệu", "Làm rõ nguyên nhân");
        assertThat(minutes.cell(1, 0, 0)).containsExactly("THƯ KÝ", "Vũ Thị Dương");
        assertThat(minutes.cell(1, 0, 1)).containsExactly("CHỦ TỌA", "Lê Hoàng Anh");
    }

    @Test
    void leavesTheAmendmentsOutWhenThereAreNone() {
        assertThat(minutes(List.of()).texts(Style.HEADING2)).containsExactly("I. DIỄN BIẾN HỘI NGHỊ", "II. KẾT QUẢ");
    }
}
