package vn.tongket.document;

import java.util.List;
import java.util.regex.Pattern;

/** Plain text as people type it: each line a paragraph, {@code "- "} before a list item, blank lines between. */
final class Prose {

    private static final Pattern DASH = Pattern.compile("^[-–—•]\\s+");

    /** One paragraph. */
    record Line(String text, boolean item) {}

    private Prose() {}

    static List<Line> of(String text) {
        return DocumentText.clean(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Prose::line)
                .toList();
    }

    private static Line line(String line) {
        String rest = DASH.matcher(line).replaceFirst("");
        return new Line(rest, !rest.equals(line));
    }

    /** The text with the sign that ends an official document's body. */
    static String ended(String text) {
        String stripped = text.strip();
        return stripped.endsWith("./.") ? stripped : stripped.replaceAll("[.;,\\s]+$", "") + "./.";
    }
}
