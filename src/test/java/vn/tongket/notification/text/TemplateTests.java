package vn.tongket.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTests {

    private static String body(String text, Map<Placeholder, List<String>> facts) {
        return Template.of(text).body(placeholder -> facts.getOrDefault(placeholder, List.of()));
    }

    @Test
    void fillsInWhatIsNamedWhateverTheCaseAndTheBlanks() {
        Map<Placeholder, List<String>> facts =
                Map.of(Placeholder.UNIT, List.of("Công đoàn Sông Đà"), Placeholder.DEADLINE, List.of("04/11/2017"));

        assertThat(body("Kính gửi: {tên đơn vị}, hạn {HẠN}, { tên  đơn vị }.", facts))
                .isEqualTo("Kính gửi: Công đoàn Sông Đà, hạn 04/11/2017, Công đoàn Sông Đà.");
    }

    /** As macOS types it. */
    @Test
    void knowsANameInDecomposedLetters() {
        String decomposed = java.text.Normalizer.normalize("{tên đơn vị}", java.text.Normalizer.Form.NFD);

        assertThat(body(decomposed, Map.of(Placeholder.UNIT, List.of("Sông Đà"))))
                .isEqualTo("Sông Đà");
    }

    @Test
    void beginsWithACapitalWhereThePlaceholderDoes() {
        Map<Placeholder, List<String>> facts = Map.of(Placeholder.TITLE, List.of("ưu tiên tổng kết"));

        assertThat(body("{Tên đợt}. Về {tên đợt}.", facts)).isEqualTo("Ưu tiên tổng kết. Về ưu tiên tổng kết.");
    }

    @Test
    void leavesOutALineWhosePlaceholdersHaveNothingToSay() {
        Map<Placeholder, List<String>> facts = Map.of(Placeholder.INCOMING_NUMBER, List.of("15"));

        assertThat(body("Biên nhận.\n\n- Số đến: {số đến}\n- Mã: {mã xác thực}\n\nHết.", facts))
                .isEqualTo("Biên nhận.\n\n- Số đến: 15\n\nHết.");
        assertThat(body("{số đến} và {mã xác thực}", facts)).isEqualTo("15 và");
    }

    @Test
    void leavesOutTheLineThatAnnouncesWhatIsLeftOut() {
        String text = "Mở đầu.\n\nĐơn vị chưa gửi:\n\n- {đơn vị chưa gửi}\n\nKết.";

        assertThat(body(text, Map.of())).isEqualTo("Mở đầu.\n\nKết.");
        assertThat(body(text, Map.of(Placeholder.MISSING, List.of("A"))))
                .isEqualTo("Mở đầu.\n\nĐơn vị chưa gửi:\n\n- A\n\nKết.");
    }

    @Test
    void keepsTheAnnouncementOfAListOfWhichSomethingIsLeft() {
        assertThat(body("Gồm:\n- {số đến}\n- một mục viết sẵn", Map.of())).isEqualTo("Gồm:\n- một mục viết sẵn");
        assertThat(body("Kết thúc bằng dấu hai chấm:", Map.of())).isEqualTo("Kết thúc bằng dấu hai chấm:");
    }

    @Test
    void makesAListOfAPlaceholderThatStandsAlone() {
        Map<Placeholder, List<String>> facts = Map.of(Placeholder.OWED, List.of("Mục 1 chưa viết", "Phụ lục PL01"));

        assertThat(body("{còn nợ}", facts)).isEqualTo("- Mục 1 chưa viết\n- Phụ lục PL01");
        assertThat(body("- {còn nợ}", facts)).isEqualTo("- Mục 1 chưa viết\n- Phụ lục PL01");
        assertThat(body("Còn {còn nợ}.", facts)).isEqualTo("Còn Mục 1 chưa viết; Phụ lục PL01.");
        assertThat(body("- {còn nợ}", Map.of(Placeholder.OWED, List.of("chỉ một"))))
                .isEqualTo("- chỉ một");
    }

    /** Nothing that is filled in is read again, whatever it looks like. */
    @Test
    void takesWhatIsFilledInAsWords() {
        Map<Placeholder, List<String>> facts = Map.of(
                Placeholder.UNIT, List.of("{hạn} ${T(java.lang.Runtime)} [(${x})] #{y}"),
                Placeholder.DEADLINE, List.of("04/11/2017"));

        assertThat(body("{tên đơn vị}", facts)).isEqualTo("{hạn} ${T(java.lang.Runtime)} [(${x})] #{y}");
    }

    @Test
    void letsNoValueBeginALineOfItsOwn() {
        Map<Placeholder, List<String>> facts =
                Map.of(Placeholder.UNIT, List.of("Công đoàn\r\n- mục giả\u2028Bcc: ai@demo.invalid\u202Eđảo"));

        assertThat(body("Kính gửi: {tên đơn vị}.", facts))
                .isEqualTo("Kính gửi: Công đoàn - mục giả Bcc: ai@demo.invalid đảo.");
        assertThat(Template.of("Nhắc {tên đơn vị}").subject(facts::get))
                .isEqualTo("Nhắc Công đoàn - mục giả Bcc: ai@demo.invalid đảo");
    }

    @Test
    void leavesWhatItDoesNotKnowAsItIsWritten() {
        assertThat(body("Giá {abc} và { dở dang", Map.of())).isEqualTo("Giá {abc} và { dở dang");
    }
}
