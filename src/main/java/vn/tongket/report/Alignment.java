package vn.tongket.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Two sequences side by side: what both have in the same order is kept (a longest common subsequence); what stands
 * against each other between two kept ones is changed where it is alike, else removed and added.
 */
final class Alignment {

    /** What became of an element. */
    enum Kind {
        KEPT,
        CHANGED,
        REMOVED,
        ADDED
    }

    /** One element, with its place in either sequence, from 0; null where it has none. */
    record Step<T>(
            Kind kind,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable T before,
            @Nullable T after) {}

    /** Beyond so many pairs the middle of two sequences is taken as replaced: a table of some 5 MB at most. */
    private static final int MAX_PAIRS = 1_000_000;

    /** How far ahead a changed element is looked for. */
    private static final int NEAR = 20;

    private Alignment() {}

    static <T> List<Step<T>> of(List<T> before, List<T> after, BiPredicate<T, T> alike) {
        List<Step<T>> steps = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (int[] pair : common(before, after)) {
            gap(before, from, pair[0], after, to, pair[1], alike, steps);
            steps.add(new Step<>(Kind.KEPT, pair[0], pair[1], before.get(pair[0]), after.get(pair[1])));
            from = pair[0] + 1;
            to = pair[1] + 1;
        }
        gap(before, from, before.size(), after, to, after.size(), alike, steps);
        return steps;
    }

    /** What stands between two kept elements: each one finds the next that is alike, if it is near. */
    private static <T> void gap(
            List<T> before,
            int from,
            int fromEnd,
            List<T> after,
            int to,
            int toEnd,
            BiPredicate<T, T> alike,
            List<Step<T>> steps) {
        int j = to;
        for (int i = from; i < fromEnd; i++) {
            int match = j;
            int limit = Math.min(toEnd, j + NEAR);
            while (match < limit && !alike.test(before.get(i), after.get(match))) {
                match++;
            }
            if (match == limit) {
                steps.add(new Step<>(Kind.REMOVED, i, null, before.get(i), null));
                continue;
            }
            add(after, j, match, steps);
            steps.add(new Step<>(Kind.CHANGED, i, match, before.get(i), after.get(match)));
            j = match + 1;
        }
        add(after, j, toEnd, steps);
    }

    private static <T> void add(List<T> after, int from, int to, List<Step<T>> steps) {
        for (int j = from; j < to; j++) {
            steps.add(new Step<>(Kind.ADDED, null, j, null, after.get(j)));
        }
    }

    /** Places of the elements that both have, in order. */
    private static <T> List<int[]> common(List<T> before, List<T> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            pairs.add(new int[] {i, i});
        }
        List<T> left = before.subList(start, before.size() - end);
        List<T> right = after.subList(start, after.size() - end);
        for (int[] pair : longest(left, right)) {
            pairs.add(new int[] {pair[0] + start, pair[1] + start});
        }
        for (int i = end; i > 0; i--) {
            pairs.add(new int[] {before.size() - i, after.size() - i});
        }
        return pairs;
    }

    private static <T> List<int[]> longest(List<T> left, List<T> right) {
        if ((long) left.size() * right.size() > MAX_PAIRS) {
            return Collections.emptyList();
        }
        int[][] lengths = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                lengths[i][j] = left.get(i).equals(right.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0, j = 0; i < left.size() && j < right.size(); ) {
            if (left.get(i).equals(right.get(j))) {
                pairs.add(new int[] {i++, j++});
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
