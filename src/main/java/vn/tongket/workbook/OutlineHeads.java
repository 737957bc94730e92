package vn.tongket.workbook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.campaign.CampaignFile.OutlinePart;
import vn.tongket.campaign.CampaignFile.Section;
import vn.tongket.shared.Vietnamese;

/** Knows the outline's headings again, however they were typed: in capitals, without marks, with another ordinal. */
final class OutlineHeads {

    /**
     * What a line is the heading of.
     *
     * @param section null for a part
     */
    record Head(@Nullable Section section, boolean sameOrdinal) {}

    private static final int MAX_LENGTH = 300;
    /** Of eight letters one may be wrong. */
    private static final int LETTERS_TO_A_FAULT = 8;

    private static final Pattern ORDINAL = Pattern.compile("^([IVXLC]+|\\d{1,2}(?:\\.\\d{1,2})*|[a-zđA-ZĐ])[.):]\\s*");

    private final List<Section> sections;
    private final Map<String, Section> byCode = new HashMap<>();
    private final Map<Section, String> titles = new HashMap<>();
    private final Set<String> parts = new HashSet<>();

    OutlineHeads(List<OutlinePart> outline) {
        sections = outline.stream().flatMap(part -> part.sections().stream()).toList();
        sections.forEach(section -> {
            byCode.put(section.code(), section);
            titles.put(section, key(section.title()));
        });
        for (OutlinePart part : outline) {
            parts.add(key(part.title()));
            parts.add(key(part.heading()));
            if (part.hasNamedOrdinal()) {
                parts.add(key(String.valueOf(part.no())));
            }
        }
    }

    /** The heading of that code that takes text. */
    @Nullable
    Section section(@Nullable String code) {
        Section section = byCode.get(code);
        return section == null || section.isHeading() ? null : section;
    }

    List<Section> sections() {
        return sections;
    }

    /**
     * The heading that this line is, null for none.
     *
     * @param after the heading before it; of two alike the next one is meant
     * @param near whether a few wrong letters are forgiven
     */
    @Nullable
    Head of(String line, @Nullable Section after, boolean near) {
        String whole = line.length() > MAX_LENGTH ? "" : key(line);
        if (whole.isEmpty()) {
            return null;
        }
        Matcher ordinal = ORDINAL.matcher(line);
        String no = ordinal.find() ? ordinal.group(1) : "";
        String title = key(line.substring(no.isEmpty() ? 0 : ordinal.end()));
        Section found = find(
                no,
                after,
                section -> title(section).equals(title) || title(section).equals(whole));
        if (found == null && parts.contains(whole)) {
            return new Head(null, true);
        }
        if (found == null && near) {
            found = find(no, after, section -> isNear(title(section), title));
        }
        return found == null ? null : new Head(found, no.equals(ordinal(found)));
    }

    private @Nullable Section find(String no, @Nullable Section after, Predicate<Section> is) {
        List<Section> alike = sections.stream().filter(is).toList();
        int from = after == null ? -1 : sections.indexOf(after);
        return alike.stream()
                .filter(section -> alike.size() == 1 || no.isEmpty() || no.equals(ordinal(section)))
                .filter(section -> sections.indexOf(section) > from)
                .findFirst()
                .orElse(alike.isEmpty() ? null : alike.get(0));
    }

    private String title(Section section) {
        return titles.getOrDefault(section, "");
    }

    private static String ordinal(Section section) {
        return section.no() == null ? "" : section.no().strip();
    }

    /** Letters and digits only, without marks. */
    static String key(String text) {
        return Vietnamese.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static boolean isNear(String wanted, String typed) {
        int faults = wanted.length() / LETTERS_TO_A_FAULT;
        return Math.abs(wanted.length() - typed.length()) <= faults && distance(wanted, typed) <= faults;
    }

    /** How many letters must be changed, added or left out to come from one to the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
