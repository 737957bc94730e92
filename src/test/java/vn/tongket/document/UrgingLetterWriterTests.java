package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.tongket.document.UrgingLetterWriter.Addressee;
import vn.tongket.document.UrgingLetterWriter.Letter;

class UrgingLetterWriterTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2017, 11, 4);
    private static final LetterHead HEAD = new LetterHead(
            "Tổng Liên đoàn Lao động Việt Nam",
            "Công đoàn Xây dựng Việt Nam",
            "Hà Nội",
            "210/CĐXD-TG",
            LocalDate.of(2017, 11, 8));

    private static Opened letter(List<Addressee> addressees) {
        return Opened.of(UrgingLetterWriter.write(new Letter(
                HEAD,
                "tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW",
                "Kế hoạch số 45/KH-CĐXD ngày 08 tháng 9 năm 2017",
                "Ban Tuyên giáo",
                addressees,
                LocalDate.of(2017, 11, 13),
                DocumentFixtures.DEPUTY,
                List.of("Như trên", "Lưu: VT, TG"))));
    }

    private static Addressee late(String name) {
        return new Addressee(name, LAST_DAY, "Đang soạn");
    }

    @Test
    void urgesOneUnionByNameUntilANewDay() {
        Opened letter = letter(List.of(late("Công đoàn Tổng công ty Sông Đà")));

        assertThat(letter.cell(0, 1, 0))
                .containsExactly(
                        "Số: 210/CĐXD-TG", "V/v đôn đốc gửi báo cáo tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW");
        assertThat(letter.cell(0, 1, 1)).containsExactly("Hà Nội, ngày 08 tháng 11 năm 2017");
        assertThat(letter.texts(Style.KIND)).isEmpty();
        assertThat(letter.texts(Style.ADDRESSEE)).containsExactly("Kính gửi: Công đoàn Tổng công ty Sông Đà.");
        assertThat(letter.texts(Style.BODY))
                .containsExactly(
                        "Theo Kế hoạch số 45/KH-CĐXD ngày 08 tháng 9 năm 2017, báo cáo tổng kết 10 năm thực hiện Nghị"
                                + " quyết số 20-NQ/TW của các đơn vị gửi về Ban Tuyên giáo chậm nhất hết ngày"
                                + " 04/11/2017.",
                        "Đến ngày 08 tháng 11 năm 2017, Công đoàn Xây dựng Việt Nam chưa nhận được báo cáo của đơn vị.",
                        "Đề nghị đồng chí Chủ tịch chỉ đạo hoàn thành và gửi báo cáo về Ban Tuyên giáo chậm nhất hết"
                                + " ngày 13 tháng 11 năm 2017.",
                        "Quá thời hạn trên, đơn vị được tính là không gửi báo cáo khi xét thi đua./.");
        assertThat(letter.cell(1, 0, 0)).containsExactly("Nơi nhận:", "Như trên;", "Lưu: VT, TG.");
        assertThat(letter.cell(1, 0, 1)).containsExactly("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Nguyễn Văn Ân");
    }

    @Test
    void namesSeveralUnionsBelowEachOther() {
        Opened letter = letter(List.of(
                late("Công đoàn Tổng công ty Sông Đà"),
                new Addressee("Công đoàn Viglacera", LocalDate.of(2017, 11, 3), "Trả lại, yêu cầu bổ sung")));

        assertThat(letter.texts(Style.ADDRESSEES)).containsExactly("Kính gửi:");
        assertThat(letter.texts(Style.ADDRESSEE_ITEM))
                .containsExactly("- Công đoàn Tổng công ty Sông Đà;", "- Công đoàn Viglacera.");
        assertThat(letter.body())
                .contains(
                        "chậm nhất hết ngày 03/11/2017 hoặc 04/11/2017, theo hạn của từng đơn vị.",
                        "chưa nhận được báo cáo của các đơn vị có tên trên");
    }

    @Test
    void putsMoreThanTwelveIntoAListThatGoesWithIt() {
        Opened letter = letter(IntStream.rangeClosed(1, 52)
                .mapToObj(i -> late("Công đoàn số " + i))
                .toList());

        assertThat(letter.texts(Style.ADDRESSEE))
                .containsExactly("Kính gửi: Các công đoàn có tên trong danh sách kèm theo.");
        assertThat(letter.body()).contains("báo cáo của 52 đơn vị có tên trong danh sách kèm theo.");
        assertThat(letter.texts(Style.ANNEX_SOURCE))
                .containsExactly("(Kèm theo Công văn số 210/CĐXD-TG ngày 08 tháng 11 năm 2017 của Công đoàn Xây dựng"
                        + " Việt Nam)");
        assertThat(letter.rows(2)).hasSize(53);
        assertThat(letter.row(2, 0)).containsExactly("STT", "Đơn vị", "Hạn gửi", "Tình trạng");
        assertThat(letter.row(2, 52)).containsExactly("52", "Công đoàn số 52", "04/11/2017", "Đang soạn");
    }

    @Test
    void keepsTheTextOfTheLetterOutOfTheList() {
        assertThat(letter(List.of(late("A"))).sections()).hasSize(1);
        assertThat(letter(IntStream.range(0, 13)
                                .mapToObj(i -> late("Đơn vị " + i))
                                .toList())
                        .sections())
                .hasSize(2);
    }
}
