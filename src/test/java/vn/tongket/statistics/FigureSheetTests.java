package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.tongket.statistics.Definition.figures;
import static vn.tongket.statistics.Definition.from;
import static vn.tongket.statistics.Definition.leaf;
import static vn.tongket.statistics.Definition.ratio;
import static vn.tongket.statistics.Definition.row;
import static vn.tongket.statistics.Definition.sumOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.FigureSheet.Place;
import vn.tongket.statistics.Indicator.LeafValue;
import vn.tongket.statistics.Indicator.Measure;
import vn.tongket.statistics.Indicator.Type;

class FigureSheetTests {

    private static final Indicator N = row("N", Type.INT, 0);
    private static final Indicator M = row("M", Type.INT, 0);

    @Test
    void wantsEveryRequiredCellThatIsNotXByItself() {
        FigureForm form = Definition.with(from(2016, N)).form();

        assertThat(form.sheet(figures("N", null, null, 1, null)).missing()).containsExactly(new Place("N", 2017));
        assertThat(form.sheet(Figures.NONE).cell("N", 2015)).isEqualTo(Cell.NOT_APPLICABLE);
    }

    @Test
    void wantsNothingOfTheYearsBeforeTheUnitExisted() {
        FigureForm form = Definition.with(N).form(new Respondent("CDTCT", 2016, true));

        assertThat(form.sheet(Figures.NONE).missing()).containsExactly(new Place("N", 2016), new Place("N", 2017));
    }

    @Test
    void wantsNothingOfAppendicesOfOtherCategories() {
        Appendix all = Definition.with(N).form().appendices().get(0);
        Appendix schools = new Appendix(
                "B", "B", null, null, new AppliesTo(List.of("TRUONG")), null, all.columns(), all.indicators());

        assertThat(FigureForm.of(List.of(schools), new Respondent("CDTCT", null, true), null)
                        .appendices())
                .isEmpty();
        assertThat(FigureForm.of(List.of(schools), new Respondent("TRUONG", null, true), null)
                        .appendices())
                .hasSize(1);
        // A consolidated report holds what any unit below fills in.
        Respondent upper = new Respondent("CDTCT", null, false).with(Set.of("CDCS", "TRUONG"));
        assertThat(FigureForm.of(List.of(schools), upper, null).appendices()).hasSize(1);
    }

    @Test
    void fillsBlanksOfALeafWithItsDefaultsAndLetsWhatIsTypedWin() {
        LeafValue one = new LeafValue(BigDecimal.ONE, null, List.of("CDCS"));
        Definition definition =
                Definition.with(N, leaf(one, row("C", Type.INT, 0)), leaf(new LeafValue(null, "N", null), M));
        Figures typed = figures("N", 7, "-", null, 7, "M", 9, null, null, null);

        FigureSheet leaf = definition.form(new Respondent("CDCS", null, true)).sheet(typed);
        FigureSheet upper = definition.form(new Respondent("CDCS", null, false)).sheet(typed);
        FigureSheet other = definition.form(new Respondent("CDTCT", null, true)).sheet(typed);

        assertThat(leaf.cell("C", 2014)).isEqualTo(Cell.of(Fraction.ONE));
        assertThat(leaf.cell("M", 2014)).isEqualTo(Cell.of(Fraction.of(9)));
        assertThat(leaf.cell("M", 2015)).isEqualTo(Cell.NOTHING);
        assertThat(leaf.missing()).containsExactly(new Place("N", 2016), new Place("M", 2016));
        assertThat(upper.cell("C", 2014)).isEqualTo(Cell.BLANK);
        assertThat(other.cell("C", 2014)).isEqualTo(Cell.BLANK);
    }

    @Test
    void mergesCanonicalValuesAndClearsWithNull() {
        FigureForm form = Definition.with(N, M).form();
        Map<String, String> change = new HashMap<>();
        change.put("2014", null);
        change.put("2015", "…");

        Figures merged = form.merge(figures("N", 1, 2, 3, 4), Map.of("N", change, "M", Map.of("2017", "–")));

        assertThat(merged.toMap())
                .isEqualTo(Map.of("N", Map.of("2015", "...", "2016", "3", "2017", "4"), "M", Map.of("2017", "-")));
    }

