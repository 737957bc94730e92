package vn.tongket.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.TongketIT;

/** The modified z-score of random reports against the same worked out here by the book, number by number. */
@TongketIT
@TestInstance(Lifecycle.PER_CLASS)
class OutliersIT {

    private static final String CAMPAIGN = "TK.KHACTHUONG-2017";
    private static final String YEAR = "2016";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Outliers outliers;

    @Autowired
    private JdbcClient jdbc;

    private record Unit(String code, String category) {}

    private final Random random = new Random(20161231);
    private final Map<String, Map<String, String>> sent = new TreeMap<>();
    private List<Unit> units;

    @BeforeAll
    void send() {
        IssuedCampaign.of(context, CAMPAIGN);
        units = jdbc.sql("""
                        select p.unit_code as code, p.category from participant p join campaign c on c.id = p.campaign_id
                        where c.code = ? order by p.position""").param(CAMPAIGN).query(Unit.class).list();
        for (Unit unit : units) {
            Map<String, String> figures = figures();
            sent.put(unit.code(), figures);
            Map<String, Map<String, String>> cells = new TreeMap<>();
            figures.forEach((row, value) -> cells.put(row, Map.of(YEAR, value, "2017", "999999")));
            SentReport.of(context, CAMPAIGN, unit.code(), cells);
        }
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        int workers = 1_000 + random.nextInt(20_000);
        figures.put("PL01.LD", random.nextInt(15) == 0 ? "..." : String.valueOf(workers));
        figures.put(
                "PL01.LD_NU",
                String.valueOf(workers * (35 + random.nextInt(10)) / 100 / (random.nextInt(6) == 0 ? 9 : 1)));
        // Mostly nothing: the median of the distances is 0.
        figures.put("PL06.THI_BAC", random.nextInt(4) == 0 ? String.valueOf(random.nextInt(400)) : "-");
        figures.put("PL04.TN_SO_NGUOI", random.nextInt(12) == 0 ? "0" : String.valueOf(workers));
        figures.put(
                "PL04.TN_BQ",
                String.valueOf(5_000_000 + random.nextInt(900_000) + (random.nextInt(8) == 0 ? 9_000_000 : 0)));
        return figures;
    }

    @Test
    void aPartIsComparedAsItsShare() {
        assertSame("PL01.LD_NU", unit -> share(unit, "PL01.LD_NU"));
    }

    @Test
    void anAdditiveRowIsComparedBy100WorkersAndManyZerosLeaveASpread() {
        assertSame("PL06.THI_BAC", unit -> share(unit, "PL06.THI_BAC"));
    }

    @Test
    void aMeanIsComparedAsItIsWhereItHasAWeight() {
        assertSame("PL04.TN_BQ", unit -> {
            BigDecimal weight = number(unit, "PL04.TN_SO_NGUOI");
            return weight == null || weight.signum() == 0 ? null : number(unit, "PL04.TN_BQ");
        });
    }

    @Test
    void aQuotientIsMadeOfItsSides() {
        assertSame("PL01.TL_NU", unit -> share(unit, "PL01.LD_NU"));
    }

    @Test
    void sizeIsNeverFarAndAYearThatIsNotOverIsLeftAlone() {
        assertThat(found()).noneMatch(one -> one.indicator().code().equals("PL01.LD"));
        assertThat(found()).allMatch(one -> one.year() == 2016);
    }

    @Test
    void allAreCounted() {
        assertThat(outliers.of(CAMPAIGN).all()).isEqualTo(found().size());
    }

    private List<Outlier> found() {
        return outliers.of(CAMPAIGN).findings();
    }

    private void assertSame(String row, Function<String, BigDecimal> value) {
        Map<String, Outlier> found = found().stream()
                .filter(one -> one.indicator().code().equals(row))
                .collect(Collectors.toMap(Outlier::unit, Function.identity()));
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (String category : units.stream().map(Unit::category).distinct().toList()) {
            expected.putAll(far(category, value));
        }
        assertThat(expected).as("figures worth a finding").isNotEmpty();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((unit, one) -> assertThat(found.get(unit).value()).isEqualByComparingTo(one));
    }

    /** Whose value is far among those of a category. */
    private Map<String, BigDecimal> far(String category, Function<String, BigDecimal> value) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (Unit unit : units) {
            BigDecimal one = value.apply(unit.code());
            if (unit.category().equals(category) && one != null) {
                values.put(unit.code(), one);
            }
        }
        if (values.size() < 8) {
            return Map.of();
        }
        BigDecimal median = median(new ArrayList<>(values.values()));
        List<BigDecimal> distances =
                values.values().stream().map(one -> one.subtract(median).abs()).collect(Collectors.toList());
        double middle = median(distances).doubleValue();
        double mean = distances.stream()
                .mapToDouble(BigDecimal::doubleValue)
                .average()
                .orElseThrow();
        double spread = middle > 0 ? middle / 0.6745 : mean * 1.253314;
        values.values().removeIf(one -> one.subtract(median).abs().doubleValue() <= 3.5 * spread);
        return values;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        values.sort(null);
        int half = values.size() / 2;
        return values.size() % 2 == 1
                ? values.get(half)
                : values.get(half - 1).add(values.get(half)).divide(BigDecimal.valueOf(2));
    }

    private BigDecimal share(String unit, String row) {
        BigDecimal above = number(unit, row);
        BigDecimal below = number(unit, "PL01.LD");
        return above == null || below == null || below.signum() == 0
                ? null
                : above.multiply(BigDecimal.valueOf(100)).divide(below, 10, RoundingMode.DOWN);
    }

    private BigDecimal number(String unit, String row) {
        String typed = sent.get(unit).get(row);
        return switch (typed) {
            case "-" -> BigDecimal.ZERO;
            case "..." -> null;
            default -> new BigDecimal(typed);
        };
    }
}
