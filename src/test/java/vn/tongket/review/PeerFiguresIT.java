package vn.tongket.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/** Quartiles of random reports against the same worked out here by the book, number by number. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class PeerFiguresIT {

    private static final String CAMPAIGN = "TK.PEERS-2017";
    private static final String OWN = "SONGDA";
    private static final List<String> PEERS = List.of(
            "HUD", "VIGLACERA", "VICEM", "LILAMA", "LICOGI", "COMA", "HANCORP", "VINACONEX", "CC1", "DIC", "IDICO");
    private static final int YEAR = 2012;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PeerFigures peers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectMapper json;

    private final Random random = new Random(20170905);
    private final Map<String, Map<String, Map<String, String>>> sent = new TreeMap<>();

    @BeforeAll
    void send() throws JsonProcessingException {
        IssuedCampaign.of(context, CAMPAIGN);
        for (String unit : PEERS) {
            version(unit, 1, Map.of("PL01.LD", Map.of("2012", "999999999")));
            version(unit, 2, figures(unit));
        }
        version(OWN, 1, figures(OWN));
        // Of another kind: does not count.
        version("DHKTHN", 1, Map.of("PL01.LD", Map.of("2012", "1"), "PL01.LD_NU", Map.of("2012", "1")));
    }

    @Test
    void aPartIsComparedAsItsShareOfTheWhole() {
        PeerFigure women = figure("PL01", "PL01.LD_NU", YEAR);

        assertThat(women.basis()).startsWith("% của “");
        assertSame(women, unit -> quotient(number(unit, "PL01.LD_NU"), number(unit, "PL01.LD")));
    }

    @Test
    void anotherAdditiveRowIsComparedBy100Workers() {
        PeerFigure courses = figure("PL06", "PL06.THI_BAC", YEAR);

        assertThat(courses.basis()).startsWith("trên 100 “");
        assertSame(courses, unit -> quotient(number(unit, "PL06.THI_BAC"), number(unit, "PL01.LD")));
    }

    @Test
    void aMeanIsComparedAsItIs() {
        PeerFigure income = figure("PL04", "PL04.TN_BQ", YEAR);

        assertThat(income.basis()).isEmpty();
        assertSame(income, unit -> number(unit, "PL04.TN_BQ"));
    }

    @Test
    void aRatioIsRecomputedAndASumTakesAllItsTermsOrNone() {
        assertSame(
                figure("PL02", "PL02.TL_DA_DT", YEAR),
                unit -> quotient(
                        sum(unit, "PL02.CM_SC", "PL02.CM_TC", "PL02.CM_CD", "PL02.CM_DH", "PL02.CM_SDH"),
                        number(unit, "PL01.LD")));
    }

    @Test
    void thePeriodIsTheSumOfAllYearsBySumOfAllYears() {
        PeerFigure period = figure("PL06", "PL06.THI_BAC", null);

        assertSame(period, unit -> quotient(years(unit, "PL06.THI_BAC"), years(unit, "PL01.LD")));
    }

    @Test
    void theSizeOfAUnionIsNeverUnusual() {
        PeerFigure workers = figure("PL01", "PL01.LD", YEAR);

        assertThat(workers.comparable()).isFalse();
        assertThat(workers.unusual()).isFalse();
        assertSame(workers, unit -> number(unit, "PL01.LD"));
    }

    @Test
    void everyNumberRowOfAnAppendixIsThereInEveryYear() {
        List<PeerFigure> all = peers.of(CAMPAIGN, OWN, "PL01");

        assertThat(all).filteredOn(one -> one.indicator().equals("PL01.LD")).hasSize(10);
        assertThat(all).noneMatch(one -> one.indicator().equals("PL01.GHI_CHU"));
        assertThat(all).allSatisfy(one -> assertThat(one.units()).isLessThanOrEqualTo(PEERS.size()));
    }

    private interface Value {
        /** Null where the unit has none. */
        BigDecimal of(String unit);
    }

    private void assertSame(PeerFigure figure, Value value) {
        List<BigDecimal> others = new ArrayList<>();
        for (String unit : PEERS) {
            BigDecimal one = value.of(unit);
            if (one != null) {
                others.add(one);
            }
        }
        others.sort(null);
        assertThat(others.size()).as("data worth a comparison").isGreaterThanOrEqualTo(5);
        assertThat(figure.units()).isEqualTo(others.size());
        assertThat(figure.lower()).isEqualByComparingTo(quantile(others, "0.25"));
        assertThat(figure.median()).isEqualByComparingTo(quantile(others, "0.5"));
        assertThat(figure.upper()).isEqualByComparingTo(quantile(others, "0.75"));
        BigDecimal own = value.of(OWN);
        if (own == null) {
            assertThat(figure.own()).isNull();
        } else {
            assertThat(figure.own()).isEqualByComparingTo(own);
        }
    }

    /** Hyndman and Fan's type 7: the value at (n − 1) p, counted from 0, on the line between its neighbours. */
    private static BigDecimal quantile(List<BigDecimal> sorted, String p) {
        BigDecimal at = new BigDecimal(p).multiply(BigDecimal.valueOf(sorted.size() - 1));
        int below = at.intValue();
        BigDecimal low = sorted.get(below);
        BigDecimal high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return low.add(high.subtract(low).multiply(at.subtract(BigDecimal.valueOf(below))));
    }

    private static BigDecimal quotient(BigDecimal above, BigDecimal below) {
        return above == null || below == null || below.signum() == 0
                ? null
                : above.multiply(BigDecimal.valueOf(100)).divide(below, 10, RoundingMode.DOWN);
    }

    private BigDecimal sum(String unit, String... rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String row : rows) {
            BigDecimal number = number(unit, row);
            if (number == null) {
                return null;
            }
            sum = sum.add(number, MathContext.UNLIMITED);
        }
        return sum;
    }

    private BigDecimal years(String unit, String row) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int year = 2008; year <= 2017; year++) {
            BigDecimal number = number(unit, row, year);
            if (number == null) {
                return null;
            }
            sum = sum.add(number);
        }
        return sum;
    }

    private BigDecimal number(String unit, String row) {
        return number(unit, row, YEAR);
    }

    private BigDecimal number(String unit, String row, int year) {
        String typed = sent.get(unit).getOrDefault(row, Map.of()).get(String.valueOf(year));
        return typed == null
                ? null
                : switch (typed) {
                    case "-" -> BigDecimal.ZERO;
                    case "...", "x" -> null;
                    default -> new BigDecimal(typed);
                };
    }

    private Map<String, Map<String, String>> figures(String unit) {
        Map<String, Map<String, String>> figures = new HashMap<>();
        for (String row : List.of(
                "PL01.LD",
                "PL01.LD_NU",
                "PL01.TT",
                "PL02.CM_SC",
                "PL02.CM_TC",
                "PL02.CM_CD",
                "PL02.CM_DH",
                "PL02.CM_SDH",
                "PL04.TN_BQ",
                "PL06.THI_BAC")) {
            Map<String, String> years = new TreeMap<>();
            for (int year = 2008; year <= 2017; year++) {
                int kind = random.nextInt(row.equals("PL02.CM_SC") ? 12 : 240);
                if (kind > 0) {
                    years.put(String.valueOf(year), kind == 1 ? "..." : kind == 2 ? "x" : kind == 3 ? "-" : digits());
                }
            }
            figures.put(row, years);
        }
        figures.put("PL01.GHI_CHU", Map.of("2012", "12"));
        sent.put(unit, figures);
        return figures;
    }

    private String digits() {
        return random.nextInt(4) == 0
                ? (1 + random.nextInt(5000)) + "." + (1 + random.nextInt(99))
                : String.valueOf(1 + random.nextInt(20_000));
    }

    private PeerFigure figure(String appendix, String row, Integer year) {
        return peers.of(CAMPAIGN, OWN, appendix).stream()
                .filter(one -> one.indicator().equals(row) && java.util.Objects.equals(one.year(), year))
                .findFirst()
                .orElseThrow();
    }

    private void version(String unit, int number, Map<String, Map<String, String>> figures)
            throws JsonProcessingException {
        jdbc.sql("""
                        insert into report_version
                            (report_id, number, document_number, signed_on, signed_by, sent_at, content,
                             content_hash, hash)
                        select p.id, :number, '1/BC', '2017-10-01', 'chutich', '2017-10-01 09:00+07',
                               jsonb_build_object('figures', cast(:figures as jsonb)), 'none', p.id || '/' || :number
                        from participant p join campaign c on c.id = p.campaign_id
                        where c.code = :campaign and p.unit_code = :unit""")
                .param("number", number)
                .param("figures", json.writeValueAsString(figures))
                .param("campaign", CAMPAIGN)
                .param("unit", unit)
                .update();
    }
}
