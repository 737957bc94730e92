package vn.tongket.workbook.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Office files as downloads. */
final class Downloads {

    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Downloads() {}

    static ResponseEntity<byte[]> workbook(byte[] bytes, String name) {
        return download(bytes, name, XLSX);
    }

    static ResponseEntity<byte[]> document(byte[] bytes, String name) {
        return download(bytes, name, DOCX);
    }

    private static ResponseEntity<byte[]> download(byte[] bytes, String name, MediaType type) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
