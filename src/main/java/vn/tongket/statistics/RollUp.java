package vn.tongket.statistics;

import java.util.Map;

/**
 * The totals of a union's own campaign at its lock, cells by indicator and year: what its report upward is held against
 * (formats.md, {@code parent_equals_children}).
 */
public record RollUp(Map<String, Map<Integer, Cell>> cells) {

    /** The total; blank where the campaign has none. */
    Cell cell(String code, int year) {
        return cells.getOrDefault(code, Map.of()).getOrDefault(year, Cell.BLANK);
    }
}
