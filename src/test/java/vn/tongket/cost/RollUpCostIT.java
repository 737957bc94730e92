package vn.tongket.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.report.ReportCommands.ReturnReport;
import vn.tongket.report.ReportCommands.ReturnReport.Reason;
import vn.tongket.report.ReportReview;
import vn.tongket.report.ReportService;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.FigureForm;
import vn.tongket.support.TestDatabase;

/**
 * What totals cost: ten thousand units with every cell filled, added up by the product and by a statement that somebody
 * would write by hand for the same cells; and what one report costs that comes in, is returned and comes again.
 */
@Tag("own-jvm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollUpCostIT {

    private static final Logger LOG = LoggerFactory.getLogger(RollUpCostIT.class);
    private static final SizedCampaign SMALL = new SizedCampaign("SUMS", 100);
    private static final SizedCampaign LARGE = new SizedCampaign("SUML", 100);
    private static final int MANY = 10_000;
    private static final int TURNS = 3;

    /** Sums and counts of every cell, over the very rows that the product reads. */
    private static final String BY_HAND = """
            select place, sum(amount), count(amount),
                count(*) filter (where state = '.'), count(*) filter (where state = 'x')
            from contribution, unnest(amounts, states) with ordinality as cell (amount, state, place)
            where campaign_id = (select id from campaign where code = ?)
            group by place""";

    private Product product;
    private Tables tables;
    private JdbcClient jdbc;
    private String figures;

    @BeforeAll
    void send() throws SQLException {
        String url = TestDatabase.fresh();
        product = new Product(url);
        jdbc = product.bean(JdbcClient.class);
        for (SizedCampaign campaign : List.of(SMALL, LARGE)) {
            product.prepare(campaign);
            product.issue(campaign);
        }
        figures = figures();
        tables = new Tables(url, product.bean(DataSource.class));
        tables.widen(LARGE, MANY);
        for (SizedCampaign campaign : List.of(SMALL, LARGE)) {
            comeIn(campaign, 1);
            addLike(campaign, 1);
        }
        // One of each block comes in: the block is added up.
        for (int unit : List.of(2, 30, 55, 80)) {
            comeIn(SMALL, unit);
        }
        tables.analyze();
    }

    @AfterAll
    void close() {
        tables.close();
        product.close();
    }

    @Test
    void addingUpTenThousandUnitsTakesAtMostTwiceAStatementByHand() {
        RollUps rollUps = product.bean(RollUps.class);
        long[] ours = new long[TURNS];
        long[] byHand = new long[TURNS];
        for (int turn = -1; turn < TURNS; turn++) {
            long own = nanos(() ->
                    rollUps.fresh(LARGE.code()).sheet().form().indicators().size());
            long hand = nanos(() ->
                    jdbc.sql(BY_HAND).param(LARGE.code()).query().listOfRows().size());
            if (turn >= 0) {
                ours[turn] = own;
                byHand[turn] = hand;
            }
        }
        double ratio = (double) median(ours) / median(byHand);
        LOG.info(
                "Totals of {} units × 133 rows × 10 years: {} ms, by hand {} ms: {} times",
                MANY,
                median(ours) / 1_000_000,
                median(byHand) / 1_000_000,
                ratio);

        assertThat(units(rollUps.fresh(LARGE.code()))).isEqualTo(MANY);
        assertThat(ratio).isLessThanOrEqualTo(2);
    }

    @Test
    void oneReportTakesTheSameStatementsAmongHundredAndAmongTenThousand() {
        Taken small = product.statements().of(() -> comeIn(SMALL, 3));
        Taken large = product.statements().of(() -> comeIn(LARGE, 3));
        LOG.info("A report comes in: {}", large);
        Taken smallReturned = product.statements().of(() -> goBack(SMALL, 3));
        Taken largeReturned = product.statements().of(() -> goBack(LARGE, 3));
        LOG.info("A report is returned: {}", largeReturned);

        assertThat(large).isEqualTo(small);
        assertThat(largeReturned).isEqualTo(smallReturned);
    }

    /** What is kept is what all contributions give. */
    @Test
    void whatIsKeptEqualsAFreshSum() {
        RollUps rollUps = product.bean(RollUps.class);
        Totals kept = rollUps.of(SMALL.code());
        Totals fresh = rollUps.fresh(SMALL.code());

        assertThat(kept.sheet().form().indicators()).hasSizeGreaterThan(100).allSatisfy(row -> {
            kept.sheet()
                    .form()
                    .years(row.code())
                    .forEach(year -> assertThat(kept.year(row.code(), year)).isEqualTo(fresh.year(row.code(), year)));
            assertThat(kept.period(row.code())).isEqualTo(fresh.period(row.code()));
        });
    }

    /** A number in every cell that takes one. */
    private String figures() {
        Map<String, Map<String, String>> figures = new TreeMap<>();
        FigureForm form = FigureForm.whole(
                product.bean(CampaignService.class).definition(LARGE.code()).appendices(), null);
        form.indicators().stream()
                .filter(row -> !row.computed() && !row.isText())
                .forEach(row -> form.years(row.code()).stream()
                        .filter(year -> !form.isClosed(row, year))
                        .forEach(year -> figures.computeIfAbsent(row.code(), code -> new TreeMap<>())
                                .put(String.valueOf(year), String.valueOf(year % 10 + 3))));
        try {
            return new ObjectMapper().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int units(Totals totals) {
        return totals.year("PL01.LD", 2012).expected();
    }

    /** Signed by SQL, registered by the product. */
    private void comeIn(SizedCampaign campaign, int unit) {
        product.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            jdbc.sql("""
                            with place as (select p.id from participant p join campaign c on c.id = p.campaign_id
                                where c.code = :campaign and p.unit_code = :unit),
                            sent as (update report set state = 'SUBMITTED', version = version + 1
                                where id in (select id from place))
                            insert into report_version (report_id, number, document_number, signed_on, signed_by, sent_at,
                                content, content_hash, hash)
                            select id, 1, '1/BC', '2017-10-01', 'chutich', '2017-10-01 09:00+07',
                                jsonb_build_object('figures', cast(:figures as jsonb)), 'none', gen_random_uuid()
                            from place""")
                    .param("campaign", campaign.code())
                    .param("unit", campaign.unit(unit))
                    .param("figures", figures)
                    .update();
            product.bean(ReportService.class).register(campaign.code(), campaign.unit(unit), () -> unit);
        });
    }

    private void goBack(SizedCampaign campaign, int unit) {
        Reason reason = new Reason(null, null, "Sai số.");
        product.bean(ReportReview.class)
                .returnToUnit(
                        campaign.code(),
                        campaign.unit(unit),
                        new ReturnReport(List.of(reason), LocalDate.of(2099, 1, 1)),
                        "truongban");
    }

    /** All other units from the third on add what that unit adds, in other numbers. */
    private void addLike(SizedCampaign campaign, int unit) {
        jdbc.sql("""
                        insert into contribution (report_id, campaign_id, version, block, amounts, weights, states)
                        select p.id, p.campaign_id, 1, p.position / 25,
                            (select array_agg(amount + (p.position * 31 + place) % 977 order by place)
                                from unnest(c.amounts) with ordinality as a (amount, place)),
                            c.weights, c.states
                        from participant p join campaign k on k.id = p.campaign_id,
                            contribution c join participant like_it on like_it.id = c.report_id
                        where k.code = :campaign and like_it.campaign_id = k.id and like_it.unit_code = :unit
                            and p.position > 10 and p.id <> c.report_id""")
                .param("campaign", campaign.code())
                .param("unit", campaign.unit(unit))
                .update();
    }

    private static long nanos(IntSupplier work) {
        long start = System.nanoTime();
        assertThat(work.getAsInt()).isPositive();
        return System.nanoTime() - start;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
