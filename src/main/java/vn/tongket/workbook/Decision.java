package vn.tongket.workbook;

import java.util.Map;

/**
 * What a person decided about a file that was read.
 *
 * @param choices by the path of a {@link Difference}: a place that only the file changed is taken unless {@link
 *     Choice#DRAFT} was chosen for it; one that both changed needs a choice
 * @param placed the heading's code by the number of a {@link Loose} text, 0 for the first; {@link #DROPPED} for one that
 *     is left out. All need a place
 */
public record Decision(Map<String, Choice> choices, Map<Integer, String> placed) {

    /** Which of the two stays. */
    public enum Choice {
        FILE,
        DRAFT
    }

    public static final String DROPPED = "";

    public static final Decision NONE = new Decision(Map.of(), Map.of());
}
