package vn.tongket.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tongket.cost.Statements.Taken;
import vn.tongket.organization.UnionRole;
import vn.tongket.rollup.SentReport;
import vn.tongket.support.TestDatabase;

/** What a page of totals costs the database: the same few statements for three unions and for sixty. */
@Tag("own-jvm")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollUpPageCostIT {

    private static final Logger LOG = LoggerFactory.getLogger(RollUpPageCostIT.class);
    private static final SizedCampaign SMALL = new SizedCampaign("COSTFEW", 3);
    private static final SizedCampaign LARGE = new SizedCampaign("COSTMANY", 60);
    private static final long MOST = 30;

    private Product product;

    @BeforeAll
    void send() {
        product = new Product(TestDatabase.fresh());
        for (SizedCampaign campaign : new SizedCampaign[] {SMALL, LARGE}) {
            product.prepare(campaign);
            product.issue(campaign);
            for (int i = 1; i <= campaign.units(); i++) {
                SentReport.of(
                        product::bean,
                        campaign.code(),
                        campaign.unit(i),
                        Map.of("PL01.LD", Map.of("2016", String.valueOf(100 + i)), "PL01.LD_NU", Map.of("2016", "40")));
            }
        }
    }

    @AfterAll
    void close() {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/PL01.LD/2016", "/PL01.TL_NU/2016?sort=value", "/charts", "/checks", "/outliers"})
    void takesTheSameFewStatementsWhateverTheNumberOfUnions(String page) {
        // What a node reads once in its life has been read.
        get(SMALL, page);
        get(LARGE, page);
        Taken few = get(SMALL, page);
        Taken many = get(LARGE, page);
        LOG.info("{}: {}", page, many);

        assertThat(many).isEqualTo(few);
        assertThat(many.sum()).isLessThanOrEqualTo(MOST);
    }

    private Taken get(SizedCampaign campaign, String page) {
        var reader = product.person(Step.login(campaign.issuer(), UnionRole.TUYEN_GIAO));
        return product.statements().of(() -> {
            var answer = reader.get("/campaigns/" + campaign.code() + "/rollup" + page);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
    }
}
