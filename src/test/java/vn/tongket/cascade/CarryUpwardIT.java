package vn.tongket.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cascade.CarryUpward.Change;
import vn.tongket.report.ReportCollection;
import vn.tongket.report.ReportDrafting;
import vn.tongket.report.ReportReview;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.SentReport;
import vn.tongket.rollup.TotalCell;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.support.Person;
import vn.tongket.support.TongketIT;

/** Totals of a campaign below in the draft of the report upward: at the lock, after a correction, and in the total above. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CarryUpwardIT {

    private static final String UNIT = "CB.HAI";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CarryUpward upward;

    @Autowired
    private ReportDrafting drafting;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private ThreeLevels levels;

    @BeforeAll
    void lockTheMiddle() {
        levels = new ThreeLevels(context, "TK.LEN-2017");
        drafting.writeFigures(levels.top, UNIT, of2012(Map.of("PL01.DTTS", "77")), false, null, "canbo");
        assertThatThrownBy(() -> upward.takeOver(levels.top, UNIT, "canbo"))
                .isInstanceOf(DomainException.class)
                .hasMessage("Chiến dịch của đơn vị chưa khóa số liệu, chưa có số liệu tổng hợp để lấy.");

        sent("CB.BA", Map.of("PL01.LD", "3", "PL01.TUOI_BQ", "30", "PL01.DTTS", "1", "PL01.LD_NU", "..."));
        accept("CB.BA");
        ReportCollection reports = context.getBean(ReportCollection.class);
        reports.closeCollection(levels.middle, "truongban");
        while (reports.closeNext(levels.middle, 100) > 0) {
            continue;
        }
    }

    @Test
    @Order(1)
    void theLockBringsTheTotalsIntoBlankCells() {
        assertThat(draft("PL01.LD")).isEqualTo("3");
        assertThat(draft("PL01.TUOI_BQ")).isEqualTo("30");
        // One unit has no data, the other is missing: there is no total to carry.
        assertThat(draft("PL01.LD_NU")).isNull();
        // What the union had typed before stays.
        assertThat(draft("PL01.DTTS")).isEqualTo("77");
        assertThat(upward.carried(levels.top, UNIT).orElseThrow().changes()).isEmpty();
    }

    @Test
    @Order(2)
    void aCorrectionBelowIsShownAndTakenOverWhereNothingWasOverwritten() {
        comesLate("CB.BA2", Map.of("PL01.LD", "4", "PL01.TUOI_BQ", "41", "PL01.DTTS", "5"));

        assertThat(upward.carried(levels.top, UNIT).orElseThrow().changes())
                .contains(
                        new Change("PL01.LD", 2012, "3", "7", false),
                        // (3 × 30 + 4 × 41) / 7 = 36.2857…
                        new Change("PL01.TUOI_BQ", 2012, "30", "36.3", false),
                        new Change("PL01.DTTS", 2012, "1", "6", true));
        assertThat(draft("PL01.LD")).isEqualTo("3");

        upward.takeOver(levels.top, UNIT, "canbo");

        assertThat(draft("PL01.LD")).isEqualTo("7");
        assertThat(draft("PL01.TUOI_BQ")).isEqualTo("36.3");
        assertThat(draft("PL01.DTTS")).isEqualTo("77");
        assertThat(upward.carried(levels.top, UNIT).orElseThrow().changes()).isEmpty();
    }

    @Test
    @Order(3)
    void othersMayNotSeeOrTakeIt() {
        String page = "/reports/" + levels.top + "/" + UNIT + "/carried";
        assertThat(Person.loggedIn(port, "songdacanbo").get(page).statusCode()).isEqualTo(404);
        assertThat(Person.loggedIn(port, "cbhai2canbo").get(page).statusCode()).isEqualTo(404);
        Person officer = Person.loggedIn(port, "cbhaicanbo");
        assertThat(officer.get(page).body()).contains("Từ đó đến nay không có thay đổi.");
        assertThat(officer.get("/api" + page).body()).contains("\"PL01.LD\":{\"2012\":\"7\"}");
        assertThat(Person.loggedIn(port, "cbhaichutich").postForm(page, "").statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void theTotalAboveTakesTheMeanUnroundedAndTheCountsFromBelow() {
        SentReport.of(
                context, levels.top, UNIT, drafting.figures(levels.top, UNIT).value());

        TotalCell age = rollUps.of(levels.top).year("PL01.TUOI_BQ", 2012);
        assertThat(age.cell()).isEqualTo(Cell.of(Fraction.of(254).dividedBy(Fraction.of(7))));
        // Two units below, and CB.HAI2, whose report is missing.
        assertThat(age.expected()).isEqualTo(3);
        assertThat(age.reporting()).isEqualTo(2);
        assertThat(rollUps.of(levels.top).year("PL01.DTTS", 2012).cell())
                .isEqualTo(Cell.of(Fraction.of(new BigDecimal("77"))));
        assertThatThrownBy(() -> upward.takeOver(levels.top, UNIT, "canbo"))
                .isInstanceOf(DomainException.class)
                .hasMessage("Báo cáo đang ở trạng thái “Đang thẩm tra”, không lấy thêm số liệu được.");
    }

    @Test
    @Order(5)
    void anOverwrittenMeanCountsWithItsOwnValue() {
        Map<String, Map<String, String>> figures =
                new TreeMap<>(drafting.figures(levels.top, UNIT).value());
        figures.put("PL01.TUOI_BQ", Map.of("2012", "40"));
        SentReport.of(context, levels.top, UNIT, figures);

        assertThat(rollUps.of(levels.top).year("PL01.TUOI_BQ", 2012).cell()).isEqualTo(Cell.of(Fraction.of(40)));
    }

    private String draft(String row) {
        return drafting.figures(levels.top, UNIT)
                .value()
                .getOrDefault(row, Map.of())
                .get("2012");
    }

    private void sent(String unit, Map<String, String> of2012) {
        SentReport.of(context, levels.middle, unit, of2012(of2012));
    }

    private void accept(String unit) {
        context.getBean(ReportReview.class)
                .accept(levels.middle, unit, new CurrentUser("dau-nganh", Set.of("CBHAItruongban")));
    }

    private void comesLate(String unit, Map<String, String> of2012) {
        jdbc.sql("""
                        update report set late_until = '2099-01-01' where id in (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = ?)""").params(List.of(levels.middle, unit)).update();
        sent(unit, of2012);
        accept(unit);
    }

    private static Map<String, Map<String, String>> of2012(Map<String, String> values) {
        Map<String, Map<String, String>> cells = new TreeMap<>();
        values.forEach((row, value) -> cells.put(row, Map.of("2012", value)));
        return cells;
    }
}
