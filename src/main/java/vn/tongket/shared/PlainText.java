package vn.tongket.shared;

import java.util.List;
import java.util.stream.Stream;

/** Text as people type it: a blank line ends a paragraph, {@code "- "} starts a list item. */
public final class PlainText {

    private PlainText() {}

    /** Composed Unicode without control characters and halves of surrogate pairs, without blanks at line ends or blank lines around it. */
    public static String clean(String text) {
        // Composed afterwards: what is taken out may have stood between two letters that belong together.
        return Vietnamese.nfc(text.replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\r\\n\\t]]", ""))
                .replaceAll("[ \\t\\u00a0]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** Length as the outline counts it: code points of the composed text. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The paragraphs and list items, in order; items keep their {@code "- "}. */
    public static List<String> blocks(String text) {
        return Stream.of(clean(text).split("\\n\\s*\\n|\\n(?=- )"))
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .toList();
    }
}
