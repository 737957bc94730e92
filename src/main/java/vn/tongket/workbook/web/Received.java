package vn.tongket.workbook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.tongket.shared.DomainException;
import vn.tongket.workbook.Upload;
import vn.tongket.workbook.Uploads;

/** Takes a file out of a request, from disk to disk, the same for page and API. */
@Component
class Received {

    private final Uploads uploads;

    Received(Uploads uploads) {
        this.uploads = uploads;
    }

    Upload take(String campaign, String unit, MultipartFile file, String actor) {
        if (file.isEmpty()) {
            throw DomainException.refused("Đồng chí chưa chọn tệp, hoặc tệp rỗng.");
        }
        Path copy = null;
        try {
            copy = Files.createTempFile("upload", ".bin");
            file.transferTo(copy);
            String name = file.getOriginalFilename();
            return uploads.receive(campaign, unit, copy, name == null ? "" : name, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
