package vn.tongket.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import vn.tongket.shared.DomainException;

/** What a file is, by its content and never by its name; whatever is neither .xlsx nor .docx is told so. */
final class FileSort {

    private static final String TRY = " Hãy tải mẫu từ hệ thống, điền và nộp tệp .xlsx hoặc .docx.";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";
    /** Old formats name their streams in UTF-16, somewhere within the first megabytes. */
    private static final int LOOKED_AT = 4_000_000;

    private FileSort() {}

    /** The kind of that file; a quick look that reads neither its texts nor its figures. */
    static UploadKind of(Path file) {
        byte[] head = head(file);
        if (head.length == 0) {
            throw refused("Tệp rỗng.");
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return ofPackage(file);
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused(old(head));
        }
        throw refused(other(head));
    }

    private static UploadKind ofPackage(Path file) {
        try (OfficePackage parts = new OfficePackage(file)) {
            if (parts.has("mimetype")) {
                throw refused(
                        "Đây là tệp của LibreOffice hoặc OpenOffice (.ods, .odt). Hãy lưu lại thành .xlsx hoặc .docx.");
            }
            if (!parts.has("[Content_Types].xml")) {
                throw refused("Đây là tệp nén, không phải tệp Excel hay Word.");
            }
            UploadKind[] kind = new UploadKind[1];
            parts.visit("[Content_Types].xml", (name, at) -> {
                String type = OfficePackage.attribute(at, "ContentType");
                if (type != null) {
                    kind[0] = kind[0] == null ? ofType(type.toLowerCase(Locale.ROOT)) : kind[0];
                }
            });
            if (kind[0] == null) {
                throw refused("Đây không phải tệp Excel (.xlsx) hay Word (.docx).");
            }
            return kind[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("NullAway") // null: this type says nothing
    private static UploadKind ofType(String type) {
        if (type.contains("macroenabled") || type.contains("vbaproject")) {
            throw refused(
                    type.contains("binary")
                            ? "Đây là tệp Excel nhị phân (.xlsb), hệ thống không đọc."
                            : "Tệp có macro (.xlsm, .docm) nên không được nhận.");
        }
        if (type.equals(MAIN.toLowerCase(Locale.ROOT) + "spreadsheetml.sheet.main+xml")) {
            return UploadKind.WORKBOOK;
        }
        if (type.equals(MAIN.toLowerCase(Locale.ROOT) + "wordprocessingml.document.main+xml")) {
            return UploadKind.DOCUMENT;
        }
        return null;
    }

    private static String old(byte[] head) {
        if (holds(head, "EncryptedPackage")) {
            return "Tệp có đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi lưu lại.";
        }
        if (holds(head, "WordDocument")) {
            return "Đây là tệp Word đời cũ (.doc). Hãy lưu lại thành .docx.";
        }
        return "Đây là tệp Excel đời cũ (.xls). Hãy lưu lại thành .xlsx.";
    }

    private static String other(byte[] head) {
        String text = text(head);
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("{\\rtf")) {
            return "Đây là tệp .rtf. Hãy lưu lại thành .docx.";
        }
        if (start.startsWith("%pdf")) {
            return "Đây là tệp PDF. Bản chụp báo cáo được đính kèm ở trang báo cáo, không nộp ở đây.";
        }
        if (start.startsWith("<")) {
            return "Đây là trang web hoặc tệp XML được đổi đuôi, không phải tệp Excel hay Word.";
        }
        return text.isEmpty()
                ? "Đây không phải tệp Excel (.xlsx) hay Word (.docx)."
                : "Đây là tệp chữ hoặc .csv, không phải tệp Excel hay Word.";
    }

    /** The beginning as text; empty when it is none. */
    private static String text(byte[] head) {
        try {
            byte[] start = Arrays.copyOf(head, Math.min(head.length, 1000));
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(start.length < 1000 ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(start))
                    .toString()
                    .replace("\uFEFF", "");
            return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t') ? "" : text;
        } catch (CharacterCodingException e) {
            return "";
        }
    }

    private static boolean holds(byte[] head, String name) {
        // UTF-16 as bytes: each letter with a zero after it.
        return new String(head, StandardCharsets.ISO_8859_1)
                .contains(new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOKED_AT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DomainException refused(String sentence) {
        return DomainException.refused(sentence + TRY);
    }
}
