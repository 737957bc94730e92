package vn.tongket.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.shared.ImportJson;
import vn.tongket.statistics.CrossChecks;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.FigureSheet;
import vn.tongket.statistics.Figures;
import vn.tongket.statistics.Finding;
import vn.tongket.statistics.Finding.Outcome;
import vn.tongket.support.Shipped;

/** Samples for every participant of the shipped campaign, and the mistakes of domain.md 1.4 planted into one. */
class SampleFiguresTests {

    record Unit(String code, String category, int workers, int grassroots, boolean leaf) {}

    private static final CampaignFile FILE = Shipped.read(resource("/demo/campaign-20-NQ-TW.json"), CampaignFile.class);
    private static final Unit SONGDA = participants()
            .filter(unit -> unit.code().equals("SONGDA"))
            .findFirst()
            .orElseThrow();

    static Stream<Unit> participants() {
        JsonNode units = tree("/demo/units-cdxdvn.json").get("units");
        Set<String> parents = new TreeSet<>();
        units.forEach(unit -> parents.add(unit.path("parent").asText()));
        List<Unit> participants = new ArrayList<>();
        for (JsonNode unit : units) {
            boolean required = unit.path("parent").asText().equals("CDXDVN")
                    && !unit.path("reporting_mode").asText().equals("none");
            if (required || unit.path("guided_by").asText().equals("CDXDVN")) {
                participants.add(new Unit(
                        unit.get("code").asText(),
                        unit.get("category").asText(),
                        unit.get("demo").get("workers").asInt(),
                        unit.get("demo").get("grassroots").asInt(),
                        !parents.contains(unit.get("code").asText())));
            }
        }
        return participants.stream();
    }

    @Test
    void knowsAllParticipants() {
        assertThat(participants()).hasSize(52);
    }

    @ParameterizedTest
    @MethodSource("participants")
    void fillsEveryRequiredCellAndKeepsEveryRule(Unit unit) {
        FigureSheet sheet = sheet(FILE, unit, sample(FILE, unit, null), null);

        assertThat(sheet.missing()).isEmpty();
        assertThat(CrossChecks.evaluate(sheet, FILE.rules()))
                .filteredOn(Finding::isBroken)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("participants")
    void keepsEveryRuleWithoutAProfileToo(Unit unit) {
        CampaignFile file = withoutProfile();
        FigureSheet sheet = sheet(file, unit, sample(file, unit, null), null);

        assertThat(sheet.missing()).isEmpty();
        assertThat(CrossChecks.evaluate(sheet, file.rules()))
                .filteredOn(Finding::isBroken)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("participants")
    void givesOnlyWhatTheFormTakes(Unit unit) {
        FigureForm form = form(FILE, unit, null);
        Figures figures = sample(FILE, unit, null);

        assertThat(form.merge(Figures.NONE, figures.toMap())).isEqualTo(figures);
    }

    @Test
    void leavesOutTheYearsBeforeTheUnitExisted() {
        Figures figures = sample(FILE, SONGDA, 2012);
        FigureSheet sheet = sheet(FILE, SONGDA, figures, 2012);

        assertThat(figures.get("PL01.LD", 2011)).isNull();
        assertThat(figures.get("PL01.LD", 2012)).isNotNull();
        assertThat(sheet.missing()).isEmpty();
        assertThat(CrossChecks.evaluate(sheet, FILE.rules()))
                .filteredOn(Finding::isBroken)
                .isEmpty();
    }

    @Test
    void isTheSameEachTimeAndDiffersBetweenUnits() {
        Unit twin = new Unit("TWIN", SONGDA.category(), SONGDA.workers(), SONGDA.grassroots(), SONGDA.leaf());

        assertThat(sample(FILE, SONGDA, null)).isEqualTo(sample(FILE, SONGDA, null));
        assertThat(sample(FILE, SONGDA, null)).isNotEqualTo(sample(FILE, twin, null));
    }

    @Test
    void followsTheProfile() {
        Figures figures = sample(FILE, SONGDA, null);

        assertThat(figures.get("PL01.LD", 2017)).isEqualTo("18500");
        assertThat(figures.get("PL01.LD", 2008)).isEqualTo("17020");
        assertThat(figures.get("PL03.CDCS", 2017)).isEqualTo("42");
    }

    @Test
    void checksEveryRuleButTheOnesOfTheUnionAbove() {
        Map<String, Set<Outcome>> outcomes =
                CrossChecks.evaluate(sheet(FILE, SONGDA, sample(FILE, SONGDA, null), null), FILE.rules()).stream()
                        .collect(Collectors.groupingBy(
                                Finding::code, Collectors.mapping(Finding::outcome, Collectors.toSet())));

        FILE.rules().stream()
                .filter(rule -> !rule.kind().equals("parent_equals_children"))
                .forEach(rule ->
                        assertThat(outcomes.get(rule.code())).as(rule.code()).contains(Outcome.HOLDS));
        assertThat(outcomes.get("R051")).containsOnly(Outcome.NOT_CHECKABLE);
    }

    @Test
    void catchesWomenAboveTheTotal() {
        assertThat(brokenAfter("PL01.LD_NU", 2017, "18600")).containsExactly("R001");
    }

    @Test
    void catchesIncomeInThousands() {
        Figures figures = sample(FILE, SONGDA, null);
        String thousands = new BigDecimal(figures.get("PL04.TN_BQ", 2012))
                .movePointLeft(3)
                .setScale(0)
                .toPlainString();

        assertThat(brokenAfter("PL04.TN_BQ", 2012, thousands)).containsExactly("R021", "R022", "R048");
    }

    @Test
    void catchesAStoppageWithoutPeople() {
        Figures figures =
                sample(FILE, SONGDA, null).with("PL04.NGUNG_VIEC", 2010, "2").with("PL04.NV_NGUOI", 2010, "0");

        assertThat(broken(figures)).containsExactly("R027");
    }

    @Test
    void catchesDoubledMembers() {
        int members = Integer.parseInt(sample(FILE, SONGDA, null).get("PL03.DV", 2017));

        assertThat(brokenAfter("PL03.DV", 2017, String.valueOf(2 * members))).containsExactly("R013", "R018", "R048");
    }

    private static Set<String> brokenAfter(String indicator, int year, String value) {
        return broken(sample(FILE, SONGDA, null).with(indicator, year, value));
    }

    private static Set<String> broken(Figures figures) {
        return CrossChecks.evaluate(sheet(FILE, SONGDA, figures, null), FILE.rules()).stream()
                .filter(Finding::isBroken)
                .map(Finding::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Figures sample(CampaignFile file, Unit unit, Integer validFromYear) {
        return Figures.of(SampleFigures.of(
                file, unit.code(), unit.category(), unit.workers(), unit.grassroots(), unit.leaf(), validFromYear));
    }

    private static FigureSheet sheet(CampaignFile file, Unit unit, Figures figures, Integer validFromYear) {
        return form(file, unit, validFromYear).sheet(figures);
    }

    private static FigureForm form(CampaignFile file, Unit unit, Integer validFromYear) {
        return FigureForm.of(
                file.appendices(),
                new Respondent(unit.category(), validFromYear, unit.leaf()),
                file.campaign().period().lastYearCutoff());
    }

    private static CampaignFile withoutProfile() {
        ObjectNode tree = (ObjectNode) tree("/demo/campaign-20-NQ-TW.json");
        tree.remove("demo_profile");
        return Shipped.read(tree.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), CampaignFile.class);
    }

    private static JsonNode tree(String name) {
        try {
            return ImportJson.mapper().readTree(resource(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] resource(String name) {
        try (var in = SampleFiguresTests.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
