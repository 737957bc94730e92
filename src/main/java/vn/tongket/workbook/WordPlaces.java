package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.Paragraphs;
import vn.tongket.shared.Paragraphs.Kind;
import vn.tongket.shared.Paragraphs.Paragraph;
import vn.tongket.shared.PlainText;
import vn.tongket.workbook.OutlineHeads.Head;

/**
 * Puts the lines of a Word file under the headings of the outline: by content control, then by heading. What stands
 * under none of them, or under one for the second time, stays loose.
 */
final class WordPlaces {

    private final OutlineHeads heads;
    private final Map<String, Set<String>> hints;
    private final Set<String> preamble;
    private final Set<String> marked;
    private final List<WordStretch> stretches = new ArrayList<>();
    private final List<Loose> tables = new ArrayList<>();
    /** The control of the line before: whoever pastes a whole report into one control brings its headings along. */
    private @Nullable String before;

    private WordStretch now = WordStretch.loose(0, "Trước đề mục đầu tiên");

    private WordPlaces(OutlineHeads heads, Map<String, List<String>> hints, Set<String> words, List<WordLine> lines) {
        this.heads = heads;
        this.hints =
                hints.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> keys(each.getValue())));
        this.preamble = words.stream().map(OutlineHeads::key).collect(Collectors.toSet());
        this.marked = marked(lines);
        stretches.add(now);
        lines.forEach(this::place);
    }

    /**
     * What the lines say, heading by heading.
     *
     * @param hints what the template says below each heading
     * @param words what it brings along above the first heading
     */
    static WordText place(
            OutlineHeads heads, Map<String, List<String>> hints, Set<String> words, List<WordLine> lines) {
        WordPlaces places = new WordPlaces(heads, hints, words, lines);
        return new WordText(heads, places.stretches, places.tables);
    }

    private static Set<String> keys(List<String> lines) {
        return lines.stream().map(OutlineHeads::key).collect(Collectors.toSet());
    }

    /** Headings that a control or a style makes certain; plain lines are headings only for the others. */
    private Set<String> marked(List<WordLine> lines) {
        Set<String> found = new HashSet<>();
        for (WordLine line : lines) {
            Section controlled = heads.section(line.control());
            if (controlled != null) {
                found.add(controlled.code());
            }
            Head head = line.level() > 0 ? heads.of(line.text(), null, true) : null;
            if (head != null && head.section() != null) {
                found.add(head.section().code());
            }
        }
        return found;
    }

    private void place(WordLine line) {
        Head head = line.table() ? null : head(line);
        if (head != null) {
            begin(head.section(), line);
        } else if (line.level() > 0 && !line.text().isEmpty() && isStrange(line)) {
            next(WordStretch.loose(line.level(), "Dưới đề mục không có trong đề cương “%s”".formatted(line.text())));
        } else {
            Section controlled = heads.section(line.control());
            if (controlled != null
                    && controlled != now.section()
                    && !controlled.code().equals(before)) {
                next(WordStretch.under(controlled, controlled.level()));
            }
            keep(line);
        }
        line.losses().forEach(now::lose);
        before = line.control();
    }

    private @Nullable Head head(WordLine line) {
        Head head = heads.of(line.shown(), now.section(), line.level() > 0);
        if (head == null || line.level() > 0) {
            return head;
        }
        if (isItem(line)) {
            return null;
        }
        Section section = head.section();
        boolean plain = section == null ? heads.section(line.control()) == null : !marked.contains(section.code());
        return plain && (section == null || head.sameOrdinal() || line.label().isEmpty()) ? head : null;
    }

    /** Words behind a dash or a plus sign, which no heading has. */
    private static boolean isItem(WordLine line) {
        return Paragraphs.of(line.shown()).stream()
                .map(Paragraph::kind)
                .anyMatch(kind -> kind == Kind.BULLET || kind == Kind.SUB_BULLET);
    }

    /** A heading below that of the section is the writer's own; one beside or above it belongs to nothing we know. */
    private boolean isStrange(WordLine line) {
        return heads.section(line.control()) == null
                && (now.section() == null || line.level() <= now.level())
                && !preamble.contains(OutlineHeads.key(line.text()));
    }

    private void begin(@Nullable Section section, WordLine line) {
        int level = line.level() > 0 ? line.level() : section == null ? 1 : section.level();
        boolean takesText = section != null && !section.isHeading();
        if (section == null || !takesText) {
            next(WordStretch.loose(level, "Dưới đề mục “%s”".formatted(line.text())));
        } else if (section != now.section()) {
            next(WordStretch.under(section, level));
        }
    }

    private void next(WordStretch stretch) {
        stretches.add(stretch);
        now = stretch;
    }

    private void keep(WordLine line) {
        if (line.table()) {
            if (!line.text().isEmpty()) {
                tables.add(new Loose(
                        now.section() == null
                                ? "Bảng. " + now.where()
                                : "Bảng trong mục “%s”".formatted(now.section().heading()),
                        PlainText.clean(line.text())));
            }
            return;
        }
        String text = line.text().startsWith(OutlineWords.PROMPT)
                ? line.text().substring(OutlineWords.PROMPT.length()).strip()
                : line.text();
        if (!text.isEmpty() && !isOurs(text)) {
            now.lines().add(line.label() + text);
        }
    }

    private boolean isOurs(String text) {
        String key = OutlineHeads.key(text);
        return now.section() == null
                ? now == stretches.get(0) && preamble.contains(key)
                : hints.getOrDefault(now.section().code(), Set.of()).contains(key);
    }
}
