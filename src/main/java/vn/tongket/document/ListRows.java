package vn.tongket.document;

import java.util.List;
import java.util.Map;

/**
 * The rows of each list form by its code, each row the cells by column key, as the report keeps them: dates {@code
 * 2017-09-30}, decimals with a point, {@code true} and {@code false}.
 */
public record ListRows(Map<String, List<Map<String, String>>> byForm) {

    /** Nothing filled in. */
    public static final ListRows NONE = new ListRows(Map.of());

    List<Map<String, String>> of(String form) {
        return byForm.getOrDefault(form, List.of());
    }
}
