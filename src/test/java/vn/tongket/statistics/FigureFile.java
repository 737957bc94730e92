package vn.tongket.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import vn.tongket.shared.ImportJson;
import vn.tongket.statistics.FigureForm.Respondent;

/** What a campaign file says about figures, as the product reads it. */
record FigureFile(ObjectNode json, List<Appendix> appendices, List<Rule> rules, LocalDate cutoff) {

    static FigureFile of(ObjectNode json) {
        String cutoff = json.at("/campaign/period/last_year_cutoff").asText("");
        return new FigureFile(
                json,
                List.of(ImportJson.value(json.path("appendices"), Appendix[].class)),
                List.of(ImportJson.value(json.path("rules"), Rule[].class)),
                cutoff.isEmpty() ? null : LocalDate.parse(cutoff));
    }

    FigureForm form(Respondent respondent) {
        return FigureForm.of(appendices, respondent, cutoff);
    }
}
