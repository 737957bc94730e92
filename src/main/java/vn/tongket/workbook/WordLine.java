package vn.tongket.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a Word file as the reader needs it, or a table.
 *
 * @param control the tag of the content control in which it stands; null for none
 * @param level the depth of the heading that its style makes it, 1 for the highest; 0 for running text
 * @param label the sign of its list, with the blank behind it; empty for none
 * @param text may have several lines; a table has one for each row
 * @param losses what stood in it and is not taken, one for each occurrence
 */
record WordLine(@Nullable String control, int level, String label, String text, boolean table, List<WordLoss> losses) {

    /** As the report holds it. */
    String shown() {
        return label + text;
    }
}
