package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.statistics.Finding.Outcome;
import vn.tongket.statistics.Finding.Severity;

/** What a line of a rule means for signing, and what an explanation changes. */
class FindingTests {

    private static Finding finding(Severity severity, Outcome outcome, String explanation) {
        return new Finding("R1", severity, 2016, List.of("A", "B"), outcome, "Sai.", null, explanation);
    }

    @Test
    void isNamedAfterRuleFirstRowAndYear() {
        Finding finding = finding(Severity.ERROR, Outcome.BROKEN, null);

        assertThat(finding.place()).isEqualTo("A/2016");
        assertThat(finding.key()).isEqualTo("R1/A/2016");
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, BROKEN, , true, false",
        "ERROR, BROKEN, Vì mưa., true, false",
        "ERROR, HOLDS, , false, false",
        "ERROR, NOT_CHECKABLE, , false, false",
        "WARN, BROKEN, , false, true",
        "WARN, BROKEN, Vì mưa., false, false",
        "WARN, HOLDS, , false, false",
        "WARN, NOT_CHECKABLE, , false, false",
    })
    void blocksSigningOrWantsAnExplanation(
            Severity severity, Outcome outcome, String explanation, boolean blocks, boolean wants) {
        Finding finding = finding(severity, outcome, explanation);

        assertThat(finding.isBroken()).isEqualTo(outcome == Outcome.BROKEN);
        assertThat(finding.blocksSigning()).isEqualTo(blocks);
        assertThat(finding.wantsExplanation()).isEqualTo(wants);
    }

    @ParameterizedTest
    @CsvSource({
        "WARN, BROKEN, , Vì mưa., Vì mưa.",
        "WARN, BROKEN, Vì nắng., Vì mưa., Vì nắng.",
        "WARN, BROKEN, , ,",
        "WARN, HOLDS, , Vì mưa.,",
        "WARN, NOT_CHECKABLE, , Vì mưa.,",
        "ERROR, BROKEN, , Vì mưa.,",
    })
    void takesAnExplanationOnlyWhereItIsAWarningThatHasNone(
            Severity severity, Outcome outcome, String inFigures, String words, String expected) {
        Finding finding = finding(severity, outcome, inFigures);

        assertThat(finding.explainedBy(words)).isEqualTo(finding(severity, outcome, expected));
    }
}
