package vn.tongket.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportReview;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/** Totals of a few reports with figures chosen so that they can be worked out by hand. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class RollUpIT {

    private static final String CAMPAIGN = "TK.CONG-2017";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReportReview review;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private UnitValues units;

    @BeforeAll
    void send() {
        IssuedCampaign.of(context, CAMPAIGN);
        // Workers, women, their mean age; the mean's weight is the number of workers.
        sent("SONGDA", Map.of("PL01.LD", "100", "PL01.LD_NU", "40", "PL01.TUOI_BQ", "30"));
        sent("HUD", Map.of("PL01.LD", "300", "PL01.LD_NU", "60", "PL01.TUOI_BQ", "40.5"));
        sent("VICEM", Map.of("PL01.LD", "...", "PL01.LD_NU", "7", "PL01.TUOI_BQ", "55"));
        sent("LILAMA", Map.of("PL01.LD", "x"));
    }

    private void sent(String unit, Map<String, String> of2012) {
        SentReport.of(context, CAMPAIGN, unit, of2012(of2012));
    }

    private static Map<String, Map<String, String>> of2012(Map<String, String> values) {
        Map<String, Map<String, String>> cells = new TreeMap<>();
        values.forEach((row, value) -> cells.put(row, Map.of("2012", value)));
        return cells;
    }

    @Test
    void addsNumbersAndCountsWhatLacks() {
        TotalCell workers = rollUps.of(CAMPAIGN).year("PL01.LD", 2012);

        assertThat(workers.cell()).isEqualTo(number("400"));
        // 52 units less the one that said x; two gave a number, one said that there are no data.
        assertThat(workers)
                .extracting(TotalCell::expected, TotalCell::reporting, TotalCell::noData, TotalCell::notApplicable)
                .containsExactly(51, 2, 1, 1);
        assertThat(workers.isIncomplete()).isTrue();
    }

    @Test
    void weighsAMean() {
        // (30 × 100 + 40.5 × 300) / 400; a unit without its weight does not count.
        TotalCell age = rollUps.of(CAMPAIGN).year("PL01.TUOI_BQ", 2012);

        assertThat(age.cell()).isEqualTo(number("37.875"));
        assertThat(age.reporting()).isEqualTo(2);
    }

    @Test
    void makesAQuotientOfTheTotals() {
        // 107 women / 400 workers; one unit gave women and no workers.
        TotalCell share = rollUps.of(CAMPAIGN).year("PL01.TL_NU", 2012);

        assertThat(share.cell()).isEqualTo(number("26.75"));
        assertThat(share.differentSides()).isTrue();
        assertThat(share.reporting()).isEqualTo(2);
    }

    @Test
    void namesTheUnitsBehindATotal() {
        List<UnitValue> values = units.of(CAMPAIGN, "PL01.TL_NU", 2012);

        assertThat(values).hasSize(52);
        assertThat(of(values, "SONGDA").cell()).isEqualTo(number("40"));
        assertThat(of(values, "SONGDA").version()).isEqualTo(1);
        assertThat(of(values, "COMA").cell()).isNull();
        assertThat(of(units.of(CAMPAIGN, "PL01.TUOI_BQ", 2012), "VICEM").cell()).isEqualTo(number("55"));
        assertThat(of(units.of(CAMPAIGN, "PL01.LD", 2012), "VICEM").cell()).isEqualTo(Cell.NO_DATA);
        assertThatThrownBy(() -> units.of(CAMPAIGN, "PL01.LD", 1999))
                .isInstanceOf(DomainException.class)
                .hasMessage("Không có ô số liệu “PL01.LD/1999”.");
    }

    @Test
    void aReturnedReportCountsNoMoreUntilItComesAgain() {
        sent("COMA", Map.of("PL01.LD", "1000"));
        assertThat(rollUps.of(CAMPAIGN).year("PL01.LD", 2012).cell()).isEqualTo(number("1400"));

        returned("COMA");
        assertThat(rollUps.of(CAMPAIGN).year("PL01.LD", 2012).cell()).isEqualTo(number("400"));

        sent("COMA", Map.of("PL01.LD", "50"));
        assertThat(rollUps.of(CAMPAIGN).year("PL01.LD", 2012).cell()).isEqualTo(number("450"));

        returned("COMA");
        assertThat(rollUps.of(CAMPAIGN).year("PL01.LD", 2012).cell()).isEqualTo(number("400"));
        assertThat(rollUps.of(CAMPAIGN).year("PL01.LD", 2012))
                .isEqualTo(rollUps.fresh(CAMPAIGN).year("PL01.LD", 2012));
    }

    private void returned(String unit) {
        Reason reason = new Reason(null, null, "Sai số.");
        review.returnToUnit(CAMPAIGN, unit, new ReturnReport(List.of(reason), LocalDate.of(2099, 1, 1)), "truongban");
    }

    private static UnitValue of(List<UnitValue> values, String unit) {
        return values.stream()
                .filter(value -> value.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static Cell number(String decimal) {
        return Cell.of(Fraction.of(new BigDecimal(decimal)));
    }
}
