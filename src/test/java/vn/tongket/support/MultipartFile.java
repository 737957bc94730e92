package vn.tongket.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One file as the body of a multipart request, in the field {@code file}. */
public final class MultipartFile {

    private static final String BOUNDARY = "tongket-boundary-of-tests";

    public static final List<String> HEADERS = List.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);

    private MultipartFile() {}

    public static byte[] of(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
