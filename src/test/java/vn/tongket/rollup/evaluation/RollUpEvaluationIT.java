package vn.tongket.rollup.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tongket.rollup.CatchUp;
import vn.tongket.rollup.RollUps;
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
    private static final int AT_ONCE = 25;
    private static final int SHIPPED = 3;

    @Autowired
    private RollUps rollUps;

    @Autowired
    private CatchUp catchUp;

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
        for (int from = 0; from < trees.size(); from += AT_ONCE) {
            List<Grown> block = trees.subList(from, Math.min(from + AT_ONCE, trees.size()));
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                new TreeTables(sql, ShippedLevel.file())
                        .insert(block.stream().map(Grown::top).toList());
                catchUp.all();
                block.forEach(tree -> tree.top().all().forEach(level -> compare(tree.seed(), level, disagreements)));
            });
        }
        disagreements.sort(Comparator.comparing(Disagreement::size));
        assertThat(disagreements.stream().limit(3))
                .as("%d campaigns disagree", disagreements.size())
                .isEmpty();
    }

    private void compare(long seed, Level level, List<Disagreement> disagreements) {
        var expected = Evaluation.of(level).totals();
        Disagreement.of(seed, level, Differences.between(expected, new RollUpProduct(rollUps::of).of(level)))
                .ifPresent(disagreements::add);
        Disagreement.of(seed, level, Differences.between(expected, new RollUpProduct(rollUps::fresh).of(level)))
                .ifPresent(disagreements::add);
    }
}
