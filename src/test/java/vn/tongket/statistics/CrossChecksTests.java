package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tongket.statistics.Definition.mean;
import static vn.tongket.statistics.Definition.partOf;
import static vn.tongket.statistics.Definition.row;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.statistics.Finding.Outcome;
import vn.tongket.statistics.Indicator.Measure;
import vn.tongket.statistics.Indicator.Type;

class CrossChecksTests {

    private static final ObjectMapper JSON =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private static final Definition ROWS = Definition.with(
            row("A", Type.INT, 0),
            row("B", Type.INT, 0),
            row("C", Type.INT, 0),
            row("F", Type.INT, 0, Measure.FLOW, "sum"),
            mean("TB", "A"),
            row("T", Type.TEXT, 0));

    private static Rule rule(String fields) {
        try {
            return JSON.readValue(
                    "{\"code\":\"R1\",\"severity\":\"error\",\"message_vi\":\"Sai.\"," + fields.replace('\'', '"')
                            + "}",
                    Rule.class);
        } catch (Exception unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static List<Finding> check(String fields, Object... cells) {
        return CrossChecks.evaluate(ROWS.sheet(cells), List.of(rule(fields)));
    }

    private static Outcome outcome(int year, String fields, Object... cells) {
        return check(fields, cells).stream()
                .filter(finding -> finding.year() == year)
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "<=, 5, 5, HOLDS", "<=, 6, 5, BROKEN", "<, 5, 5, BROKEN", ">=, 5, 5, HOLDS", ">, 5, 5, BROKEN",
                "==, 5, 5, HOLDS", "==, 5, 4, BROKEN", "<=, -, 0, HOLDS", "<=, 1, -, BROKEN", "<=, x, 5, NOT_CHECKABLE",
                "<=, 5, ..., NOT_CHECKABLE", "<=, 5, blank, NOT_CHECKABLE",
            })
    void compares(String op, String a, String b, Outcome outcome) {
        assertThat(outcome(
                        2014,
                        "'kind':'compare','left':'A','op':'%s','right':'B'".formatted(op),
                        "A",
                        a,
                        null,
                        null,
                        null,
                        "B",
                        b,
                        null,
                        null,
                        null))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "0, 5, 2, 3, HOLDS",
                "0, 6, 2, 3, BROKEN",
                "1, 6, 2, 3, HOLDS",
                "1, 4, 2, 3, HOLDS",
                "0, 2, 2, x, HOLDS",
                "0, 2, 2, -, HOLDS",
                "0, 2, 2, ..., NOT_CHECKABLE",
                "0, blank, 2, 3, NOT_CHECKABLE",
                "0, x, 2, 3, NOT_CHECKABLE",
            })
    void addsUpParts(String tolerance, String a, String b, String c, Outcome outcome) {
        assertThat(outcome(
                        2014,
                        "'kind':'sum_equals','total':'A','parts':['B','C'],'tolerance':" + tolerance,
                        "A",
                        a,
                        null,
                        null,
                        null,
                        "B",
                        b,
                        null,
                        null,
                        null,
                        "C",
                        c,
                        null,
                        null,
                        null))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "18, HOLDS",
                "65, HOLDS",
                "17, BROKEN",
                "66, BROKEN",
                "-, NOT_CHECKABLE",
                "x, NOT_CHECKABLE",
                "blank, NOT_CHECKABLE",
            })
    void keepsToARange(String a, Outcome outcome) {
        assertThat(outcome(2014, "'kind':'range','indicator':'A','min':18,'max':65", "A", a, null, null, null))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "100, 10, 5, 105, HOLDS",
                "100, 10, 5, 104, HOLDS",
                "100, 10, 5, 102, BROKEN",
                "100, -, -, 100, HOLDS",
                "100, ..., 5, 105, NOT_CHECKABLE",
                "-, 10, -, 10, HOLDS",
            })
    void balancesOpeningAndClosing(String opening, String plus, String minus, String closing, Outcome outcome) {
        String balance = "'kind':'balance','stock':'A','plus':['B'],'minus':['C'],'tolerance_pct':2";

        assertThat(outcome(
                        2015, balance, "A", opening, closing, null, null, "B", null, plus, null, null, "C", null, minus,
                        null, null))
                .isEqualTo(outcome);
    }

    @Test
    void balancesFromTheSecondYearThatHasANumber() {
        String balance = "'kind':'balance','stock':'A','plus':['B'],'minus':['C'],'tolerance_pct':2";

        assertThat(check(balance, "A", "x", 5, 5, 5, "B", "x", 0, 0, 0, "C", "x", 0, 0, 0))
                .extracting(Finding::year)
                .containsExactly(2016, 2017);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "100, 150, HOLDS",
                "100, 151, BROKEN",
                "100, 49, BROKEN",
                "19, 90, HOLDS",
                "20, 90, BROKEN",
                "0, 90, NOT_CHECKABLE",
                "-, 90, NOT_CHECKABLE",
                "90, -, NOT_CHECKABLE",
                "blank, 90, NOT_CHECKABLE",
            })
    void watchesTheChangeFromYearToYear(String before, String now, Outcome outcome) {
        assertThat(outcome(
                        2015,
                        "'kind':'yoy_change','indicators':['A'],'max_pct':50,'min_base':20",
                        "A",
                        before,
                        now,
                        null,
                        null))
                .isEqualTo(outcome);
    }

    @Test
    void leavesOutAPartialYearForFlowsOnlyAndReadsTheExplanation() {
        String change = "'kind':'yoy_change','indicators':['A','F'],'max_pct':50,'min_base':20,"
                + "'skip_partial_year_for_flow':true,'explain_in':'T'";

        List<Finding> last =
                check(change, "A", 100, 100, 100, 20, "F", 100, 100, 100, 20, "T", null, null, null, "Tách công ty")
                        .stream()
                        .filter(finding -> finding.year() == 2017)
                        .toList();

        assertThat(last).extracting(Finding::outcome).containsExactly(Outcome.BROKEN, Outcome.NOT_CHECKABLE);
        assertThat(last.get(0).explanation()).isEqualTo("Tách công ty");
        assertThat(last.get(1).reason()).contains("2017");
    }

    @ParameterizedTest
    @CsvSource({
        "iff_positive, 1, 5, HOLDS", "iff_positive, 0, -, HOLDS", "iff_positive, 1, 0, BROKEN",
        "iff_positive, 0, 1, BROKEN", "iff_positive, 1, ..., NOT_CHECKABLE", "implies_positive, 1, 1, HOLDS",
        "implies_positive, 1, 0, BROKEN", "implies_positive, 0, 1, HOLDS", "implies_positive, 0, x, NOT_CHECKABLE",
    })
    void tiesPositiveNumbersTogether(String kind, String a, String b, Outcome outcome) {
        assertThat(outcome(
                        2014,
                        "'kind':'%s','left':'A','right':'B'".formatted(kind),
                        "A",
                        a,
                        null,
                        null,
                        null,
                        "B",
                        b,
                        null,
                        null,
                        null))
                .isEqualTo(outcome);
    }

    @Test
    void takesNoValueFromTheNothingOfAMean() {
        assertThat(outcome(
                        2014,
                        "'kind':'compare','left':'A','op':'>=','right':'TB'",
                        "A",
                        5,
                        null,
                        null,
                        null,
                        "TB",
                        "-",
                        null,
                        null,
                        null))
                .isEqualTo(Outcome.NOT_CHECKABLE);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "non_negative, *numeric, 5, HOLDS",
                "non_negative, *numeric, -1, BROKEN",
                "non_negative, *numeric, ..., NOT_CHECKABLE",
                "integer, *int, 5, HOLDS",
                "integer, *int, x, NOT_CHECKABLE",
                "blank_vs_zero, *required, blank, BROKEN",
                "blank_vs_zero, *required, -, HOLDS",
                "blank_vs_zero, *required, x, HOLDS",
                "parent_equals_children, *sum, 5, NOT_CHECKABLE",
            })
    void checksEachSelectedRow(String kind, String selector, String a, Outcome outcome) {
        assertThat(outcome(2014, "'kind':'%s','indicators':'%s'".formatted(kind, selector), "A", a, null, null, null))
                .isEqualTo(outcome);
    }

    @Test
    void findsAFractionInACellOfWholeNumbers() {
        FigureSheet sheet = Definition.with(row("A", Type.INT, 1)).sheet("A", "1.5", 1, 1, 1);

        assertThat(CrossChecks.evaluate(sheet, List.of(rule("'kind':'integer','indicators':'*int'")))
                        .get(0)
                        .isBroken())
                .isTrue();
    }

    @Test
    void impliesThatAPartIsAtMostItsWholeUnlessARuleNamesThePair() {
        FigureSheet sheet = Definition.with(row("A", Type.INT, 0), partOf("A", row("P", Type.INT, 0)))
                .sheet("A", 5, 5, 5, 5, "P", 6, 5, "...", null);

        List<Finding> implied = CrossChecks.evaluate(sheet, List.of());
        List<Finding> stated =
                CrossChecks.evaluate(sheet, List.of(rule("'kind':'compare','left':'P','op':'<=','right':'A'")));

        assertThat(implied).extracting(Finding::code).containsOnly("implicit:P");
        assertThat(implied)
                .extracting(Finding::outcome)
                .containsExactly(Outcome.BROKEN, Outcome.HOLDS, Outcome.NOT_CHECKABLE, Outcome.NOT_CHECKABLE);
        assertThat(implied.get(0).blocksSigning()).isTrue();
        assertThat(stated).extracting(Finding::code).containsOnly("R1");
    }

    @Test
    void doesNotListRulesOnRowsTheUnitDoesNotHave() {
        assertThat(check("'kind':'compare','left':'A','op':'<=','right':'KHAC'", "A", 1, 1, 1, 1))
                .isEmpty();
    }

    @Test
    void saysWhichCellIsLackingAndWhy() {
        assertThat(check("'kind':'compare','left':'A','op':'<=','right':'B'", "A", 1, 1, 1, 1)
                        .get(0)
                        .reason())
                .isEqualTo("A, dòng 1 “Dòng B”, năm 2014: chưa nhập");
    }
}
