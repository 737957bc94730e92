package vn.tongket.report;

import java.util.List;
import java.util.Map;

/**
 * What a unit writes: text by heading, figures by indicator and year (canonical strings, {@code "18500"}, {@code
 * "..."}), rows by list form, explanations by {@code RULE/INDICATOR/YEAR}.
 */
public record ReportContent(
        Map<String, String> sections,
        Map<String, Map<String, String>> figures,
        Map<String, List<Map<String, Object>>> lists,
        Map<String, String> explanations) {

    /** A version of before there were explanations has none. */
    public ReportContent {
        explanations = explanations == null ? Map.of() : explanations;
    }
}
