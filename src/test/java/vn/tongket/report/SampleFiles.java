package vn.tongket.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small files of the kinds that a report takes. */
public final class SampleFiles {

    private SampleFiles() {}

    /** One empty page; {@code remark} makes files that differ. */
    public static byte[] pdf(String remark) {
        String body = "%PDF-1.4\n% " + remark + "\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n";
        int table = body.getBytes(StandardCharsets.UTF_8).length;
        return (body + "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n" + table
                        + "\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** {@code format}: png or jpeg. */
    public static byte[] image(String format, int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PNG whose header claims another size, with the header's checksum set right. */
    static byte[] pngClaiming(int width, int height) {
        byte[] png = image("png", 1, 1);
        number(png, 16, width);
        number(png, 20, height);
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        number(png, 29, (int) checksum.getValue());
        return png;
    }

    private static void number(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }
}
