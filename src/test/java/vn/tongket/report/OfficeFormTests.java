package vn.tongket.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportJson;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Indicator;
import vn.tongket.support.Shipped;

/** What the issuer's own office is asked for in the shipped campaign: figures alone, and none that it has to have. */
class OfficeFormTests {

    private static final Map<String, Integer> PARTICIPANTS = Map.of("upper", 35, "grassroots", 17);

    private final ReportForm form = of(Shipped.campaign(), "CDNTW");

    private static ReportForm of(String file, String category) {
        return ReportForm.of(
                Shipped.read(file.getBytes(StandardCharsets.UTF_8), CampaignFile.class),
                new Respondent(category, null, false, PARTICIPANTS));
    }

    private List<Fault> faults(Map<String, Map<String, String>> figures) {
        return form.faultsOf(new ReportContent(Map.of(), figures, Map.of(), Map.of(), List.of()));
    }

    @Test
    void hasAppendicesAndNeitherHeadingsNorLists() {
        assertThat(form.sections()).isEmpty();
        assertThat(form.lists()).isEmpty();
        assertThat(form.figures().appendices()).extracting(Appendix::code).contains("PL01", "PL08");
    }

    @Test
    void hasOnlyTheAppendicesThatApplyToTheIssuersCategory() throws JsonProcessingException {
        JsonNode file = ImportJson.mapper().readTree(Shipped.campaign());
        ((ObjectNode) file.at("/appendices/1")).putArray("applies_to").add("CDCS");
        String narrowed = file.toString();

        assertThat(of(narrowed, "CDNTW").figures().appendices())
                .extracting(Appendix::code)
                .contains("PL01", "PL03")
                .doesNotContain("PL02");
        assertThat(of(narrowed, "CDCS").figures().appendices())
                .extracting(Appendix::code)
                .contains("PL02");
    }

    @Test
    void anEmptyOfficeIsComplete() {
        assertThat(faults(Map.of())).isEmpty();
        assertThat(form.figures().indicators()).noneMatch(Indicator::required);
        assertThat(form.completenessOf(new ReportContent(Map.of(), Map.of(), Map.of(), Map.of(), List.of())))
                .isEqualTo(new Completeness(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsItsParticipantsInTheLastYearUnlessSomethingIsTyped() {
        Figures typed = Figures.NONE.with("PL03.CDCTTT", 2017, "36");

        assertThat(form.figures().sheet(Figures.NONE).cell("PL03.CDCTTT", 2017).canonical(0))
                .isEqualTo("35");
        assertThat(form.figures().sheet(Figures.NONE).cell("PL03.CDCTTT", 2016).canonical(0))
                .isNull();
        assertThat(form.figures().sheet(typed).cell("PL03.CDCTTT", 2017).canonical(0))
                .isEqualTo("36");
    }

    @Test
    void everyBrokenErrorIsAFault() {
        assertThat(faults(Map.of(
                        "PL01.LD", Map.of("2016", "5", "2017", "5"), "PL01.LD_NU", Map.of("2016", "6", "2017", "7"))))
                .extracting(Fault::path)
                .containsExactly("PL01.LD_NU/2016", "PL01.LD_NU/2017");
    }

    /** A unit has to explain such a jump, by the same file. */
    @Test
    void aWarningWantsNoExplanation() {
        Map<String, Map<String, String>> jump = Map.of("PL01.LD", Map.of("2015", "100", "2016", "400"));
        ReportForm unit = ReportForm.of(
                Shipped.read(Shipped.campaign().getBytes(StandardCharsets.UTF_8), CampaignFile.class),
                new Respondent("CDNTW", null, false));

        assertThat(unit.faultsOf(new ReportContent(Map.of(), jump, Map.of(), Map.of(), List.of())))
                .extracting(Fault::message)
                .anyMatch(message -> message.startsWith("PL01, dòng 1 ") && message.endsWith("ghi giải trình."));
        assertThat(faults(jump)).isEmpty();
    }
}
