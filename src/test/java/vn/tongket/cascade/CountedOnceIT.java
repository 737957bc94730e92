package vn.tongket.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.campaign.CampaignImport;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignTree;
import vn.tongket.campaign.CountedElsewhere;
import vn.tongket.campaign.PlanWithdrawal;
import vn.tongket.organization.OrganizationImport;
import vn.tongket.report.ReportDeadlines;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.SentReport;
import vn.tongket.rollup.TotalCell;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.support.IssuedCampaign;
import vn.tongket.support.Shipped;
import vn.tongket.support.SmallTree;
import vn.tongket.support.SmallTree.Union;
import vn.tongket.support.TongketIT;

/**
 * A unit that is required under its parent and coordinated under the union that guides it, both below one campaign:
 * {@code GN.X} belongs to {@code GN.TINH} and is guided by {@code GN.NGANH}; {@code GN.Y} has no guide.
 */
@TongketIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountedOnceIT {

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CampaignImport imports;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private CampaignTree tree;

    @Autowired
    private ReportDeadlines deadlines;

    @Autowired
    private Clock clock;

    private final List<CountedElsewhere> events = new ArrayList<>();

    @BeforeAll
    void importUnits() {
        context.getBean(OrganizationImport.class)
                .take(SmallTree.of(
                                new Union("GN.TREN", "ROOT", null, null, "recipient"),
                                new Union("GN.TONG", "ROOT", null, null, "consolidator"),
                                new Union("GN.TINH", "CDNTW", "GN.TONG", null, "consolidator"),
                                new Union("GN.NGANH", "CDNTW", "GN.TONG", null, "consolidator"),
                                new Union("GN.X", "CDCS", "GN.TINH", "GN.NGANH", "required"),
                                new Union("GN.Y", "CDCS", "GN.TINH", null, "required"),
                                new Union("GN.Z", "CDCS", "GN.NGANH", null, "required"))
                        .getBytes(StandardCharsets.UTF_8));
        ApplicationListener<PayloadApplicationEvent<CountedElsewhere>> listener =
                event -> events.add(event.getPayload());
        context.addApplicationListener((ApplicationListener<?>) listener);
    }

    @Test
    void whereItIsRequiredWhenThatPlanIsIssuedFirst() {
        String top = top("GN1");
        String required = issued(below(top, "GN.TINH"));
        String coordinated = issued(below(top, "GN.NGANH"));

        assertThat(counted(required)).isEqualTo(Map.of("GN.X", "here", "GN.Y", "here"));
        assertThat(counted(coordinated)).isEqualTo(Map.of("GN.X", required, "GN.Z", "here"));
        assertThat(moved(coordinated)).isEmpty();
    }

    @Test
    void whereItIsRequiredWhenThatPlanIsIssuedLast() {
        String top = top("GN2");
        String coordinated = issued(below(top, "GN.NGANH"));
        assertThat(counted(coordinated)).isEqualTo(Map.of("GN.X", "here", "GN.Z", "here"));

        String required = issued(below(top, "GN.TINH"));

        assertThat(counted(required)).isEqualTo(Map.of("GN.X", "here", "GN.Y", "here"));
        assertThat(counted(coordinated)).isEqualTo(Map.of("GN.X", required, "GN.Z", "here"));
        assertThat(moved(coordinated)).containsExactly(new CountedElsewhere(coordinated, required, List.of("GN.X")));
    }

    @Test
    void whereTheFiguresAreLockedAlready() {
        String top = top("GN3");
        String coordinated = issued(below(top, "GN.NGANH"));
        campaigns.lock(coordinated, "truongban");

        String required = issued(below(top, "GN.TINH"));

        assertThat(counted(coordinated)).isEqualTo(Map.of("GN.X", "here", "GN.Z", "here"));
        assertThat(counted(required)).isEqualTo(Map.of("GN.X", coordinated, "GN.Y", "here"));
        assertThat(moved(coordinated)).isEmpty();
    }

    @Test
    void whereItIsCoordinatedOnceThePlanThatRequiresItIsWithdrawn() {
        String top = top("GN8");
        String required = issued(below(top, "GN.TINH"));
        String coordinated = issued(below(top, "GN.NGANH"));
        assertThat(counted(coordinated)).containsEntry("GN.X", required);

        SentReport.of(context, coordinated, "GN.X", Map.of("PL01.LD", Map.of("2012", "7")));
        assertThat(workers(coordinated).reporting()).isZero();

        context.getBean(PlanWithdrawal.class).withdraw(required, "Nhầm.", "thuongtruc");

        assertThat(counted(coordinated)).isEqualTo(Map.of("GN.X", "here", "GN.Z", "here"));
        assertThat(workers(coordinated).cell()).isEqualTo(Cell.of(Fraction.of(7)));
        assertThat(workers(coordinated).reporting()).isOne();
        assertThat(workers(coordinated).expected()).isEqualTo(2);
    }

    /** As it is kept. */
    private TotalCell workers(String campaign) {
        return context.getBean(RollUps.class).of(campaign).year("PL01.LD", 2012);
    }

    @Test
    void aLockedCampaignKeepsWhatItCountsWhenAnotherIsWithdrawn() {
        String top = top("GN9");
        String required = issued(below(top, "GN.TINH"));
        String coordinated = issued(below(top, "GN.NGANH"));
        campaigns.lock(coordinated, "truongban");

        context.getBean(PlanWithdrawal.class).withdraw(required, "Nhầm.", "thuongtruc");

        assertThat(counted(coordinated)).isEqualTo(Map.of("GN.X", required, "GN.Z", "here"));
    }

    @Test
    void inEachTreeOfItsOwn() {
        String required = issued(below(top("GN4"), "GN.TINH"));
        String coordinated = issued(below(top("GN5"), "GN.NGANH"));

        assertThat(counted(required)).containsEntry("GN.X", "here");
        assertThat(counted(coordinated)).containsEntry("GN.X", "here");
    }

    @Test
    void whereItStoodFirstWhenItMovedBetweenTwoPlans() {
        String top = top("GN6");
        String first = issued(below(top, "GN.TINH"));
        jdbc.sql("update union_unit set parent_id = (select id from union_unit where code = 'GN.NGANH')"
                        + " where code = 'GN.Y'")
                .update();
        try {
            String second = issued(below(top, "GN.NGANH"));

            assertThat(counted(first)).containsEntry("GN.Y", "here");
            assertThat(counted(second)).containsEntry("GN.Y", first);
        } finally {
            jdbc.sql("update union_unit set parent_id = (select id from union_unit where code = 'GN.TINH')"
                            + " where code = 'GN.Y'")
                    .update();
        }
    }

    @Test
    void knowsWhatLiesAboveAndBelow() {
        String top = top("GN7");
        String below = below(top, "GN.TINH");

        assertThat(tree.above(campaigns.campaign(top))).isEmpty();
        assertThat(tree.above(campaigns.campaign(below))).hasValueSatisfying(above -> {
            assertThat(above.campaign().code()).isEqualTo(top);
            assertThat(above.unit()).isEqualTo("GN.TINH");
        });
        assertThat(campaigns.campaign(below).treeId())
                .isEqualTo(campaigns.campaign(top).id())
                .isEqualTo(campaigns.campaign(top).treeId());
        assertThat(tree.below(campaigns.campaign(top)))
                .containsExactly(
                        new CampaignTree.Below(campaigns.campaign(below).id(), below, "GN.TINH"));
        assertThat(tree.below(campaigns.campaign(top), "GN.NGANH")).isEmpty();
    }

    private List<CountedElsewhere> moved(String campaign) {
        return events.stream()
                .filter(event -> event.campaign().equals(campaign))
                .toList();
    }

    private String top(String code) {
        return IssuedCampaign.of(context, code, file(code, "GN.TONG", "GN.TREN", 0));
    }

    private String below(String top, String issuer) {
        String code = top + "." + issuer;
        UUID report = deadlines.of(top, issuer).report();
        return imports.takeUnder(imports.read(file(code, issuer, "GN.TONG", 1)), campaigns.campaign(top), report)
                .code();
    }

    private String issued(String code) {
        return IssuedCampaign.issued(context, code);
    }

    /** With all its dates so many weeks before those of the week. */
    private byte[] file(String code, String issuer, String reportsTo, int weeksEarlier) {
        return Shipped.campaignOfTheWeek(LocalDate.now(clock).minusWeeks(weeksEarlier), code, issuer, reportsTo)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** By unit the campaign that counts it. */
    private Map<String, String> counted(String campaign) {
        Map<String, String> counted = new TreeMap<>();
        jdbc.sql("""
                        select p.unit_code, c.code from participant p left join campaign c on c.id = p.counted_in
                        where p.campaign_id = ?""").param(campaigns.campaign(campaign).id()).query(row -> {
            counted.put(
                    row.getString("unit_code"),
                    Optional.ofNullable(row.getString("code")).orElse("here"));
        });
        return counted;
    }
}
