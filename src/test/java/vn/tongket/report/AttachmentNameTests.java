package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttachmentNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Báo cáo đã ký.pdf|Báo cáo đã ký.pdf",
                "C:\\Users\\x\\bao cao.PDF|bao cao.PDF",
                "../../etc/passwd|passwd.pdf",
                "virus.exe|virus.exe.pdf",
                "bao\u202Efdp.exe|bao fdp.exe.pdf",
                "a\u0000b\tc\u200B.pdf|a b c.pdf",
                "a<b>:\"c?*.pdf|a b c.pdf",
                "CON.pdf|_CON.pdf",
                ". . .|Tệp đính kèm.pdf",
                ".pdf|Tệp đính kèm.pdf",
                "ảnh.png|ảnh.png.pdf",
            },
            quoteCharacter = '`')
    void keepsOfANameWhatIsHarmlessEverywhere(String sent, String kept) {
        assertThat(AttachmentName.of(sent, FileKind.PDF, List.of())).isEqualTo(kept);
    }

    @Test
    void composesADecomposedName() {
        String sent = Normalizer.normalize("Báo cáo đã ký.pdf", Normalizer.Form.NFD);

        assertThat(AttachmentName.of(sent, FileKind.PDF, List.of())).isEqualTo("Báo cáo đã ký.pdf");
    }

    @Test
    void numbersANameThatIsTaken() {
        assertThat(AttachmentName.of("Ảnh.JPG", FileKind.JPEG, List.of("ảnh.jpg", "Ảnh (2).jpg")))
                .isEqualTo("Ảnh (3).JPG");
    }

    @Test
    void shortensALongNameAndKeepsItsEnding() {
        String name = AttachmentName.of("ă".repeat(300) + ".jpeg", FileKind.JPEG, List.of());

        assertThat(name).isEqualTo("ă".repeat(115) + ".jpeg");
    }
}
