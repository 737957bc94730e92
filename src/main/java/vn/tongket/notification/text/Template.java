package vn.tongket.notification.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.shared.PlainText;
import vn.tongket.shared.Vietnamese;

/**
 * A text with placeholders. It knows nothing but them: no expressions, no conditions, and what is filled in is never
 * read as a text again. Three rules do what conditions would: a line whose placeholders all have nothing to say is left
 * out; so is a line that ends with a colon when all that it announces is; a placeholder alone on its line becomes a list
 * when it has several items.
 */
public final class Template {

    private record Piece(String literal, @Nullable Placeholder placeholder, boolean capital) {}

    private static final Pattern PIECE = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private final List<List<Piece>> lines;

    private Template(List<List<Piece>> lines) {
        this.lines = lines;
    }

    /** A text that {@link TemplateCheck} has passed; what it does not know stays as it is written. */
    public static Template of(String text) {
        return new Template(PlainText.clean(text).lines().map(Template::pieces).toList());
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(line);
        int from = 0;
        while (matcher.find()) {
            Placeholder placeholder = Placeholder.of(matcher.group(1)).orElse(null);
            if (placeholder != null) {
                pieces.add(new Piece(line.substring(from, matcher.start()), null, false));
                pieces.add(new Piece("", placeholder, startsWithCapital(matcher.group(1))));
                from = matcher.end();
            }
        }
        pieces.add(new Piece(line.substring(from), null, false));
        return pieces.stream()
                .filter(piece -> piece.placeholder() != null || !piece.literal().isEmpty())
                .toList();
    }

    /** Filled in, for a body: lines, lists with {@code "- "}. */
    public String body(Facts facts) {
        List<List<String>> filled =
                lines.stream().map(line -> filled(line, facts)).toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            if (!announcesNothing(i, filled)) {
                kept.addAll(filled.get(i));
            }
        }
        return PlainText.clean(String.join("\n", kept));
    }

    /** Whether the line ends with a colon and the lines after it, up to the next blank one, were all left out. */
    private boolean announcesNothing(int at, List<List<String>> filled) {
        if (filled.get(at).isEmpty() || !filled.get(at).get(0).strip().endsWith(":")) {
            return false;
        }
        int next = at + 1;
        while (next < lines.size() && isBlank(lines.get(next))) {
            next++;
        }
        int from = next;
        while (next < lines.size() && !isBlank(lines.get(next))) {
            if (!filled.get(next).isEmpty()) {
                return false;
            }
            next++;
        }
        return next > from;
    }

    private static boolean isBlank(List<Piece> line) {
        return line.stream()
                .allMatch(
                        piece -> piece.placeholder() == null && piece.literal().isBlank());
    }

    /** Filled in, on one line, without any character that a mail's head could mistake. */
    public String subject(Facts facts) {
        return oneLine(body(facts));
    }

    /** The lines that come of a line: none when it is left out. */
    private static List<String> filled(List<Piece> line, Facts facts) {
        Placeholder alone = alone(line);
        if (alone != null) {
            List<String> items = values(alone, facts);
            if (items.size() > 1) {
                return items.stream().map(item -> "- " + item).toList();
            }
        }
        StringBuilder text = new StringBuilder();
        boolean asked = false;
        boolean told = false;
        for (Piece piece : line) {
            if (piece.placeholder() == null) {
                text.append(piece.literal());
                continue;
            }
            asked = true;
            String value = String.join("; ", values(piece.placeholder(), facts));
            told |= !value.isEmpty();
            text.append(piece.capital() ? capital(value) : value);
        }
        return told || !asked ? List.of(text.toString()) : List.of();
    }

    /** The placeholder of a line that holds nothing else but a list's dash. */
    private static @Nullable Placeholder alone(List<Piece> line) {
        Placeholder found = null;
        for (Piece piece : line) {
            if (piece.placeholder() != null) {
                if (found != null) {
                    return null;
                }
                found = piece.placeholder();
            } else if (!piece.literal().isBlank() && !piece.literal().strip().equals("-")) {
                return null;
            }
        }
        return found;
    }

    private static List<String> values(Placeholder placeholder, Facts facts) {
        return facts.of(placeholder).stream()
                .map(Template::oneLine)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String oneLine(String value) {
        return CONTROL.matcher(Vietnamese.nfc(value))
                .replaceAll(" ")
                .replaceAll(" {2,}", " ")
                .strip();
    }

    private static boolean startsWithCapital(String name) {
        return !name.isBlank() && Character.isUpperCase(name.strip().codePointAt(0));
    }

    private static String capital(String value) {
        return value.isEmpty() ? value : value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
    }
}
