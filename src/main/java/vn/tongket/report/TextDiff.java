package vn.tongket.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tongket.report.Alignment.Kind;
import vn.tongket.report.Alignment.Step;
import vn.tongket.shared.PlainText;

/** How one text became another: by paragraphs, and by words within a paragraph that was mended. */
public record TextDiff(List<Passage> passages) {

    /** What became of a passage or of words in it. */
    public enum Change {
        KEPT,
        CHANGED,
        REMOVED,
        ADDED
    }

    /** Words that stand together and share their fate, which is never {@code CHANGED}. */
    public record Words(Change change, String text) {}

    /** A paragraph; or, {@code KEPT}, paragraphs that follow each other, with none of their words. */
    public record Passage(Change change, List<Words> words, int paragraphs) {}

    /** Two paragraphs with at least this share of words in common are one that was mended. */
    private static final int ALIKE_PERCENT = 40;

    static TextDiff of(String before, String after) {
        List<Passage> passages = new ArrayList<>();
        int kept = 0;
        for (Step<String> step : Alignment.of(paragraphs(before), paragraphs(after), TextDiff::areAlike)) {
            if (step.kind() == Kind.KEPT) {
                kept++;
                continue;
            }
            kept = close(kept, passages);
            passages.add(passage(step));
        }
        close(kept, passages);
        return new TextDiff(List.copyOf(passages));
    }

    private static int close(int kept, List<Passage> passages) {
        if (kept > 0) {
            passages.add(new Passage(Change.KEPT, List.of(), kept));
        }
        return 0;
    }

    private static Passage passage(Step<String> step) {
        String before = step.before();
        String after = step.after();
        if (before != null && after != null) {
            return new Passage(Change.CHANGED, words(before, after), 1);
        }
        return before != null
                ? new Passage(Change.REMOVED, List.of(new Words(Change.REMOVED, before)), 1)
                : new Passage(Change.ADDED, List.of(new Words(Change.ADDED, String.valueOf(after))), 1);
    }

    private static List<String> paragraphs(String text) {
        return PlainText.clean(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> wordsOf(String paragraph) {
        return Arrays.asList(paragraph.split("\\s+"));
    }

    private static List<Words> words(String before, String after) {
        List<Words> words = new ArrayList<>();
        List<String> together = new ArrayList<>();
        Change now = Change.KEPT;
        for (Step<String> step : Alignment.of(wordsOf(before), wordsOf(after), (left, right) -> false)) {
            Change change = Change.valueOf(step.kind().name());
            if (change != now && !together.isEmpty()) {
                words.add(new Words(now, String.join(" ", together)));
                together.clear();
            }
            now = change;
            together.add(String.valueOf(step.after() == null ? step.before() : step.after()));
        }
        words.add(new Words(now, String.join(" ", together)));
        return List.copyOf(words);
    }

    private static boolean areAlike(String before, String after) {
        List<String> left = wordsOf(before);
        List<String> right = wordsOf(after);
        Map<String, Integer> counts = new HashMap<>();
        left.forEach(word -> counts.merge(word, 1, Integer::sum));
        long common = right.stream()
                .filter(word -> counts.merge(word, -1, Integer::sum) >= 0)
                .count();
        return common * 100 >= (long) ALIKE_PERCENT * Math.max(left.size(), right.size());
    }
}
