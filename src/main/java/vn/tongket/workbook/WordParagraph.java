package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tongket.workbook.WordStyles.InList;

/** A paragraph of a Word file while it is read: its style, its list, its text and what stood in it besides. */
final class WordParagraph {

    private static final int NONE = -1;

    private final StringBuilder text = new StringBuilder();
    private final List<WordLoss> losses = new ArrayList<>();
    private @Nullable String control;
    private @Nullable String style;
    private int outline = NONE;
    private int list = NONE;
    private int depth = NONE;

    WordParagraph(@Nullable String control) {
        this.control = control;
    }

    void style(@Nullable String id) {
        style = id;
    }

    void outline(int level) {
        outline = level;
    }

    void list(int number) {
        list = number;
    }

    void depth(int level) {
        depth = level;
    }

    /** A control may begin inside the paragraph: the first one with text has it. */
    void write(String piece, @Nullable String inControl) {
        control = control == null ? inControl : control;
        text.append(piece);
    }

    void lose(WordLoss loss) {
        losses.add(loss);
    }

    boolean isEmpty() {
        return text.isEmpty() && losses.isEmpty();
    }

    /** As the reader needs it; counts its list on. */
    WordLine line(WordStyles styles, WordLists lists) {
        int level = outline == NONE ? styles.level(style) : WordStyles.level(outline);
        String said = text.toString().strip();
        String label = level > 0 ? "" : lists.next(item(styles));
        // Blank items are not numbered by people, but by Word.
        return new WordLine(control, level, said.isEmpty() ? "" : label, said, false, List.copyOf(losses));
    }

    private @Nullable InList item(WordStyles styles) {
        if (list != NONE) {
            return new InList(list, Math.max(depth, 0));
        }
        InList ofStyle = styles.list(style);
        return ofStyle == null || depth == NONE ? ofStyle : new InList(ofStyle.list(), depth);
    }
}
