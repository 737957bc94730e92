package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tongket.statistics.ShippedCampaign.FILE;
import static vn.tongket.statistics.ShippedCampaign.SAMPLES;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Finding.Outcome;
import vn.tongket.statistics.ShippedCampaign.Sample;
import vn.tongket.statistics.Tampering.Case;

/**
 * The 52 rules of the shipped campaign and those that {@code breakdown_of} implies, each on four unions where it holds,
 * where it breaks and where it cannot be checked.
 */
class EveryRuleTests {

    /** A year in which every row counts, with one before and one after. */
    private static final int YEAR = 2015;

    private static final FigureForm FORM = SAMPLES.get(0).sheet().form();

    record Named(Rule rule) {
        @Override
        public String toString() {
            return rule.code() + " " + rule.kind();
        }
    }

    private static Stream<Rule> rules() {
        return Stream.concat(FILE.rules().stream(), ImplicitRules.of(FORM, FILE.rules()).stream());
    }

    static Stream<Arguments> rulesOfSamples() {
        return SAMPLES.stream().flatMap(sample -> rules().map(rule -> Arguments.of(sample, new Named(rule))));
    }

    static List<Sample> samples() {
        return SAMPLES;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void holdInTheSamplesUnlessTheyAskForAnOwnCampaign(Sample sample) {
        Map<String, Set<Outcome>> outcomes = CrossChecks.evaluate(sample.sheet(), FILE.rules()).stream()
                .collect(
                        Collectors.groupingBy(Finding::code, Collectors.mapping(Finding::outcome, Collectors.toSet())));

        assertThat(sample.sheet().missing()).isEmpty();
        assertThat(outcomes).containsOnlyKeys(rules().map(Rule::code).toList());
        assertThat(outcomes.remove("R051")).containsOnly(Outcome.NOT_CHECKABLE);
        assertThat(outcomes).allSatisfy((rule, found) -> assertThat(found).contains(Outcome.HOLDS));
        assertThat(outcomes).allSatisfy((rule, found) -> assertThat(found).doesNotContain(Outcome.BROKEN));
    }

    @ParameterizedTest
    @MethodSource("rulesOfSamples")
    void hold(Sample sample, Named named) {
        expect(sample, named.rule(), Tampering.holding(named.rule(), sample.sheet(), YEAR), Outcome.HOLDS);
    }

    @ParameterizedTest
    @MethodSource("rulesOfSamples")
    void breakWhere(Sample sample, Named named) {
        expect(sample, named.rule(), Tampering.breaking(named.rule(), sample.sheet(), YEAR), Outcome.BROKEN);
    }

    @ParameterizedTest
    @MethodSource("rulesOfSamples")
    void cannotBeChecked(Sample sample, Named named) {
        expect(sample, named.rule(), Tampering.blinding(named.rule(), sample.sheet(), YEAR), Outcome.NOT_CHECKABLE);
    }

    @Test
    void haveAllThreeOutcomesButForTwoThatCannotByTheirNature() {
        FigureSheet sheet = SAMPLES.get(0).sheet();

        assertThat(FILE.rules()).hasSize(52);
        assertThat(rules())
                .allSatisfy(
                        rule -> assertThat(Tampering.holding(rule, sheet, YEAR)).isNotEmpty());
        assertThat(rules().filter(rule -> Tampering.breaking(rule, sheet, YEAR).isEmpty()))
                .extracting(Rule::kind)
                .containsExactly("integer");
        assertThat(rules().filter(rule -> Tampering.blinding(rule, sheet, YEAR).isEmpty()))
                .extracting(Rule::kind)
                .containsExactly("blank_vs_zero");
    }

    @Test
    void keepFractionsOutOfWholeNumbersAlreadyWhenTheyAreTyped() {
        Rule integer = FILE.rules().stream()
                .filter(rule -> rule.kind().equals("integer"))
                .findFirst()
                .orElseThrow();

        assertThat(Selectors.select(FORM, integer.indicators()))
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThatThrownBy(() ->
                                FORM.merge(Figures.NONE, Map.of(row.code(), Map.of(String.valueOf(YEAR), "1.5"))))
                        .isInstanceOf(DomainException.class)
                        .hasMessageEndingWith("chỉ nhập số nguyên."));
    }

    @Test
    void areImpliedForEachPartThatNoComparisonNames() {
        Set<List<String>> named = FILE.rules().stream()
                .filter(rule -> rule.kind().equals("compare"))
                .map(rule -> List.of(rule.left(), rule.right()))
                .collect(Collectors.toSet());

        assertThat(ImplicitRules.of(FORM, FILE.rules()))
                .extracting(Rule::code)
                .hasSizeGreaterThan(20)
                .containsExactlyElementsOf(FILE.appendices().stream()
                        .flatMap(appendix -> appendix.indicators().stream())
                        .filter(row -> row.breakdownOf() != null)
                        .filter(row -> !named.contains(List.of(row.code(), row.breakdownOf())))
                        .map(row -> "implicit:" + row.code())
                        .toList());
    }

    /** The lines of that year come out as expected, and those of years that the change does not touch as before. */
    private static void expect(Sample sample, Rule rule, List<Case> cases, Outcome outcome) {
        List<Finding> before = lines(sample.sheet(), rule, null);
        for (Case tampered : cases) {
            List<Finding> after = lines(sample.sheet().form().sheet(tampered.figures()), rule, tampered.ownCampaign());
            assertThat(after.stream()
                            .filter(line -> line.year() == YEAR
                                    && tampered.rows()
                                            .contains(line.indicators().get(0))))
                    .as("%s, %s", rule.code(), tampered)
                    .hasSize(tampered.rows().size())
                    .extracting(Finding::outcome)
                    .containsOnly(outcome);
            if (tampered.ownCampaign() == null) {
                assertThat(after.stream().filter(EveryRuleTests::isElsewhere))
                        .containsExactlyElementsOf(before.stream()
                                .filter(EveryRuleTests::isElsewhere)
                                .toList());
            }
        }
    }

    private static boolean isElsewhere(Finding line) {
        return line.year() < YEAR - 1 || line.year() > YEAR + 1;
    }

    private static List<Finding> lines(FigureSheet sheet, Rule rule, RollUp ownCampaign) {
        return CrossChecks.evaluate(sheet, List.of(rule), ownCampaign).stream()
                .filter(line -> line.code().equals(rule.code()))
                .toList();
    }
}
