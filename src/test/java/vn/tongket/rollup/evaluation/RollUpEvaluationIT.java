package vn.tongket.rollup.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.SentFigures;
import vn.tongket.rollup.Carrying;
import vn.tongket.rollup.CatchUp;
import vn.tongket.rollup.RollUps;
import vn.tongket.rollup.evaluation.Rows.Row;
import vn.tongket.rollup.evaluation.TreeTables.Upward;
import vn.tongket.statistics.FigureForm;
import vn.tongket.support.TongketIT;

/**
 * The roll-up of the shipped campaign and of random trees of campaigns against an evaluation that shares no code with
 * it. {@code -Drollup.campaigns=…} for more; a failure names the seeds, {@code -Drollup.seed=… -Drollup.campaigns=1}
 * repeats one. What is put into the tables is taken back.
 */
@TongketIT
class RollUpEvaluationIT {

    private static final long SEED = Long.getLong("rollup.seed", System.nanoTime());
    private static final int CAMPAIGNS = Integer.getInteger("rollup.campaigns", 500);
    private static final int AT_ONCE = 10;
    private static final int MOST_LEVELS = 4;
    private static final int SHIPPED = 3;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private CatchUp catchUp;

    @Autowired
    private Carrying carrying;

    @Autowired
    private SentFigures sent;

    @Autowired
    private CampaignService campaigns;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private TransactionTemplate transaction;

    /** A tree and where it was made from. */
    private record Grown(long seed, Level top) {}

    @Test
    void theRollUpOfTheShippedCampaignIsTheSame() {
        agree(IntStream.range(0, SHIPPED)
                .mapToObj(index -> new Grown(SEED + index, ShippedLevel.of(SEED + index, "TH" + index)))
                .toList());
    }

    @Test
    void theRollUpsOfRandomTreesOfCampaignsAreTheSame() {
        List<Grown> trees = IntStream.range(0, CAMPAIGNS)
                .mapToObj(index -> new Grown(SEED + index, RandomTree.of(SEED + index, "TH" + index)))
                .toList();
        agree(trees);
    }

    private void agree(List<Grown> trees) {
        List<Disagreement> disagreements = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int from = 0; from < trees.size(); from += AT_ONCE) {
            List<Grown> block = trees.subList(from, Math.min(from + AT_ONCE, trees.size()));
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                TreeTables tables = new TreeTables(sql, ShippedLevel.file());
                carry(tables, tables.insert(block.stream().map(Grown::top).toList()), faults);
                block.forEach(tree -> tree.top().all().forEach(level -> compare(tree.seed(), level, disagreements)));
            });
        }
        faults.addAll(Disagreement.told(disagreements));
        assertThat(faults).isEmpty();
    }

    /** From below: each campaign's totals go into the report that it feeds before that one is added up. */
    private void carry(TreeTables tables, List<Upward> reports, List<String> faults) {
        catchUp.all();
        for (int depth = 1; depth < MOST_LEVELS; depth++) {
            int height = depth;
            List<Upward> next = reports.stream()
                    .filter(report -> report.own().depth() == height)
                    .toList();
            next.forEach(report -> carry(report, faults));
            tables.send(next);
            catchUp.all();
        }
    }

    private void carry(Upward report, List<String> faults) {
        FigureForm form = sent.of(
                        report.campaign(), report.unit(), report.sent().counts())
                .sheet()
                .form();
        Map<String, Map<String, String>> carried = carrying.carry(
                report.report(),
                campaigns.campaign(report.campaign()).id(),
                campaigns.campaign(report.own().code()),
                form,
                "canbo");
        Evaluation below = Evaluation.of(report.own());
        for (Row row : below.rows().numeric()) {
            for (int year : row.years()) {
                Exact total = below.total(row, year).value();
                String shown = total == null ? null : total.rounded(row.digits());
                String there = carried.getOrDefault(row.code(), Map.of()).get(String.valueOf(year));
                if (shown != null && !row.isComputed() && form.indicator(row.code()) != null && !shown.equals(there)) {
                    faults.add("%s/%d of %s: %s is shown as %s, but was carried as %s"
                            .formatted(row.code(), year, report.own().code(), total, shown, there));
                }
            }
        }
    }

    private void compare(long seed, Level level, List<Disagreement> disagreements) {
        var expected = Evaluation.of(level).totals();
        for (RollUpProduct product : List.of(new RollUpProduct(rollUps::of), new RollUpProduct(rollUps::fresh))) {
            Differences.between(expected, product.of(level))
                    .forEach(difference -> disagreements.add(new Disagreement(seed, level, difference)));
        }
    }
}
