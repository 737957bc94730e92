package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tongket.statistics.Definition.figures;
import static vn.tongket.statistics.Definition.from;
import static vn.tongket.statistics.Definition.row;
import static vn.tongket.statistics.Definition.sumOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Indicator.OwnValue;
import vn.tongket.statistics.Indicator.OwnValue.CountChildren;
import vn.tongket.statistics.Indicator.Type;

/** Which cells a unit has to fill in, and which fill themselves. */
class FigureFormTests {

    private static final Indicator N = row("N", Type.INT, 0);
    private static final Indicator M = row("M", Type.INT, 0);

    @Test
    void asksForTheOpenCellsOfRequiredRows() {
        FigureForm form = Definition.with(N, from(2016, M), sumOf("S", "N", "M"), optional(row("O", Type.INT, 0)))
                .form();

        // N: 2014 to 2017, M: 2016 and 2017; what is filled in already counts too.
        assertThat(form.sheet(Figures.NONE).asked()).isEqualTo(6);
        assertThat(form.sheet(figures("N", 1, 2, 3, 4)).asked()).isEqualTo(6);
        assertThat(Definition.with(N)
                        .form(new Respondent("CDTCT", 2017, true))
                        .sheet(Figures.NONE)
                        .asked())
                .isEqualTo(1);
    }

    @Test
    void namesTheAppendicesOfRowsInTheirOrder() {
        Appendix first = Definition.with(N).form().appendices().get(0);
        Appendix second = new Appendix(
                "B", "B", null, null, AppliesTo.ALL, null, first.columns(), List.of(M, row("K", Type.INT, 0)));
        FigureForm form = FigureForm.of(List.of(first, second), new Respondent("CDTCT", null, false), null);

        assertThat(form.appendicesOf(Set.of("K", "N"))).containsExactly("A", "B");
        assertThat(form.appendicesOf(Set.of("K"))).containsExactly("B");
        assertThat(form.appendicesOf(Set.of("X"))).isEmpty();
    }

    @Test
    void countsTheIssuersParticipantsInItsOwnLastYearOnly() {
        Indicator counted = counting("CDCS", row("C", Type.INT, 0));
        FigureForm form =
                Definition.with(counted, N).form(new Respondent("ROOT", null, false, Map.of("CDCS", 52, "CDCT", 3)));

        assertThat(form.sheet(Figures.NONE).cell("C", 2017).canonical(0)).isEqualTo("52");
        assertThat(form.sheet(Figures.NONE).cell("C", 2016)).isEqualTo(Cell.BLANK);
        assertThat(form.sheet(Figures.NONE).cell("N", 2017)).isEqualTo(Cell.BLANK);
        assertThat(form.sheet(figures("C", null, null, null, 7)).cell("C", 2017).canonical(0))
                .isEqualTo("7");
    }

    @Test
    void countsNobodyOfATierThatDoesNotTakePartAndNothingForOthers() {
        Definition definition = Definition.with(counting("LDLD", row("C", Type.INT, 0)));

        assertThat(definition
                        .form(new Respondent("ROOT", null, false, Map.of("CDCS", 52)))
                        .sheet(Figures.NONE)
                        .cell("C", 2017)
                        .canonical(0))
                .isEqualTo("0");
        assertThat(definition.form().sheet(Figures.NONE).cell("C", 2017)).isEqualTo(Cell.BLANK);
    }

    @Test
    void takesAPartialYearByItsMonthsIfACutoffIsNamed() {
        Appendix appendix = Definition.with(N).form().appendices().get(0);
        Respondent anybody = new Respondent("CDTCT", null, false);

        FigureForm form = FigureForm.of(List.of(appendix), anybody, LocalDate.of(2017, 9, 30));
        assertThat(form.shareOfYear("N", 2017)).isEqualTo(Fraction.of(3).dividedBy(Fraction.of(4)));
        assertThat(form.shareOfYear("N", 2016)).isEqualTo(Fraction.ONE);
        assertThat(FigureForm.of(List.of(appendix), anybody, null).shareOfYear("N", 2017))
                .isEqualTo(Fraction.ONE);
    }

    private static Indicator counting(String tier, Indicator row) {
        return with(row, true, new OwnValue(new CountChildren(tier)));
    }

    private static Indicator optional(Indicator row) {
        return with(row, false, null);
    }

    private static Indicator with(Indicator row, boolean required, OwnValue ownValue) {
        return new Indicator(
                row.code(),
                row.no(),
                row.name(),
                row.unit(),
                row.type(),
                row.measure(),
                row.computed(),
                required,
                row.decimals(),
                row.breakdownOf(),
                row.validFromYear(),
                row.formula(),
                row.leafValue(),
                ownValue,
                row.unitAgg(),
                row.periodAgg());
    }
}
