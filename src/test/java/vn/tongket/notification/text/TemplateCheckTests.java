package vn.tongket.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tongket.shared.DomainException.Fault;

class TemplateCheckTests {

    private static List<Fault> faults(String subject, String body) {
        return CampaignTexts.faultsOf(MailText.REMINDER_FIRM, new Wording(subject, body));
    }

    private static List<String> ofBody(String body) {
        return faults("Nhắc hạn", body).stream().map(Fault::message).toList();
    }

    @ParameterizedTest
    @EnumSource(MailText.class)
    void passesEveryTextThatIsShipped(MailText text) {
        assertThat(CampaignTexts.faultsOf(text, CampaignTexts.shipped(text))).isEmpty();
    }

    @Test
    void namesTheLineAndTheNearestPlaceholder() {
        assertThat(faults("Nhắc {tên đơn vi}", "Kính gửi:\n\nHạn là {hạnn}, {xyz}."))
                .containsExactly(
                        new Fault(
                                "subject", "Không có chỗ điền “{tên đơn vi}”; có phải đồng chí muốn ghi {tên đơn vị}?"),
                        new Fault("body", "Dòng 3: không có chỗ điền “{hạnn}”; có phải đồng chí muốn ghi {hạn}?"),
                        new Fault("body", "Dòng 3: không có chỗ điền “{xyz}”; xem danh sách chỗ điền."));
    }

    @Test
    void suggestsForANameWithoutMarksAndForItsBeginning() {
        assertThat(ofBody("{con no}\n{còn bao}"))
                .containsExactly(
                        "Dòng 1: không có chỗ điền “{con no}”; có phải đồng chí muốn ghi {còn nợ}?",
                        "Dòng 2: không có chỗ điền “{còn bao}”; có phải đồng chí muốn ghi {còn bao lâu}?");
    }

    @Test
    void refusesAPlaceholderThatTheMailHasNothingFor() {
        assertThat(ofBody("Mã: {mã xác thực}"))
                .containsExactly("Dòng 1: chỗ điền {mã xác thực} không dùng được trong thư này.");
    }

    @Test
    void refusesBracesThatDoNotMeet() {
        assertThat(ofBody("Hạn {hạn\n{tên {hạn}\nthừa } ở đây\n{ }"))
                .containsExactly(
                        "Dòng 1: dấu “{” chưa có dấu “}” đóng lại.",
                        "Dòng 2: dấu “{” chưa có dấu “}” đóng lại.",
                        "Dòng 3: dấu “}” thừa, trước nó không có dấu “{”.",
                        "Dòng 4: giữa “{” và “}” chưa ghi tên chỗ điền.");
    }

    @Test
    void refusesWhatIsEmptyOrTooLong() {
        assertThat(faults(" \n ", "\u00a0"))
                .containsExactly(
                        new Fault("subject", "Tiêu đề không được để trống."),
                        new Fault("body", "Nội dung không được để trống."));
        assertThat(faults("a".repeat(201), "b".repeat(10_001)))
                .containsExactly(
                        new Fault("subject", "Tiêu đề dài 201 ký tự, tối đa 200."),
                        new Fault("body", "Nội dung dài 10.001 ký tự, tối đa 10.000."));
        assertThat(faults("đ".repeat(200), "đ".repeat(10_000))).isEmpty();
    }

    @Test
    void refusesASubjectOfTwoLines() {
        assertThat(faults("Một\nBcc: ai@demo.invalid", "Nội dung"))
                .containsExactly(new Fault("subject", "Tiêu đề chỉ được có một dòng."));
    }

    @Test
    void takesExpressionsOfOtherLanguagesForUnknownPlaceholders() {
        assertThat(ofBody("${T(java.lang.Runtime).getRuntime()}"))
                .containsExactly("Dòng 1: không có chỗ điền “{T(java.lang.Runtime).getRuntime()}”; xem danh sách chỗ"
                        + " điền.");
    }

    @Test
    void givesEachPlaceholderANameOfItsOwnInComposedLetters() {
        assertThat(Placeholder.values())
                .allSatisfy(placeholder -> assertThat(Placeholder.of(placeholder.label()))
                        .as(placeholder.label())
                        .contains(placeholder))
                .extracting(Placeholder::label)
                .doesNotHaveDuplicates();
    }
}