    @Test
    void namesEveryFaultAndChangesNothing() {
        FigureForm form = Definition.with(from(2015, N), sumOf("S", "N")).form();

        DomainException refusal = catchThrowableOfType(
                DomainException.class,
                () -> form.merge(
                        Figures.NONE,
                        Map.of(
                                "N", Map.of("2014", "5", "2015", "1.5", "2016", "7", "2030", "1"),
                                "S", Map.of("2016", "1"),
                                "Z", Map.of("2016", "1"))));

        assertThat(refusal.faults())
                .extracting(DomainException.Fault::path)
                .containsExactlyInAnyOrder("N/2014", "N/2015", "N/2030", "S/2016", "Z");
        assertThat(refusal.faults())
                .extracting(DomainException.Fault::message)
                .contains("A, dòng 1 “Dòng N”, năm 2015: chỉ nhập số nguyên.");
    }

    @Test
    void takesBackTheXThatStandsThereByItselfWithoutStoringIt() {
        FigureForm form = Definition.with(from(2015, N)).form();

        assertThat(form.merge(Figures.NONE, Map.of("N", Map.of("2014", "x")))).isEqualTo(Figures.NONE);
    }

    @Test
    void readsTypedNumbersThePeoplesWay() {
        FigureForm form = Definition.with(N).form();

        assertThat(form.mergeTyped(Figures.NONE, Map.of("N", Map.of("2014", "18.500")))
                        .get("N", 2014))
                .isEqualTo("18500");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "2, 3, 5",
                "2, -, 2",
                "-, -, -",
                "2, x, 2",
                "x, x, x",
                "2, blank, blank",
                "2, ..., ...",
                "..., blank, ...",
            })
    void addsByFormula(String n, String m, String sum) {
        FigureSheet sheet =
                Definition.with(N, M, sumOf("S", "N", "M")).sheet("N", n, null, null, null, "M", m, null, null, null);

        assertThat(sheet.cell("S", 2014).canonical(0)).isEqualTo(sum);
    }

    @Test
    void dividesExactlyAndSaysWhyItCannot() {
        FigureSheet sheet =
                Definition.with(N, M, ratio("R", "N", "M", 100, "last")).sheet("N", 1, 1, "...", 1, "M", 3, 0, 3, null);

        assertThat(sheet.cell("R", 2014).number()).isEqualTo(Fraction.of(100).dividedBy(Fraction.of(3)));
        assertThat(sheet.cell("R", 2014).show(1)).isEqualTo("33,3");
        assertThat(sheet.cell("R", 2015).words()).isEqualTo("mẫu số bằng 0");
        assertThat(sheet.cell("R", 2016).words()).contains("không có số liệu");
        assertThat(sheet.cell("R", 2017).words()).contains("chưa nhập");
        assertThat(sheet.computed().keySet()).containsExactly("R");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "blank",
            value = {
                "last, 1, 2, 3, 4, 4,", "last, 1, 2, ..., blank, 2, 2015", "last, 1, 2, 3, -, -,",
                        "last, x, x, x, x, x,",
                "last, blank, ..., x, x, blank,", "sum, 1, -, ..., 4, 5,", "sum, -, -, -, -, -,",
                        "sum, ..., x, x, x, ...,",
                "max, 1, 9, -, 4, 9,", "min, 0, 9, -, 4, 4,", "none, 1, 2, 3, 4, none,",
            })
    void makesThePeriodColumn(
            String op, String y1, String y2, String y3, String y4, String expected, Integer earlierYear) {
        FigureSheet sheet =
                Definition.with(row("N", Type.INT, 0, Measure.FLOW, op)).sheet("N", y1, y2, y3, y4);

        PeriodFigure period = sheet.period("N");

        if ("none".equals(expected)) {
            assertThat(period).isNull();
        } else {
            assertThat(period.cell().canonical(0)).isEqualTo(expected);
            assertThat(period.earlierYear()).isEqualTo(earlierYear);
        }
    }

    @Test
    void dividesTheSumsOfTheYearsAPartialYearsStockCountingWithItsShare() {
        Indicator deaths = row("D", Type.INT, 0, Measure.FLOW, "sum");
        FigureSheet sheet = Definition.with(deaths, N, ratio("R", "D", "N", 1000, "ratio_of_year_sums"))
                .sheet("D", 2, 1, "...", 3, "N", 1000, 1000, 1000, 2000);

        // 2014, 2015 and 2017, the last with 9/12 of its stock: 6 / (1000 + 1000 + 1500) × 1000
        assertThat(sheet.period("R").cell().number())
                .isEqualTo(Fraction.of(6000).dividedBy(Fraction.of(3500)));
    }

    @Test
    void keepsItsJsonShape() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        String json = "{\"N\":{\"2014\":\"1\",\"2015\":\"-\"}}";

        assertThat(mapper.writeValueAsString(mapper.readValue(json, Figures.class)))
                .isEqualTo(json);
        assertThat(Arrays.asList(Figures.NONE.get("N", 2014))).containsExactly((String) null);
    }
}
