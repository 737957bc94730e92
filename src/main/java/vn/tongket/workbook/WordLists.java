package vn.tongket.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tongket.workbook.WordStyles.InList;

/** The lists of a Word file, counted along: Word numbers its items only when it shows them. */
final class WordLists {

    private static final int MAX_DEPTH = 9;
    private static final Pattern COUNTER = Pattern.compile("%([1-9])");
    private static final String PLUS = "+";

    private static final class Level {

        private String format = "decimal";
        private String text = "%1.";
        private int start = 1;
    }

    /** Levels by the number of the abstract list and the depth, {@code 2/0}. */
    private final Map<String, Level> levels = new HashMap<>();

    private final Map<Integer, Integer> abstractOf = new HashMap<>();
    private final Map<String, Integer> restarts = new HashMap<>();
    private final Map<Integer, int[]> counts = new HashMap<>();
    private final ReadingBounds bounds = ReadingBounds.ofLooks();
    private int list;
    private int depth;
    private boolean inNum;

    WordLists(OfficePackage parts, String part) {
        parts.visit(part, (name, at) -> {
            String value = String.valueOf(OfficePackage.attribute(at, "val"));
            switch (name) {
                case "abstractNum" -> {
                    inNum = false;
                    list = WordStyles.number(OfficePackage.attribute(at, "abstractNumId"));
                }
                case "num" -> {
                    inNum = true;
                    list = WordStyles.number(OfficePackage.attribute(at, "numId"));
                    bounds.piece();
                }
                case "lvl", "lvlOverride" -> {
                    depth = WordStyles.number(OfficePackage.attribute(at, "ilvl"));
                    bounds.piece();
                }
                case "abstractNumId" -> abstractOf.put(list, WordStyles.number(value));
                case "startOverride" -> restarts.put(key(list, depth), WordStyles.number(value));
                case "start" -> level().start = WordStyles.number(value);
                case "numFmt" -> level().format = bounds.text(value);
                case "lvlText" -> level().text = bounds.text(value);
                default -> {}
            }
        });
    }

    private static String key(int list, int depth) {
        return list + "/" + depth;
    }

    /** The level that is being read; one that a single list changes for itself is passed over. */
    private Level level() {
        return inNum ? new Level() : levels.computeIfAbsent(key(list, depth), key -> new Level());
    }

    /** The sign of the next item as the report writes it, with a blank behind; empty outside lists. */
    String next(@Nullable InList item) {
        if (item == null || item.list() <= 0 || item.depth() < 0 || item.depth() >= MAX_DEPTH) {
            return "";
        }
        Integer kind = abstractOf.get(item.list());
        Level level = kind == null ? null : levels.get(key(kind, item.depth()));
        if (kind == null || level == null || level.format.equals("none")) {
            return "";
        }
        if (level.format.equals("bullet")) {
            return item.depth() > 0 || sign(level).equals(PLUS) ? "+ " : "- ";
        }
        return label(level, kind, count(kind, item, level)).strip() + " ";
    }

    /** Bullets of a symbol font stand in Unicode's private area, 0xF000 above the sign; LibreOffice puts all there. */
    private static String sign(Level level) {
        return level.text
                .codePoints()
                .map(sign -> sign >= 0xF000 && sign <= 0xF0FF ? sign - 0xF000 : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Lists of one kind count on from each other, until one says that it begins anew. */
    private int[] count(int kind, InList item, Level level) {
        int[] count = counts.computeIfAbsent(kind, key -> new int[MAX_DEPTH]);
        Integer restart = restarts.remove(key(item.list(), item.depth()));
        if (restart != null) {
            count[item.depth()] = restart;
        } else {
            count[item.depth()] = count[item.depth()] == 0 ? level.start : count[item.depth()] + 1;
        }
        Arrays.fill(count, item.depth() + 1, MAX_DEPTH, 0);
        return count;
    }

    private String label(Level level, int kind, int[] count) {
        Matcher counter = COUNTER.matcher(level.text);
        return counter.replaceAll(found -> {
            int at = Integer.parseInt(found.group(1)) - 1;
            Level own = levels.getOrDefault(key(kind, at), level);
            return number(own.format, Math.max(count[at], 0));
        });
    }

    private static String number(String format, int number) {
        return switch (format) {
            case "lowerLetter" -> letter(number);
            case "upperLetter" -> letter(number).toUpperCase(Locale.ROOT);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            default -> String.valueOf(number);
        };
    }

    private static String letter(int number) {
        return number < 1 || number > 26 ? String.valueOf(number) : String.valueOf((char) ('a' + number - 1));
    }

    private static String roman(int number) {
        String[] tens = {"", "X", "XX", "XXX"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return number < 1 || number > 39 ? String.valueOf(number) : tens[number / 10] + ones[number % 10];
    }
}
