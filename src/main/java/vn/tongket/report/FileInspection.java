package vn.tongket.report;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.Vietnamese;

/**
 * Tells by its content what a file is and whether it is whole. Only the frame is read, a few kilobytes of it: nothing is
 * unpacked, so that a file which unpacks to gigabytes costs no more than another.
 */
final class FileInspection {

    /** A page of A3 at 600 dots an inch has 70 million. */
    private static final long MAX_PIXELS = 100_000_000;

    private static final int MAX_SIDE = 30_000;
    private static final int TAIL = 2048;
    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 'B', 0x60, (byte) 0x82};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] JPEG_END = {(byte) 0xFF, (byte) 0xD9};
    private static final Pattern PDF_END = Pattern.compile("startxref\\s+(\\d{1,10})\\s+%%EOF\\s*$");
    private static final Pattern PDF_TABLE = Pattern.compile("^\\s*(xref|\\d+\\s+\\d+\\s+obj)");

    private final RandomAccessFile file;
    private final Path path;

    private FileInspection(RandomAccessFile file, Path path) {
        this.file = file;
        this.path = path;
    }

    /** @throws DomainException with the sentence that says what is wrong with it */
    static FileKind of(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            return new FileInspection(file, path).kind();
        }
    }

    private FileKind kind() throws IOException {
        byte[] head = bytes(0, PNG.length);
        if (starts(head, PDF)) {
            requireWholePdf();
            return FileKind.PDF;
        }
        if (starts(head, PNG)) {
            requireImage("png", PNG_END);
            return FileKind.PNG;
        }
        if (starts(head, JPEG)) {
            requireImage("jpeg", JPEG_END);
            return FileKind.JPEG;
        }
        throw DomainException.refused("Chỉ nhận tệp PDF và ảnh PNG, JPEG." + what(head));
    }

    private static String what(byte[] head) {
        if (starts(head, ascii("PK"))) {
            return " Tệp này là tệp Word, Excel hoặc tệp nén; hãy lưu thành PDF rồi gửi.";
        }
        if (starts(head, ascii("MZ"))) {
            return " Tệp này là một chương trình.";
        }
        if (head.length > 7 && starts(Arrays.copyOfRange(head, 4, 8), ascii("ftyp"))) {
            return " Tệp này là ảnh HEIC hoặc phim; hãy lưu thành JPEG rồi gửi.";
        }
        return " Nội dung của tệp này là loại khác, dù tên tệp ghi thế nào.";
    }

    /** It ends as a PDF does, and its end leads to the table of its parts: a scan cut off on its way does not. */
    private void requireWholePdf() throws IOException {
        Matcher end = PDF_END.matcher(latin(bytes(file.length() - TAIL, TAIL)));
        long table = end.find() ? Long.parseLong(end.group(1)) : file.length();
        if (!PDF_TABLE.matcher(latin(bytes(table, 64))).find()) {
            throw broken("PDF");
        }
    }

    private void requireImage(String format, byte[] end) throws IOException {
        int[] size = size(format);
        if (size == null || !contains(bytes(file.length() - TAIL, TAIL), end)) {
            throw broken("ảnh");
        }
        if (size[0] > MAX_SIDE || size[1] > MAX_SIDE || (long) size[0] * size[1] > MAX_PIXELS) {
            throw DomainException.refused("Ảnh quá lớn: %s × %s điểm; tối đa %s triệu điểm."
                    .formatted(
                            Vietnamese.count(size[0]),
                            Vietnamese.count(size[1]),
                            Vietnamese.count(MAX_PIXELS / 1_000_000)));
        }
    }

    /** Width and height as the header tells them, null when it cannot be read; no pixel is decoded. */
    private int @Nullable [] size(String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (FileImageInputStream in = new FileImageInputStream(path.toFile())) {
            reader.setInput(in, true, true);
            return new int[] {reader.getWidth(0), reader.getHeight(0)};
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        } finally {
            reader.dispose();
        }
    }

    /** So many bytes from there, fewer at the file's end. */
    private byte[] bytes(long from, int most) throws IOException {
        long start = Math.max(0, from);
        byte[] bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - start))];
        try {
            file.seek(start);
            file.readFully(bytes);
        } catch (EOFException e) {
            throw broken("");
        }
        return bytes;
    }

    private static boolean starts(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        return latin(bytes).contains(latin(part));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static DomainException broken(String what) {
        return DomainException.refused("Tệp %s bị hỏng hoặc tải lên chưa trọn. Hãy mở thử trên máy, lưu lại rồi gửi."
                .formatted(what)
                .replace("  ", " "));
    }
}
