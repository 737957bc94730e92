package vn.tongket.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How plain text is read as paragraphs and lists; the one place where that rule stands. Each line is a paragraph, blank
 * lines only part them. A line that begins with a dash or a dot and a space is an item of a list, one with {@code "+ "}
 * an item below it, as Vietnamese officials write; one with {@code "1. "} or {@code "1) "} a numbered item that keeps
 * its number.
 */
public final class Paragraphs {

    /** What a paragraph is. */
    public enum Kind {
        /** Running text. */
        TEXT,
        /** An item with a dash. */
        BULLET,
        /** An item below one with a dash. */
        SUB_BULLET,
        /** An item with a number. */
        NUMBER
    }

    /** A paragraph without its sign; {@code number} is 0 for all but numbered items. */
    public record Paragraph(Kind kind, int number, String text) {}

    /** Neighbours of one kind, for pages that put a list around its items; a sub-bullet lies in its bullets' list. */
    public record Block(Kind kind, List<Paragraph> paragraphs) {}

    private static final Pattern BULLET = Pattern.compile("^[-–—•·●▪*]\\s+(?=\\S)");
    private static final Pattern SUB_BULLET = Pattern.compile("^\\+\\s+(?=\\S)");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,2})[.)]\\s+(?=\\S)");

    private Paragraphs() {}

    /** The paragraphs in order. */
    public static List<Paragraph> of(String text) {
        return PlainText.clean(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Paragraphs::paragraph)
                .toList();
    }

    /** The same, with items of a list together. */
    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        for (Paragraph paragraph : of(text)) {
            Kind kind = paragraph.kind() == Kind.SUB_BULLET ? Kind.BULLET : paragraph.kind();
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last == null || last.kind() != kind) {
                last = new Block(kind, new ArrayList<>());
                blocks.add(last);
            }
            last.paragraphs().add(paragraph);
        }
        return List.copyOf(blocks);
    }

    private static Paragraph paragraph(String line) {
        Matcher number = NUMBER.matcher(line);
        if (number.find()) {
            return new Paragraph(Kind.NUMBER, Integer.parseInt(number.group(1)), line.substring(number.end()));
        }
        Matcher bullet = BULLET.matcher(line);
        if (bullet.find()) {
            return new Paragraph(Kind.BULLET, 0, line.substring(bullet.end()));
        }
        Matcher below = SUB_BULLET.matcher(line);
        return below.find()
                ? new Paragraph(Kind.SUB_BULLET, 0, line.substring(below.end()))
                : new Paragraph(Kind.TEXT, 0, line);
    }
}
