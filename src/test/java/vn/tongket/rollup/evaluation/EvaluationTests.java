package vn.tongket.rollup.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tongket.rollup.evaluation.Paper.above;
import static vn.tongket.rollup.evaluation.Paper.cell;
import static vn.tongket.rollup.evaluation.Paper.file;
import static vn.tongket.rollup.evaluation.Paper.level;
import static vn.tongket.rollup.evaluation.Paper.levelOf;
import static vn.tongket.rollup.evaluation.Paper.mistaken;
import static vn.tongket.rollup.evaluation.Paper.seat;
import static vn.tongket.rollup.evaluation.Paper.total;
import static vn.tongket.rollup.evaluation.Paper.typed;
import static vn.tongket.rollup.evaluation.Paper.union;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import vn.tongket.rollup.evaluation.Level.Seat;
import vn.tongket.rollup.evaluation.Level.Union;
import vn.tongket.rollup.evaluation.Total.Count;
import vn.tongket.rollup.evaluation.Total.Lack;

/** The evaluation that the product is held against, held against examples worked out by hand. */
class EvaluationTests {

    private static final String SUM = "{code: 'S'}";
    private static final String MEAN = "{code: 'M', decimals: 1, unit_agg: {op: 'weighted_mean', weight: 'W'}}";
    private static final String WEIGHT = "{code: 'W'}";
    private static final String RATIO =
            "{code: 'R', computed: true, unit_agg: {op: 'ratio', numerator: 'N', denominator: 'D', scale: 100}}";
    private static final String[] QUOTIENT = {RATIO, "{code: 'N', measure: 'flow'}", "{code: 'D'}"};

    @Test
    void marksAreFiveDifferentThings() {
        // 10 and nothing (0) make 10. Expected: all but the one with x and the exempted one; the missing one too.
        Seat exempt = new Seat(union("G"), true, true, null, null, null);
        Level level = level(
                file(SUM),
                typed("A", "S", "10"),
                typed("B", "S", "-"),
                typed("C", "S", "..."),
                typed("D", "S", "x"),
                typed("E", "S", ""),
                seat("F", null),
                exempt);

        assertThat(total(level, "S", "2017")).isEqualTo(whole(10, new Count(5, 2, 1, 1)));
        assertThat(total(level, "S", "2015")).isEqualTo(lacking(Lack.MISSING, new Count(6, 0, 0, 0)));
        assertThat(mistaken(Mistake.NO_DATA_AS_ZERO, level, "S", "2017")).isEqualTo(whole(10, new Count(5, 3, 0, 1)));
        assertThat(mistaken(Mistake.NOTHING_LEFT_OUT, level, "S", "2017")).isEqualTo(whole(10, new Count(5, 1, 1, 1)));
        assertThat(mistaken(Mistake.EXEMPT_EXPECTED, level, "S", "2017")).isEqualTo(whole(10, new Count(6, 2, 1, 1)));
        assertThat(mistaken(Mistake.MISSING_NOT_EXPECTED, level, "S", "2017"))
                .isEqualTo(whole(10, new Count(4, 2, 1, 1)));
        assertThat(mistaken(Mistake.NOT_APPLICABLE_EXPECTED, level, "S", "2017"))
                .isEqualTo(whole(10, new Count(6, 2, 1, 1)));
    }

    @Test
    void onlyNoDataAsZeroMakesANumberOfNothing() {
        Level level = level(file(SUM), typed("A", "S", "..."), typed("B", "S", "..."));

        assertThat(total(level, "S", "2017")).isEqualTo(lacking(Lack.MISSING, new Count(2, 0, 2, 0)));
        assertThat(mistaken(Mistake.NO_DATA_AS_ZERO, level, "S", "2017").value())
                .isEqualTo(Exact.ZERO);
    }

    @Test
    void stocksAreNeverAddedOverYears() {
        // Stock 100 + 50, 110 + 50, 120 + 60: the period ends with 180. Flow 5, 6, 7 and 1, 1, 1: 21 in all.
        Level level = level(
                file(SUM, "{code: 'F', measure: 'flow', period_agg: {op: 'sum'}}"),
                seat(
                        "A",
                        "{S: {'2015': '100', '2016': '110', '2017': '120'}, F: {'2015': '5', '2016': '6', '2017': '7'}}"),
                seat(
                        "B",
                        "{S: {'2015': '50', '2016': '50', '2017': '60'}, F: {'2015': '1', '2016': '1', '2017': '1'}}"));

        assertThat(total(level, "S", "total")).isEqualTo(whole(180, new Count(2, 2, 0, 0)));
        assertThat(total(level, "F", "total")).isEqualTo(whole(21, new Count(2, 2, 0, 0)));
        assertThat(mistaken(Mistake.STOCKS_SUMMED_OVER_YEARS, level, "S", "total"))
                .isEqualTo(whole(150 + 160 + 180, new Count(2, 2, 0, 0)));
    }

