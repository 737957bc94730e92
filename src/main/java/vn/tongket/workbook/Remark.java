package vn.tongket.workbook;

/**
 * One thing to tell about an uploaded file.
 *
 * @param sheet the sheet's name as the file has it; empty for the whole file and for Word
 * @param cell {@code E5}, {@code E5:F5}; empty for the whole sheet
 * @param path the place in the report, {@code PL01.LD/2008}; empty where there is none
 */
public record Remark(Level level, String sheet, String cell, String path, String message) {

    /** What follows from it. */
    public enum Level {
        /** Nothing of the file can be taken. */
        FILE,
        /** This place cannot be taken. */
        FAULT,
        /** It was taken in a way that the person should know. */
        NOTE
    }

    static Remark file(String message) {
        return new Remark(Level.FILE, "", "", "", message);
    }

    static Remark fault(String sheet, String cell, String path, String message) {
        return new Remark(Level.FAULT, sheet, cell, path, message);
    }

    static Remark note(String sheet, String cell, String path, String message) {
        return new Remark(Level.NOTE, sheet, cell, path, message);
    }

    public boolean isNote() {
        return level == Level.NOTE;
    }

    /** {@code PL01!E5}, {@code PL01}, or nothing for the whole file. */
    public String place() {
        return cell.isEmpty() ? sheet : sheet + "!" + cell;
    }
}
