package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tongket.campaign.PlanDocument;

class DocumentTextTests {

    /** The letters of Vietnamese that carry a mark; 134 in both cases. */
    private static final String LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    private static Opened planSaying(String text) {
        PlanDocument plan = DocumentFixtures.PLAN;
        return Opened.of(PlanWriter.write(new PlanWriter.Plan(
                DocumentFixtures.ISSUED,
                DocumentFixtures.SUBJECT,
                new PlanDocument(
                        plan.documentTitle(),
                        plan.numberPattern(),
                        plan.number(),
                        plan.date(),
                        List.of(text),
                        plan.sections(),
                        plan.closing(),
                        List.of(text),
                        plan.signature()),
                List.of(),
                null)));
    }

    @Test
    void keepsEveryVietnameseLetter() {
        String all = LETTERS + LETTERS.toUpperCase(Locale.ROOT);

        assertThat(all).hasSize(134);
        assertThat(planSaying(all).texts(Style.BODY)).contains(all);
    }

    @Test
    void composesWhatComesDecomposed() {
        assertThat(planSaying("Tie\u0302\u0301ng Vie\u0323\u0302t").texts(Style.BODY))
                .contains("Tiếng Việt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0008\u001Fb", "a\uD800b", "a\uFFFEb", "a\u0085b", "\u0000ab"})
    void dropsWhatXmlCannotHold(String text) {
        assertThat(planSaying(text).texts(Style.BODY)).contains("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"]]>", "<w:p/>&amp;", "{so} ${x} %s %n", "\uD83D\uDE00", "-- <!-- ?>"})
    void keepsWhatOnlyLooksDangerous(String text) {
        assertThat(planSaying(text).texts(Style.BODY)).contains(text);
    }

    @Test
    void keepsVeryLongLinesWhole() {
        String word = "ố".repeat(4000);
        String sentence = "công đoàn ".repeat(400).strip();

        assertThat(planSaying(word).texts(Style.BODY)).contains(word);
        assertThat(planSaying(sentence).texts(Style.BODY)).contains(sentence);
    }

    @Test
    void turnsLineEndsIntoWordsOwn() {
        assertThat(planSaying("a\r\nb\tc").texts(Style.BODY)).contains("a\nb\tc");
    }

    @Test
    void namesFilesInPlainLetters() {
        assertThat(DocumentText.fileName("Kế hoạch", "45/KH-CĐXD", "docx")).isEqualTo("Ke-hoach-45-KH-CDXD.docx");
        assertThat(DocumentText.fileName("Giấy mời", "", "docx")).isEqualTo("Giay-moi.docx");
        assertThat(DocumentText.fileName("../x", "\u0000/", "zip")).isEqualTo("x.zip");
    }

    @Test
    void writesNumbersAsVietnameseDo() {
        assertThat(DocumentText.number(new BigDecimal("1234567.89"))).isEqualTo("1.234.567,89");
        assertThat(DocumentText.percent(1, 8)).isEqualTo("12,5%");
        assertThat(DocumentText.percent(41, 41)).isEqualTo("100,0%");
        assertThat(List.of(1, 4, 9, 14, 40, 99))
                .extracting(DocumentText::roman)
                .containsExactly("I", "IV", "IX", "XIV", "XL", "XCIX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thực hiện kế hoạch này", "Thực hiện kế hoạch này.", "Thực hiện kế hoạch này./."})
    void endsTheBodyWithItsSign(String text) {
        assertThat(Prose.ended(text)).isEqualTo("Thực hiện kế hoạch này./.");
    }

    @Test
    void leavesNoWordAloneOnTheLastLineOfAName() {
        assertThat(LineBreaks.name("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM"))
                .isEqualTo("TỔNG\u00A0LIÊN\u00A0ĐOÀN LAO\u00A0ĐỘNG VIỆT\u00A0NAM");
        assertThat(LineBreaks.name("Công đoàn Tổng công ty Viglacera - CTCP"))
                .isEqualTo("Công\u00A0đoàn Tổng\u00A0công\u00A0ty Viglacera\u00A0-\u00A0CTCP");
    }

    @Test
    void breaksALongSubjectWhereItSaysWhatItIsAbout() {
        assertThat(LineBreaks.subject(DocumentFixtures.SUBJECT).replace('\u00A0', ' '))
                .startsWith("Tổng kết 10 năm thực hiện Nghị quyết số 20-NQ/TW\nvề tiếp tục");
        assertThat(LineBreaks.subject("Báo cáo về nhà ở")).doesNotContain("\n");
    }

    @Test
    void findsEveryStyleInTheStylesFile() {
        var styles = planSaying("x").document().getStyles();

        assertThat(Arrays.stream(Style.values()).map(Style::id)).allMatch(styles::styleExist);
    }
}