    @Test
    void theLastValueIsMarkedWhenItIsAnEarlierYears() {
        // 2017 has no number; 2016 has 110, of one of two.
        Level level = level(
                file(SUM),
                seat("A", "{S: {'2015': '100', '2016': '110', '2017': '...'}}"),
                seat("B", "{S: {'2015': '50'}}"));

        assertThat(total(level, "S", "total"))
                .isEqualTo(new Total(Exact.of(110), null, new Count(2, 1, 0, 0), false, 2016));
        assertThat(mistaken(Mistake.LAST_YEAR_ONLY, level, "S", "total"))
                .isEqualTo(lacking(Lack.MISSING, new Count(2, 0, 1, 0)));
    }

    @Test
    void aPeriodCountsWhoHasANumberInEveryYear() {
        // A: all three. B: 2016 does not apply. C: 2016 blank. D: 2016 "...". E: never applies.
        Level level = level(
                file("{code: 'F', measure: 'flow', period_agg: {op: 'sum'}}"),
                seat("A", "{F: {'2015': '1', '2016': '-', '2017': '1'}}"),
                seat("B", "{F: {'2015': '1', '2016': 'x', '2017': '1'}}"),
                seat("C", "{F: {'2015': '1', '2017': '1'}}"),
                seat("D", "{F: {'2015': '1', '2016': '...', '2017': '1'}}"),
                seat("E", "{F: {'2015': 'x', '2016': 'x', '2017': 'x'}}"));

        assertThat(total(level, "F", "total")).isEqualTo(whole(8, new Count(4, 2, 1, 1)));
        assertThat(mistaken(Mistake.PERIOD_COUNTS_ANY_YEAR, level, "F", "total"))
                .isEqualTo(whole(8, new Count(4, 4, 0, 1)));
    }

    @Test
    void meansAreWeighted() {
        // 10 × 1 and 20 × 3: 70 / 4 = 17,5, not (10 + 20) / 2. C gives no value, D no weight; "-" is no value.
        Level level = level(
                file(MEAN, WEIGHT),
                seat("A", "{M: {'2017': '10'}, W: {'2017': '1'}}"),
                seat("B", "{M: {'2017': '20'}, W: {'2017': '3'}}"),
                seat("C", "{M: {'2017': '...'}, W: {'2017': '6'}}"),
                seat("D", "{M: {'2017': '99'}}"),
                seat("E", "{M: {'2017': '-'}, W: {'2017': '5'}}"));

        assertThat(total(level, "M", "2017")).isEqualTo(exact("17.5", new Count(5, 2, 1, 0)));
        assertThat(mistaken(Mistake.AVERAGE_OF_AVERAGES, level, "M", "2017").value())
                .isEqualTo(Exact.of(10 + 20 + 99).over(Exact.of(3)));
        assertThat(mistaken(Mistake.MEAN_OVER_ALL_WEIGHTS, level, "M", "2017").value())
                .isEqualTo(Exact.of(70).over(Exact.of(15)));
    }

    @Test
    void aMeanWithoutWeightHasNoValue() {
        Level level = level(
                file(MEAN, WEIGHT),
                seat(
                        "A",
                        "{M: {'2015': '10', '2016': '10', '2017': '10'}, W: {'2015': '0', '2016': '...', '2017': '-'}}"));

        assertThat(total(level, "M", "2015")).isEqualTo(lacking(Lack.ZERO_DENOMINATOR, new Count(1, 1, 0, 0)));
        assertThat(total(level, "M", "2016")).isEqualTo(lacking(Lack.MISSING, new Count(1, 0, 0, 0)));
        assertThat(total(level, "M", "2017")).isEqualTo(lacking(Lack.MISSING, new Count(1, 0, 0, 0)));
    }

