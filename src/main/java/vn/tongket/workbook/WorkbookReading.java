package vn.tongket.workbook;

import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Workbooks, as {@link WorkbookReader} reads them. */
@Component
class WorkbookReading implements FileReading {

    @Override
    public UploadKind kind() {
        return UploadKind.WORKBOOK;
    }

    @Override
    public Reading read(OfficePackage parts, Path file, Expected expected) {
        return WorkbookReader.read(parts, expected);
    }
}
