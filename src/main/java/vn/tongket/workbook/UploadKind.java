package vn.tongket.workbook;

/** The two kinds of files that are read. */
public enum UploadKind {
    WORKBOOK,
    DOCUMENT
}
