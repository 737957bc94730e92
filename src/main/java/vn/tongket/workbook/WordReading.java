package vn.tongket.workbook;

import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Word files, as {@link WordReader} reads them. */
@Component
class WordReading implements FileReading {

    @Override
    public UploadKind kind() {
        return UploadKind.DOCUMENT;
    }

    @Override
    public Reading read(OfficePackage parts, Path file, Expected expected) {
        return WordReader.read(parts, expected);
    }
}
