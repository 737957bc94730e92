package vn.tongket.workbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The paragraph styles of a Word file: which are headings, and which belong to a list. */
final class WordStyles {

    /** A list's number in the file, and the depth in it from 0. */
    record InList(int list, int depth) {}

    private static final class Style {

        private String name = "";
        private @Nullable String parent;
        private @Nullable Integer outline;
        private @Nullable Integer list;
        private @Nullable Integer depth;
    }

    /** Styles that inherit from each other in a circle must end somewhere. */
    private static final int MAX_PARENTS = 20;

    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");

    private final Map<String, Style> styles = new HashMap<>();
    private Style current = new Style();

    WordStyles(OfficePackage parts, String part) {
        ReadingBounds bounds = ReadingBounds.ofLooks();
        parts.visit(part, (name, at) -> {
            String value = OfficePackage.attribute(at, "val");
            switch (name) {
                case "style" -> {
                    bounds.piece();
                    current = new Style();
                    styles.put(bounds.text(String.valueOf(OfficePackage.attribute(at, "styleId"))), current);
                }
                case "name" -> current.name = bounds.text(String.valueOf(value)).toLowerCase(Locale.ROOT);
                case "basedOn" -> current.parent = bounds.attribute(value);
                case "outlineLvl" -> current.outline = number(value);
                case "numId" -> current.list = number(value);
                case "ilvl" -> current.depth = number(value);
                default -> {}
            }
        });
    }

    /** The depth of the heading that the style makes, 1 for the highest; 0 when it makes none. */
    int level(@Nullable String style) {
        int count = 0;
        for (Style at = styles.get(style); at != null && count < MAX_PARENTS; at = styles.get(at.parent), count++) {
            Matcher heading = HEADING.matcher(at.name);
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1));
            }
            if (at.outline != null) {
                return level(at.outline);
            }
        }
        return 0;
    }

    /** From Word's outline level, whose 9 is running text. */
    static int level(int outline) {
        return outline >= 0 && outline < 9 ? outline + 1 : 0;
    }

    /** Null when the style belongs to no list. */
    @Nullable
    InList list(@Nullable String style) {
        int count = 0;
        Integer depth = null;
        for (Style at = styles.get(style); at != null && count < MAX_PARENTS; at = styles.get(at.parent), count++) {
            depth = depth == null ? at.depth : depth;
            if (at.list != null) {
                return new InList(at.list, depth == null ? 0 : depth);
            }
        }
        return null;
    }

    /** Whether a run of that style is Word's own invitation to type. */
    boolean isPlaceholder(@Nullable String style) {
        Style found = styles.get(style);
        return found != null && found.name.equals("placeholder text");
    }

    /** An attribute that must be a small number; -1 when it is none. */
    static int number(@Nullable String value) {
        return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }
}