    @Test
    void meansAreCarriedUpwardAsTheirTwoSums() {
        // Below: 10 × 1 and 11 × 2 make 32 / 3, shown as 10,7. Above, with 12 × 1: 44 / 4 = 11, not (10,7 × 3 + 12) /
        // 4.
        JsonNode file = file(MEAN, WEIGHT);
        Level below = levelOf(
                "V",
                file,
                null,
                seat("VA", "{M: {'2017': '10'}, W: {'2017': '1'}}"),
                seat("VB", "{M: {'2017': '11'}, W: {'2017': '2'}}"));
        Seat other = seat("B", "{M: {'2017': '12'}, W: {'2017': '1'}}");
        Level kept = level(file, above(below, "{M: {'2017': '10.7'}, W: {'2017': '3'}}"), other);
        Level overwritten = level(file, above(below, "{M: {'2017': '10'}, W: {'2017': '3'}}"), other);
        Level erased = level(file, above(below, "{M: {'2017': '...'}, W: {'2017': '3'}}"), other);

        assertThat(total(below, "M", "2017"))
                .isEqualTo(new Total(Exact.of(32).over(Exact.of(3)), null, new Count(2, 2, 0, 0), false, null));
        assertThat(total(kept, "M", "2017")).isEqualTo(whole(11, new Count(3, 3, 0, 0)));
        assertThat(total(overwritten, "M", "2017").value()).isEqualTo(Exact.of("10.5"));
        assertThat(total(erased, "M", "2017").value()).isEqualTo(Exact.of(12));
        assertThat(mistaken(Mistake.MEAN_ROUNDED_UPWARD, kept, "M", "2017").value())
                .isEqualTo(Exact.of("11.025"));
    }

    @Test
    void quotientsAreRecomputedAndSayWhenTheirSidesDiffer() {
        // 1 / 4 and 3 / 4 of them: (1 + 3) / (4 + 4) = 50 %; in 2016 B gives no denominator: (1 + 3) / 4.
        Level level = level(
                file(QUOTIENT),
                seat("A", "{N: {'2015': '1', '2016': '1', '2017': '1'}, D: {'2015': '0', '2016': '4', '2017': '2'}}"),
                seat(
                        "B",
                        "{N: {'2015': '1', '2016': '3', '2017': '3'}, D: {'2015': '-', '2016': '...', '2017': '6'}}"));

        assertThat(total(level, "R", "2017")).isEqualTo(whole(50, new Count(2, 2, 0, 0)));
        assertThat(total(level, "R", "2016"))
                .isEqualTo(new Total(Exact.of(100), null, new Count(2, 1, 1, 0), true, null));
        assertThat(total(level, "R", "2015")).isEqualTo(lacking(Lack.ZERO_DENOMINATOR, new Count(2, 2, 0, 0)));
        assertThat(mistaken(Mistake.AVERAGE_OF_RATIOS, level, "R", "2017").value())
                .isEqualTo(Exact.of(50));
        assertThat(mistaken(Mistake.AVERAGE_OF_RATIOS, level, "R", "2016").value())
                .isEqualTo(Exact.of(25));
        assertThat(mistaken(Mistake.UNLIKE_SIDES_UNMARKED, level, "R", "2016").incomplete())
                .isFalse();
    }

    @Test
    void aQuotientOfYearSumsTakesAPartialYearsStockForItsShare() {
        // Flow 6 + 3 over stock 12 + 8 × 9/12 = 18: 9 / 18 = 50 %. 2015 has one side only and stays out.
        Level level = level(
                file(RATIO.replace("'R',", "'R', period_agg: {op: 'ratio_of_year_sums'},"), QUOTIENT[1], QUOTIENT[2]),
                seat("A", "{N: {'2015': '7', '2016': '6', '2017': '3'}, D: {'2016': '12', '2017': '8'}}"));

        assertThat(total(level, "R", "total"))
                .isEqualTo(new Total(Exact.of(50), null, new Count(1, 0, 0, 0), true, null));
        assertThat(mistaken(Mistake.PARTIAL_YEAR_AS_WHOLE, level, "R", "total").value())
                .isEqualTo(Exact.of(45));
    }

