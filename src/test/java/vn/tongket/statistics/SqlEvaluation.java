package vn.tongket.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import vn.tongket.shared.ImportJson;
import vn.tongket.support.TestDatabase;

/** The same reports evaluated by PostgreSQL, from the campaign files and what was typed; the scripts say how. */
final class SqlEvaluation implements AutoCloseable {

    /** A number as a quotient of two, or none; for a last value also the year when it is an earlier one. */
    record Number(BigDecimal above, BigDecimal below, Integer earlierYear) {

        boolean is(Fraction number, Integer year) {
            boolean same = above == null || number == null
                    ? above == null && number == null
                    : new BigDecimal(number.numerator())
                                    .multiply(below)
                                    .compareTo(new BigDecimal(number.denominator()).multiply(above))
                            == 0;
            return same && java.util.Objects.equals(earlierYear, year);
        }
    }

    private final Connection connection;

    private SqlEvaluation(Connection connection) {
        this.connection = connection;
    }

    static SqlEvaluation of(List<FigureFile> files, List<RandomReport> reports) throws SQLException {
        SqlEvaluation evaluation = new SqlEvaluation(
                DriverManager.getConnection(TestDatabase.fresh() + "&reWriteBatchedInserts=true", "postgres", ""));
        evaluation.run("1-input.sql");
        evaluation.load(files, reports);
        for (String script : List.of("2-definition.sql", "3-cells.sql", "4-period.sql", "5-rules.sql")) {
            evaluation.run(script);
        }
        return evaluation;
    }

    private void load(List<FigureFile> files, List<RandomReport> reports) throws SQLException {
        connection.setAutoCommit(false);
        try (Batch definitions = new Batch("insert into definition values (?, ?::jsonb)");
                Batch unions = new Batch("insert into report values (?, ?, ?, ?, ?, ?::jsonb, ?)");
                Batch typed = new Batch("insert into typed values (?, ?, ?, ?)");
                Batch totals = new Batch("insert into own_total values (?, ?, ?, ?)")) {
            for (int id = 0; id < files.size(); id++) {
                definitions.add(id, files.get(id).json().toString());
            }
            for (int id = 0; id < reports.size(); id++) {
                RandomReport report = reports.get(id);
                var union = report.respondent();
                unions.add(
                        id,
                        report.definition(),
                        union.category(),
                        union.validFromYear(),
                        union.leaf(),
                        union.participantsByTier() == null
                                ? null
                                : ImportJson.mapper()
                                        .valueToTree(union.participantsByTier())
                                        .toString(),
                        report.ownCampaign() != null);
                for (var row : report.sheet().figures().toMap().entrySet()) {
                    for (var cell : row.getValue().entrySet()) {
                        typed.add(id, row.getKey(), Integer.valueOf(cell.getKey()), cell.getValue());
                    }
                }
                if (report.ownCampaign() != null) {
                    for (var row : report.ownCampaign().cells().entrySet()) {
                        for (var cell : row.getValue().entrySet()) {
                            String total = cell.getValue().canonical(2);
                            totals.add(id, row.getKey(), cell.getKey(), total == null ? "" : total);
                        }
                    }
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Report → row → the period's figure. */
    Map<Integer, Map<String, Number>> periods() throws SQLException {
        Map<Integer, Map<String, Number>> periods = new HashMap<>();
        read(
                "select report, code, above, below, earlier_year from period",
                row -> periods.computeIfAbsent(row.getInt(1), report -> new HashMap<>())
                        .put(row.getString(2), new Number(row.getBigDecimal(3), row.getBigDecimal(4), (Integer)
                                row.getObject(5))));
        return periods;
    }

    /** Report → {@code rule/row/year} → outcome. */
    Map<Integer, Map<String, String>> outcomes() throws SQLException {
        Map<Integer, Map<String, String>> outcomes = new HashMap<>();
        read("select report, rule || '/' || code || '/' || year, outcome from line", row -> {
            String before = outcomes.computeIfAbsent(row.getInt(1), report -> new HashMap<>())
                    .put(row.getString(2), row.getString(3));
            if (before != null) {
                throw new IllegalStateException("twice: " + row.getString(2));
            }
        });
        return outcomes;
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void read(String sql, Row each) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.take(rows);
            }
        }
    }

    private void run(String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(new ClassPathResource("statistics/" + script).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private final class Batch implements AutoCloseable {

        private final PreparedStatement statement;
        private int waiting;

        Batch(String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        void add(Object... values) throws SQLException {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            statement.addBatch();
            if (++waiting % 5000 == 0) {
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            statement.executeBatch();
            statement.close();
        }
    }
}
