package vn.tongket.workbook;

import org.jspecify.annotations.Nullable;

/**
 * One place at which a file and the draft differ.
 *
 * @param path {@code P1.I.1}, {@code PL01.LD/2008}, {@code LF01}
 * @param group the appendix or list to which it belongs, or nothing for headings
 * @param label the place in words
 * @param base what stood there when the file was made; null when that is not known
 * @param file what the file says, as people read it; empty for a blank
 * @param draft what the draft holds now
 */
public record Difference(
        Kind kind,
        String path,
        String group,
        String label,
        @Nullable String base,
        String file,
        String draft) {

    /** Who changed it since the file was made. */
    public enum Kind {
        /** Only the file: taken unless the person says otherwise. */
        FILE,
        /** Only somebody on the page: kept. */
        DRAFT,
        /** Both, in different ways, or it cannot be told: the person chooses. */
        BOTH
    }
}
