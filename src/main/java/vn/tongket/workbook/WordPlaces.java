package vn.tongket.workbook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.PlainText;
import vn.tongket.workbook.OutlineHeads.Head;

/**
 * Puts the lines of a Word file under the headings of the outline: by content control, then by heading. What stands
 * under none of them, or under one for the second time, stays loose.
 */
final class WordPlaces {

    /** Neighbouring lines under one heading, or under none. */
    private static final class Stretch {

        private final @Nullable Section section;
        private final int level;
        private final String where;
        private final List<String> lines = new ArrayList<>();
        private final Map<WordLoss, Integer> losses = new EnumMap<>(WordLoss.class);

        Stretch(@Nullable Section section, int level, String where) {
            this.section = section;
            this.level = level;
            this.where = where;
        }

        String text() {
            return PlainText.clean(String.join("\n", lines));
        }
    }

    private final OutlineHeads heads;
    private final Map<String, Set<String>> hints;
    private final Set<String> preamble;
    private final Set<String> marked;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Loose> tables = new ArrayList<>();
    /** The control of the line before: whoever pastes a whole report into one control brings its headings along. */
    private @Nullable String before;

    private Stretch now = new Stretch(null, 0, "Trước đề mục đầu tiên");

    /** @param words what the template brings along above the first heading */
    WordPlaces(OutlineHeads heads, Map<String, List<String>> hints, Set<String> words, List<WordLine> lines) {
        this.heads = heads;
        this.hints =
                hints.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> keys(each.getValue())));
        this.preamble = words.stream().map(OutlineHeads::key).collect(Collectors.toSet());
        this.marked = marked(lines);
        stretches.add(now);
        lines.forEach(this::place);
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
            next(new Stretch(null, line.level(), "Dưới đề mục không có trong đề cương “%s”".formatted(line.text())));
        } else {
            Section controlled = heads.section(line.control());
            if (controlled != null
                    && controlled != now.section
                    && !controlled.code().equals(before)) {
                next(new Stretch(controlled, controlled.level(), ""));
            }
            keep(line);
        }
        line.losses().forEach(loss -> now.losses.merge(loss, 1, Integer::sum));
        before = line.control();
    }

    private @Nullable Head head(WordLine line) {
        Head head = heads.of(line.text(), now.section, line.level() > 0);
        if (head == null || line.level() > 0) {
            return head;
        }
        Section section = head.section();
        boolean plain = section == null ? heads.section(line.control()) == null : !marked.contains(section.code());
        return plain && (section == null || head.sameOrdinal() || line.label().isEmpty()) ? head : null;
    }

    /** A heading below that of the section is the writer's own; one beside or above it belongs to nothing we know. */
    private boolean isStrange(WordLine line) {
        return heads.section(line.control()) == null
                && (now.section == null || line.level() <= now.level)
                && !preamble.contains(OutlineHeads.key(line.text()));
    }

    private void begin(@Nullable Section section, WordLine line) {
        int level = line.level() > 0 ? line.level() : section == null ? 1 : section.level();
        boolean takesText = section != null && !section.isHeading();
        if (section == null || !takesText) {
            next(new Stretch(null, level, "Dưới đề mục “%s”".formatted(line.text())));
        } else if (section != now.section) {
            next(new Stretch(section, level, ""));
        }
    }

    private void next(Stretch stretch) {
        stretches.add(stretch);
        now = stretch;
    }

    private void keep(WordLine line) {
        if (line.table()) {
            if (!line.text().isEmpty()) {
                tables.add(new Loose(
                        now.section == null
                                ? "Bảng. " + now.where
                                : "Bảng trong mục “%s”".formatted(now.section.heading()),
                        PlainText.clean(line.text())));
            }
            return;
        }
        String text = line.text().startsWith(OutlineWords.PROMPT)
                ? line.text().substring(OutlineWords.PROMPT.length()).strip()
                : line.text();
        if (!text.isEmpty() && !isOurs(text)) {
            now.lines.add(line.label() + text);
        }
    }

    private boolean isOurs(String text) {
        String key = OutlineHeads.key(text);
        return now.section == null
                ? now == stretches.get(0) && preamble.contains(key)
                : hints.getOrDefault(now.section.code(), Set.of()).contains(key);
    }

    /** The text of every heading that the file has, empty where nothing was written. */
    Map<String, String> sections() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            if (stretch.section != null) {
                texts.merge(
                        stretch.section.code(), stretch.text(), (first, second) -> first.isEmpty() ? second : first);
            }
        }
        return texts;
    }

    /** What has no place, in the order of the file; tables last. */
    List<Loose> loose() {
        List<Loose> loose = new ArrayList<>();
        Set<String> filled = new HashSet<>();
        for (Stretch stretch : stretches) {
            String text = stretch.text();
            if (text.isEmpty()) {
                continue;
            }
            if (stretch.section == null) {
                loose.add(new Loose(stretch.where, text));
            } else if (!filled.add(stretch.section.code())) {
                loose.add(new Loose("Mục “%s” xuất hiện lần nữa trong tệp".formatted(stretch.section.heading()), text));
            }
        }
        loose.addAll(tables);
        return loose;
    }

    /** What stood somewhere and is not taken, told by heading. */
    List<Remark> losses() {
        Map<String, Map<WordLoss, Integer>> byPlace = new LinkedHashMap<>();
        stretches.forEach(stretch -> stretch.losses.forEach((loss, count) -> byPlace.computeIfAbsent(
                        stretch.section == null ? "" : stretch.section.code(), code -> new EnumMap<>(WordLoss.class))
                .merge(loss, count, Integer::sum)));
        List<Remark> remarks = new ArrayList<>();
        byPlace.forEach((code, losses) -> losses.forEach((loss, count) -> remarks.add(Remark.note(
                "",
                "",
                code,
                "%s: %s."
                        .formatted(
                                code.isEmpty()
                                        ? "Ngoài các mục"
                                        : "Mục “%s”"
                                                .formatted(Objects.requireNonNull(heads.section(code))
                                                        .heading()),
                                loss.sentence(count))))));
        return remarks;
    }

    /** Headings of the outline that the file has not. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        Set<String> there = sections().keySet();
        heads.sections().stream()
                .filter(section -> !section.isHeading() && !there.contains(section.code()))
                .forEach(section -> missing.add(section.code()));
        return missing;
    }
}
