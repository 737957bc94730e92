package vn.tongket.rollup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of carried totals. */
@Component
class CarriedStore {

    private static final TypeReference<Map<String, Map<String, String>>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CarriedStore(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<CarriedTotals> of(UUID report) {
        return jdbc.sql("select * from carried where report_id = ?")
                .param(report)
                .query((row, i) -> carried(row))
                .optional();
    }

    /** In place of what was carried before. */
    void save(CarriedTotals carried) {
        UnitCounts counts = carried.counts();
        jdbc.sql("""
                        insert into carried (report_id, campaign_id, taken_at, taken_by, amounts, weights, expected,
                            reporting, no_data, not_applicable, cells)
                        values (:report, :campaign, :at, :by, cast(:amounts as numeric[]), cast(:weights as numeric[]),
                            cast(:expected as int[]), cast(:reporting as int[]), cast(:noData as int[]),
                            cast(:notApplicable as int[]), cast(:cells as jsonb))
                        on conflict (report_id) do update set campaign_id = excluded.campaign_id,
                            taken_at = excluded.taken_at, taken_by = excluded.taken_by, amounts = excluded.amounts,
                            weights = excluded.weights, expected = excluded.expected, reporting = excluded.reporting,
                            no_data = excluded.no_data, not_applicable = excluded.not_applicable, cells = excluded.cells""")
                .param("report", carried.report())
                .param("campaign", carried.campaign())
                .param("at", Timestamp.from(carried.takenAt()))
                .param("by", carried.takenBy())
                .param("amounts", carried.amounts())
                .param("weights", carried.weights())
                .param("expected", counts.expected())
                .param("reporting", counts.reporting())
                .param("noData", counts.noData())
                .param("notApplicable", counts.notApplicable())
                .param("cells", write(carried.cells()))
                .update();
    }

    private CarriedTotals carried(ResultSet row) throws SQLException {
        return new CarriedTotals(
                row.getObject("report_id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getTimestamp("taken_at").toInstant(),
                row.getString("taken_by"),
                numbers(row, "amounts"),
                numbers(row, "weights"),
                new UnitCounts(
                        counts(row, "expected"),
                        counts(row, "reporting"),
                        counts(row, "no_data"),
                        counts(row, "not_applicable")),
                read(row.getString("cells")));
    }

    private static @Nullable BigDecimal[] numbers(ResultSet row, String column) throws SQLException {
        return (BigDecimal[]) row.getArray(column).getArray();
    }

    private static Integer[] counts(ResultSet row, String column) throws SQLException {
        return (Integer[]) row.getArray(column).getArray();
    }

    private String write(Map<String, Map<String, String>> cells) {
        try {
            return json.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Map<String, String>> read(String cells) {
        try {
            return json.readValue(cells, CELLS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
