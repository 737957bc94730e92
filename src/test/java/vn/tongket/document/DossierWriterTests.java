package vn.tongket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import vn.tongket.document.DossierWriter.Entry;

class DossierWriterTests {

    private static final LocalDateTime PACKED_AT = LocalDateTime.of(2017, 12, 29, 16, 30);

    private static Map<String, String> unpack(String... names) throws IOException {
        List<Entry> entries = List.of(names).stream()
                .map(name -> new Entry(name, "abc".getBytes(StandardCharsets.UTF_8)))
                .toList();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(DossierWriter.write(entries, PACKED_AT)), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(PACKED_AT);
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The SHA-256 of "abc" as FIPS 180-2 gives it. */
    @Test
    void listsNameSizeAndDigest() throws IOException {
        assertThat(unpack("Kế hoạch.docx"))
                .containsEntry("Kế hoạch.docx", "abc")
                .containsEntry(
                        "muc-luc.txt",
                        "MỤC LỤC HỒ SƠ\nTên tệp\tKích thước (byte)\tSHA-256\n"
                                + "Kế hoạch.docx\t3\tba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n");
    }

    @Test
    void letsNoNameLeaveTheFolderOrTroubleWindows() throws IOException {
        assertThat(unpack("../../etc/passwd", "/a\\b/c:?.txt", "nul.txt", "x\u0000\u202Ey", "  ")
                        .keySet())
                .containsExactly("muc-luc.txt", "etc/passwd", "a/b/c__.txt", "_nul.txt", "x_y", "tep");
    }

    @Test
    void keepsFilesOfTheSameNameApart() throws IOException {
        assertThat(unpack("a/Báo cáo.docx", "a/BÁO CÁO.docx", "muc-luc.txt", "a/Ba\u0301o ca\u0301o.docx")
                        .keySet())
                .containsExactly(
                        "muc-luc.txt", "a/Báo cáo.docx", "a/BÁO CÁO (2).docx", "muc-luc (2).txt", "a/Báo cáo (3).docx");
    }
}
