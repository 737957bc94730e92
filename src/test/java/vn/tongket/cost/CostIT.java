package vn.tongket.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.support.TestDatabase;

/**
 * What the work costs in statements, at several sizes of a campaign and against the bare engine (design.md, section 1).
 * An application of its own, so that it is counted here only and two thousand unions trouble no other test.
 */
@Tag("own-jvm")
class CostIT {

    private static final Logger LOG = LoggerFactory.getLogger(CostIT.class);

    /** Read models and forms, which every node does once. */
    private static final SizedCampaign FIRST = new SizedCampaign("COSTF", 3);

    private static final SizedCampaign SMALL = new SizedCampaign("COSTS", 100);
    private static final SizedCampaign MIDDLE = new SizedCampaign("COSTM", 400);
    private static final SizedCampaign LARGE = new SizedCampaign("COSTL", 2000);
    /** A hundred units by their way and the others by rows only: notices look at nothing else. */
    private static final SizedCampaign WIDENED = new SizedCampaign("COSTW", 100);

    private static final int HUGE = 20_000;
    private static final int CHUNK = 200;
    /** Four Mondays, then T−20. */
    private static final int NOTICE_DAYS = 5;

    private static final Map<SizedCampaign, List<Taken>> issued = new HashMap<>();
    private static final Map<SizedCampaign, Taken> reminded = new HashMap<>();
    private static final Map<SizedCampaign, Taken> deadline = new HashMap<>();
    private static final Map<SizedCampaign, Map<Step, Taken>> ways = new HashMap<>();
    private static Map<Step, Taken> bareWay;
    private static Map<String, Long> scans;
    private static long told;

    /** One campaign after the other, so that the larger ones also find the rows of the smaller. */
    @BeforeAll
    static void measure() throws SQLException {
        String url = TestDatabase.fresh();
        try (BareModel bare = new BareModel(TestDatabase.fresh());
                Product product = new Product(url);
                Tables tables = new Tables(url, product.bean(DataSource.class))) {
            bare.prepare(SMALL);
            bare.issue(SMALL);
            bare.walk(SMALL, 1);
            bareWay = bare.walk(SMALL, 2);
            for (SizedCampaign campaign : List.of(FIRST, SMALL, MIDDLE, LARGE)) {
                product.prepare(campaign);
                issued.put(campaign, product.issue(campaign));
                reminded.put(campaign, remind(product, campaign));
                deadline.put(campaign, product.fire(campaign, "CatchEvent_DeadlineReached"));
                product.walk(campaign, 1);
                ways.put(campaign, product.walk(campaign, campaign.units()));
            }
            product.prepare(WIDENED);
            product.issue(WIDENED);
            tables.widen(WIDENED, HUGE);
            reminded.put(WIDENED, remind(product, WIDENED));
            told = tables.told(WIDENED);
            scans = tables.scannedBy(() -> product.walk(LARGE, 2));
        }
    }

    @Test
    void aUnitsWayTakesTheSameStatementsAtHundredAndAtTwoThousandUnits() {
        Map<Step, Taken> way = ways.get(LARGE);
        way.forEach((step, taken) -> LOG.info(
                "{}: {} on the bare engine {}", step, taken, bareWay.get(step).sum()));
        LOG.info("A unit's way: {} statements, on the bare engine {}", sum(way), sum(bareWay));

        assertThat(way).isEqualTo(ways.get(SMALL));
    }

    @Test
    void aUnitsWayTakesAtMostTwiceWhatTheBareEngineTakes() {
        assertThat(sum(ways.get(LARGE))).isLessThanOrEqualTo(2 * sum(bareWay));
    }

    @Test
    void aUnitsWayReadsNoLargeTableFromEndToEnd() {
        assertThat(scans).isEmpty();
    }

    @Test
    void theDeadlineTakesTheSameFewStatementsAtAnySize() {
        LOG.info("The deadline with all open: {}", deadline.get(LARGE));

        assertThat(deadline.get(LARGE)).isEqualTo(deadline.get(SMALL));
        assertThat(deadline.get(LARGE).sum()).isLessThanOrEqualTo(60);
    }

    @Test
    void aReminderDateTakesTheSameFewStatementsAtAnySize() {
        LOG.info("A reminder date: {}", reminded.get(WIDENED));

        assertThat(told).as("units told").isEqualTo(HUGE);
        assertThat(reminded.get(WIDENED))
                .isEqualTo(reminded.get(SMALL))
                .isEqualTo(reminded.get(MIDDLE))
                .isEqualTo(reminded.get(LARGE));
        assertThat(reminded.get(WIDENED).sum()).isLessThanOrEqualTo(30);
    }

    /** The submit and what follows the last chunk are the same too. */
    @Test
    void eachChunkOfTheIssueTakesTheSameStatementsHoweverManyWereOpenedBefore() {
        List<Taken> large = issued.get(LARGE);
        LOG.info("The issue's submit: {}", large.get(0));
        LOG.info("{} units' reports opened: {}", CHUNK, large.get(1));
        List<Taken> expected = new ArrayList<>(issued.get(MIDDLE));
        for (int chunk = MIDDLE.units() / CHUNK; chunk < LARGE.units() / CHUNK; chunk++) {
            expected.add(2, expected.get(2));
        }

        assertThat(large).isEqualTo(expected);
    }

    /** The Mondays until the first reminder, and what that takes. */
    private static Taken remind(Product product, SizedCampaign campaign) {
        Taken taken = null;
        for (int day = 0; day < NOTICE_DAYS; day++) {
            taken = product.fire(campaign, "CatchEvent_NoticesDue");
        }
        return taken;
    }

    @AfterAll
    static void forget() {
        issued.clear();
        reminded.clear();
        deadline.clear();
        ways.clear();
    }

    private static long sum(Map<Step, Taken> way) {
        return way.values().stream().mapToLong(Taken::sum).sum();
    }
}
