package vn.tongket.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.tongket.shared.ImportJson;
import vn.tongket.statistics.SqlEvaluation.Number;
import vn.tongket.support.Shipped;

/**
 * Period columns and outcomes of random reports, worked out a second time by PostgreSQL from formats.md alone
 * ({@code statistics/*.sql} of the test's resources). {@code -Devaluation.seed=…} repeats a run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndependentEvaluationIT {

    private static final long SEED = Long.getLong("evaluation.seed", System.nanoTime());
    private static final int CAMPAIGNS = 250;
    private static final int REPORTS_EACH = 4;
    private static final int SHIPPED_REPORTS = 100;

    private final List<FigureFile> files = new ArrayList<>();
    private final List<RandomReport> reports = new ArrayList<>();
    private SqlEvaluation sql;

    @BeforeAll
    void evaluate() throws Exception {
        Random random = new Random(SEED);
        files.add(FigureFile.of((ObjectNode) ImportJson.mapper().readTree(Shipped.campaign())));
        for (int index = 0; index < SHIPPED_REPORTS; index++) {
            var sample = ShippedCampaign.SAMPLES.get(index % ShippedCampaign.SAMPLES.size());
            reports.add(RandomReport.tampered(0, sample.sheet(), sample.respondent(), random));
        }
        for (int definition = 1; definition <= CAMPAIGNS; definition++) {
            FigureFile file = FigureFile.of(RandomCampaign.of(random));
            files.add(file);
            for (int report = 0; report < REPORTS_EACH; report++) {
                reports.add(RandomReport.of(definition, file, random));
            }
        }
        sql = SqlEvaluation.of(files, reports);
    }

    @AfterAll
    void close() throws Exception {
        sql.close();
    }

    @Test
    void periodColumnsAreTheSame() throws Exception {
        Map<Integer, Map<String, Number>> periods = sql.periods();
        Map<String, Set<Boolean>> seen = new HashMap<>();
        for (int id = 0; id < reports.size(); id++) {
            RandomReport report = reports.get(id);
            Map<String, Number> expected = periods.getOrDefault(id, Map.of());
            Set<String> columns = new HashSet<>();
            for (Indicator row : report.sheet().form().indicators()) {
                PeriodFigure figure = report.sheet().period(row.code());
                if (figure != null) {
                    Fraction number = figure.cell().amount();
                    columns.add(row.code());
                    seen.computeIfAbsent(row.periodAgg().op(), op -> new HashSet<>())
                            .add(number != null);
                    assertThat(expected.get(row.code()))
                            .as("%s of %s", row.code(), told(id))
                            .isNotNull()
                            .matches(period -> period.is(number, figure.earlierYear()), "is " + figure);
                }
            }
            assertThat(columns).as("columns of %s", told(id)).isEqualTo(expected.keySet());
        }
        assertThat(seen)
                .containsOnlyKeys("last", "sum", "max", "min", "ratio_of_year_sums")
                .allSatisfy((op, both) -> assertThat(both).as(op).hasSize(2));
    }

    @Test
    void outcomesOfEveryRuleAreTheSame() throws Exception {
        Map<Integer, Map<String, String>> outcomes = sql.outcomes();
        Map<String, Set<String>> seen = new TreeMap<>();
        for (int id = 0; id < reports.size(); id++) {
            RandomReport report = reports.get(id);
            FigureFile file = files.get(report.definition());
            Map<String, String> found = new HashMap<>();
            for (Finding finding : CrossChecks.evaluate(report.sheet(), file.rules(), report.ownCampaign())) {
                found.put(finding.key(), finding.outcome().name());
                seen.computeIfAbsent(kind(file, finding), kind -> new HashSet<>())
                        .add(finding.outcome().name());
            }
            assertThat(found).as(told(id)).containsExactlyInAnyOrderEntriesOf(outcomes.getOrDefault(id, Map.of()));
        }
        assertThat(seen.remove("blank_vs_zero")).containsExactlyInAnyOrder("HOLDS", "BROKEN");
        assertThat(seen)
                .hasSize(11)
                .allSatisfy((kind, three) -> assertThat(three).as(kind).hasSize(3));
    }

    private static String kind(FigureFile file, Finding finding) {
        return file.rules().stream()
                .filter(rule -> rule.code().equals(finding.code()))
                .map(Rule::kind)
                .findFirst()
                .orElse("implicit");
    }

    private String told(int id) {
        RandomReport report = reports.get(id);
        return "report %d, seed %d, %s: %s%n%s"
                .formatted(
                        id,
                        SEED,
                        report.respondent(),
                        report.sheet().figures(),
                        report.definition() == 0
                                ? "the shipped campaign"
                                : files.get(report.definition()).json().toPrettyString());
    }
}
