package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tongket.shared.DomainException;

class FileInspectionTests {

    @TempDir
    private Path folder;

    @Test
    void tellsAFileByItsContentWhateverItsName() throws IOException {
        assertThat(kind(SampleFiles.pdf("a"))).isEqualTo(FileKind.PDF);
        assertThat(kind(SampleFiles.image("png", 3, 2))).isEqualTo(FileKind.PNG);
        assertThat(kind(SampleFiles.image("jpeg", 3, 2))).isEqualTo(FileKind.JPEG);
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                Arguments.of("MZ\u0090\u0000 chương trình", "là một chương trình"),
                Arguments.of("PK\u0003\u0004 word/document.xml", "Word, Excel hoặc tệp nén"),
                Arguments.of("\u0000\u0000\u0000\u0018ftypheic", "HEIC"),
                Arguments.of("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "loại khác"),
                Arguments.of("<!DOCTYPE html><script>x()</script>", "loại khác"),
                Arguments.of("GIF89a", "loại khác"),
                Arguments.of("x%PDF-1.4 sau một chữ", "loại khác"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void refusesOtherKindsAndSaysWhichItIs(String content, String words) {
        assertThatThrownBy(() -> kind(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(DomainException.class)
                .hasMessageStartingWith("Chỉ nhận tệp PDF và ảnh PNG, JPEG.")
                .hasMessageContaining(words);
    }

    static Stream<byte[]> cutOff() {
        return Stream.of(SampleFiles.pdf("a"), SampleFiles.image("png", 30, 20), SampleFiles.image("jpeg", 30, 20))
                .map(whole -> Arrays.copyOf(whole, whole.length - 20));
    }

    @ParameterizedTest
    @MethodSource("cutOff")
    void refusesAFileThatWasCutOff(byte[] content) {
        assertThatThrownBy(() -> kind(content)).hasMessageContaining("bị hỏng hoặc tải lên chưa trọn");
    }

    @Test
    void refusesAPdfWhoseEndLeadsNowhere() {
        byte[] lost = new String(SampleFiles.pdf("a"), StandardCharsets.UTF_8)
                .replaceFirst("startxref\n\\d+", "startxref\n9999999999")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> kind(lost)).hasMessageContaining("Tệp PDF bị hỏng");
    }

    @Test
    void refusesAnImageThatUnpacksToGigabytesByItsHeaderAlone() {
        assertThatThrownBy(() -> kind(SampleFiles.pngClaiming(60_000, 50)))
                .hasMessage("Ảnh quá lớn: 60.000 × 50 điểm; tối đa 100 triệu điểm.");
        assertThatThrownBy(() -> kind(SampleFiles.pngClaiming(20_000, 20_000))).hasMessageContaining("Ảnh quá lớn");
    }

    private FileKind kind(byte[] content) throws IOException {
        return FileInspection.of(Files.write(folder.resolve("tep.bin"), content));
    }
}
