package vn.tongket.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a unit writes: text by heading, figures by indicator and year (canonical strings, {@code "18500"}, {@code
 * "..."}), rows by list form, explanations by {@code RULE/INDICATOR/YEAR}, answers to the reasons of the last return.
 */
public record ReportContent(
        Map<String, String> sections,
        Map<String, Map<String, String>> figures,
        Map<String, List<Map<String, Object>>> lists,
        Map<String, String> explanations,
        List<Answer> answers) {

    /**
     * What a reviewer asked for and what the unit says to it.
     *
     * @param reason the reason's id
     * @param place one of {@link ReportPlaces}, null for the whole report
     * @param answer empty until the unit has answered
     */
    public record Answer(String reason, @Nullable String place, String asked, String answer) {

        static Answer of(ReturnReason reason) {
            String answer = reason.answer();
            return new Answer(
                    reason.id().toString(),
                    reason.reason().place(),
                    reason.reason().sentence(),
                    answer == null ? "" : answer);
        }
    }

    /** A version of before there were explanations or answers has none. */
    public ReportContent {
        explanations = explanations == null ? Map.of() : explanations;
        answers = answers == null ? List.of() : answers;
    }

    /** The same with other figures. */
    public ReportContent withFigures(Map<String, Map<String, String>> others) {
        return new ReportContent(sections, others, lists, explanations, answers);
    }

    /** Figures with what is said about them, and nothing else. */
    static ReportContent ofFigures(Map<String, Map<String, String>> figures, Map<String, String> explanations) {
        return new ReportContent(Map.of(), figures, Map.of(), explanations, List.of());
    }
}
