package vn.tongket.rollup.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tongket.rollup.evaluation.Level.Seat;

/** The comparison of roll-ups sees each mistake, and the random campaigns hold what can be mistaken. */
class MistakeTests {

    private static final int TREES = 60;
    private static final List<Level> LEVELS = LongStream.range(0, TREES)
            .mapToObj(seed -> RandomTree.of(seed, "T" + seed))
            .flatMap(Level::all)
            .toList();

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void eachIsSeen(Mistake mistake) {
        assertThat(LEVELS)
                .anySatisfy(level -> assertThat(Differences.between(
                                Evaluation.of(level).totals(),
                                Evaluation.of(level, mistake).totals()))
                        .isNotEmpty());
    }

    @Test
    void theSameEvaluationTwiceIsTheSame() {
        assertThat(LEVELS)
                .allSatisfy(level -> assertThat(Differences.between(
                                Evaluation.of(level).totals(),
                                Evaluation.of(level).totals()))
                        .isEmpty());
    }

    @Test
    void aSeedMakesTheSameTree() {
        IntStream.range(0, 5)
                .forEach(seed -> assertThat(RandomTree.of(seed, "T")).isEqualTo(RandomTree.of(seed, "T")));
    }

    @Test
    void allThatFormatsSayOccurs() {
        Set<String> seen = new HashSet<>();
        for (Level level : LEVELS) {
            seen.add("levels " + level.depth());
            seen.add(level.office() == null ? "no office" : "office");
            level.seats().forEach(seat -> seen.add(kind(seat)));
            for (Rows.Row row : Rows.of(level.definition()).numeric()) {
                Map<String, Total> columns = Evaluation.of(level).totals().get(row.code());
                columns.forEach((column, total) -> seen.add("%s %s"
                        .formatted(
                                column.equals(Evaluation.PERIOD)
                                        ? "period " + row.op("period_agg")
                                        : row.op("unit_agg"),
                                total.value() == null ? total.lack() : "a number")));
            }
        }
        assertThat(seen)
                .contains("levels 1", "levels 2", "levels 3", "levels 4", "office", "no office")
                .contains("reports", "missing", "exempt", "counted elsewhere", "with a campaign of its own")
                .contains("sum a number", "sum MISSING", "max a number", "min a number", "none NOT_ADDED")
                .contains("weighted_mean a number", "weighted_mean MISSING", "weighted_mean ZERO_DENOMINATOR")
                .contains("ratio a number", "ratio MISSING", "ratio ZERO_DENOMINATOR")
                .contains("period last a number", "period sum a number", "period max a number", "period min a number")
                .contains("period ratio_of_year_sums a number", "period ratio_of_year_sums ZERO_DENOMINATOR");
    }

    private static String kind(Seat seat) {
        if (seat.countedIn() != null) {
            return "counted elsewhere";
        }
        if (seat.exempt()) {
            return "exempt";
        }
        if (seat.figures() == null) {
            return "missing";
        }
        return seat.own() == null ? "reports" : "with a campaign of its own";
    }
}
