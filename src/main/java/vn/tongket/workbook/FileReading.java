package vn.tongket.workbook;

import java.nio.file.Path;
import vn.tongket.shared.DomainException;

/** Reads files of one kind that have passed the guard. */
interface FileReading {

    UploadKind kind();

    /**
     * What the file says.
     *
     * @param parts the file, opened
     * @param file where it lies
     * @throws DomainException when nothing of it can be taken
     */
    Reading read(OfficePackage parts, Path file, Expected expected);
}