    @Test
    void theLeastIsNeitherBlankNorZero() {
        Level level = level(
                file(
                        "{code: 'L', unit_agg: {op: 'min'}, period_agg: {op: 'min'}}",
                        "{code: 'G', unit_agg: {op: 'max'}}"),
                seat("A", "{L: {'2015': '0', '2016': '-', '2017': '5'}, G: {'2017': '-3'}}"),
                seat("B", "{L: {'2016': '4', '2017': '0'}, G: {'2017': '-'}}"),
                seat("C", "{}"));

        assertThat(total(level, "L", "2015")).isEqualTo(whole(0, new Count(3, 1, 0, 0)));
        assertThat(total(level, "L", "2016")).isEqualTo(whole(4, new Count(3, 2, 0, 0)));
        assertThat(total(level, "L", "2017")).isEqualTo(whole(5, new Count(3, 2, 0, 0)));
        assertThat(total(level, "L", "total")).isEqualTo(whole(4, new Count(3, 1, 0, 0)));
        assertThat(total(level, "G", "2017")).isEqualTo(whole(0, new Count(3, 2, 0, 0)));
        assertThat(mistaken(Mistake.ZERO_IS_LEAST, level, "L", "2016").value()).isEqualTo(Exact.ZERO);
    }

    @Test
    void theOfficeAddsToTheTotalAndTheUnitsBelowToTheCount() {
        // Below: 1 + 2 of three, and 10 of the office: 13. Above: 13 and 5, on 2 + 1 of 3 + 1.
        JsonNode file = file(SUM);
        Level below = levelOf(
                "V", file, "{S: {'2017': '10'}}", typed("VA", "S", "1"), typed("VB", "S", "2"), seat("VC", null));
        Level level = level(file, above(below, "{S: {'2017': '13'}}"), typed("B", "S", "5"));

        assertThat(total(below, "S", "2017")).isEqualTo(whole(13, new Count(3, 2, 0, 0)));
        assertThat(total(level, "S", "2017")).isEqualTo(whole(18, new Count(4, 3, 0, 0)));
        assertThat(mistaken(Mistake.OFFICE_LEFT_OUT, below, "S", "2017").value())
                .isEqualTo(Exact.of(3));
        assertThat(mistaken(Mistake.OFFICE_COUNTED, below, "S", "2017").count()).isEqualTo(new Count(4, 3, 0, 0));
        assertThat(mistaken(Mistake.CHILDREN_COUNTED, level, "S", "2017").count())
                .isEqualTo(new Count(2, 2, 0, 0));
    }

    @Test
    void aCoordinatedUnionIsCountedWithItsParent() {
        JsonNode file = file(SUM);
        Level below = levelOf("V", file, null, typed("VA", "S", "1"));
        Seat coordinated = new Seat(union("VA"), false, false, Paper.json("{S: {'2017': '1'}}"), null, "V");
        Level level = level(file, above(below, "{S: {'2017': '1'}}"), coordinated);

        assertThat(total(level, "S", "2017")).isEqualTo(whole(1, new Count(1, 1, 0, 0)));
        assertThat(mistaken(Mistake.COORDINATED_COUNTED_TWICE, level, "S", "2017"))
                .isEqualTo(whole(2, new Count(2, 2, 0, 0)));
    }

    @Test
    void blankCellsHaveTheirDefaults() {
        // The leaf: 1 and a copy of T; what is typed wins. The office: its two participants, in the last year only.
        JsonNode file = file(
                "{code: 'S', leaf_value: {const: 1, categories: ['COSO']}, own_value: {count_children: {tier: 'grassroots'}}}",
                "{code: 'C', leaf_value: {copy: 'T'}}",
                "{code: 'T'}");
        Seat leaf = seat("A", "{S: {'2016': '9'}, T: {'2016': '...', '2017': '4'}}");
        Seat node = seat(new Union("B", "COSO", "grassroots", null, false), "{T: {'2017': '8'}}");
        Level level = levelOf("U", file, "{}", leaf, node);

        assertThat(cell(file, leaf, "S", 2016)).isEqualTo(number(9));
        assertThat(cell(file, leaf, "S", 2017)).isEqualTo(number(1));
        assertThat(cell(file, leaf, "C", 2016)).isEqualTo(Given.NO_DATA);
        assertThat(cell(file, leaf, "C", 2017)).isEqualTo(number(4));
        assertThat(cell(file, node, "S", 2017)).isEqualTo(Given.BLANK);
        assertThat(cell(file, seat(new Union("D", "KHAC", "upper", null, true), "{}"), "S", 2017))
                .isEqualTo(Given.BLANK);
        assertThat(total(level, "S", "2017")).isEqualTo(whole(1 + 2, new Count(2, 1, 0, 0)));
        assertThat(total(level, "S", "2016")).isEqualTo(whole(9, new Count(2, 1, 0, 0)));
        assertThat(total(level, "C", "2017")).isEqualTo(whole(4, new Count(2, 1, 0, 0)));
    }

    @Test
    void additionsTakeTheMarksOfTheirParts() {
        JsonNode file = file(
                "{code: 'Z', computed: true, formula: {op: 'add', args: ['S', 'T']}}", "{code: 'S'}", "{code: 'T'}");
        Seat one = seat("A", "{S: {'2015': '1', '2016': '2', '2017': 'x'}, T: {'2015': '...', '2017': '3'}}");
        Seat other =
                seat("B", "{S: {'2015': '1', '2016': '4', '2017': 'x'}, T: {'2015': '-', '2016': '5', '2017': 'x'}}");
        Level level = level(file, one, other);

        assertThat(cell(file, one, "Z", 2015)).isEqualTo(Given.NO_DATA);
        assertThat(cell(file, one, "Z", 2016)).isEqualTo(Given.BLANK);
        assertThat(cell(file, one, "Z", 2017)).isEqualTo(number(3));
        assertThat(cell(file, other, "Z", 2017)).isEqualTo(Given.NOT_APPLICABLE);
        // The units' results are added: A has none in 2016, though it has a number in S.
        assertThat(total(level, "Z", "2016")).isEqualTo(whole(9, new Count(2, 1, 0, 0)));
        assertThat(total(level, "Z", "2015")).isEqualTo(whole(1, new Count(2, 1, 1, 0)));
        assertThat(total(level, "Z", "2017")).isEqualTo(whole(3, new Count(1, 1, 0, 1)));
    }

    @Test
    void whatDoesNotApplyByItselfIsNotExpected() {
        JsonNode file = file("{code: 'S', valid_from_year: 2016}");
        Union young = new Union("B", "COSO", "grassroots", 2017, true);
        Level level = level(file, seat("A", "{S: {'2016': '1', '2017': '2'}}"), seat(young, "{}"), seat(young, null));

        assertThat(total(level, "S", "2015")).isEqualTo(lacking(Lack.MISSING, new Count(0, 0, 0, 2)));
        assertThat(total(level, "S", "2016")).isEqualTo(whole(1, new Count(1, 1, 0, 1)));
        assertThat(total(level, "S", "2017")).isEqualTo(whole(2, new Count(3, 1, 0, 0)));
    }

    @Test
    void anAppendixOfOthersIsAbsentUnlessAUnitBelowFillsItIn() {
        JsonNode file = file(SUM);
        ((ObjectNode) file.path("appendices").path(0)).putArray("applies_to").add("COSO");
        Union upper = new Union("B", "CAPTREN", "upper", null, false);
        Level below = levelOf("V", file, "{S: {'2017': '100'}}", typed("VA", "S", "7"));
        Level level =
                level(file, seat(upper, "{S: {'2017': '50'}}"), seat(upper, null), above(below, "{S: {'2017': '7'}}"));

        assertThat(total(below, "S", "2017")).isEqualTo(whole(7, new Count(1, 1, 0, 0)));
        assertThat(total(level, "S", "2017")).isEqualTo(whole(7, new Count(1, 1, 0, 0)));
    }

    @Test
    void whatIsShownPerUnitHasNoTotal() {
        Level level = level(
                file("{code: 'O', unit_agg: {op: 'none'}, period_agg: {op: 'none'}}", "{code: 'X', type: 'text'}"),
                typed("A", "O", "4"));

        assertThat(total(level, "O", "2017")).isEqualTo(lacking(Lack.NOT_ADDED, new Count(1, 1, 0, 0)));
        assertThat(total(level, "O", "total")).isNull();
        assertThat(total(level, "X", "2017")).isNull();
    }

    @Test
    void roundingGoesAwayFromZero() {
        assertThat(Exact.of("2.5").rounded(0)).isEqualTo("3");
        assertThat(Exact.of("-2.5").rounded(0)).isEqualTo("-3");
        assertThat(Exact.of("2.449").rounded(1)).isEqualTo("2.4");
        assertThat(Exact.of("-0.04").rounded(1)).isEqualTo("0");
        assertThat(Exact.of(200).over(Exact.of(3)).rounded(2)).isEqualTo("66.67");
        assertThat(Exact.of(1200).rounded(2)).isEqualTo("1200");
    }

    private static Given number(long number) {
        return Given.of(Exact.of(number));
    }

    private static Total whole(long value, Count count) {
        return exact(String.valueOf(value), count);
    }

    private static Total exact(String value, Count count) {
        return new Total(Exact.of(value), null, count, false, null);
    }

    private static Total lacking(Lack lack, Count count) {
        return new Total(null, lack, count, false, null);
    }
}
