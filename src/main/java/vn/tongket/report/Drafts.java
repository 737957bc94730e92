package vn.tongket.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.shared.DomainException;

/** The tables of a report's draft. Each part carries a version; a write that names an older one is refused. */
@Component
class Drafts {

    /** A part of the draft with its version, 0 when nothing was saved yet. */
    record Part<T>(T value, int version) {}

    private static final TypeReference<Map<String, Map<String, String>>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ReturnReasonStore reasons;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ReturnReasonStore reasons, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.reasons = reasons;
        this.json = json;
        this.clock = clock;
    }

    Part<String> section(UUID report, String section) {
        return jdbc.sql("select text, version from report_section where report_id = ? and section = ?")
                .params(report, section)
                .query((row, i) -> new Part<>(row.getString("text"), row.getInt("version")))
                .optional()
                .orElse(new Part<>("", 0));
    }

    Map<String, Part<String>> sections(UUID report) {
        Map<String, Part<String>> sections = new HashMap<>();
        jdbc.sql("select section, text, version from report_section where report_id = ?")
                .param(report)
                .query(row -> {
                    sections.put(row.getString("section"), new Part<>(row.getString("text"), row.getInt("version")));
                });
        return sections;
    }

    Part<Map<String, Map<String, String>>> figures(UUID report) {
        return jdbc.sql("select cells, version from report_figures where report_id = ?")
                .param(report)
                .query((row, i) -> new Part<>(read(row.getString("cells"), CELLS), row.getInt("version")))
                .optional()
                .orElse(new Part<>(Map.of(), 0));
    }

    Part<List<Map<String, Object>>> list(UUID report, String list) {
        return jdbc.sql("select rows, version from report_list where report_id = ? and list = ?")
                .params(report, list)
                .query((row, i) -> new Part<>(read(row.getString("rows"), ROWS), row.getInt("version")))
                .optional()
                .orElse(new Part<>(List.of(), 0));
    }

    ReportContent content(UUID report) {
        Map<String, String> texts = new HashMap<>();
        sections(report).forEach((code, part) -> texts.put(code, part.value()));
        Map<String, List<Map<String, Object>>> lists = new HashMap<>();
        jdbc.sql("select list, rows from report_list where report_id = ?")
                .param(report)
                .query(row -> {
                    lists.put(row.getString("list"), read(row.getString("rows"), ROWS));
                });
        return new ReportContent(
                texts,
                figures(report).value(),
                lists,
                explanations(report),
                reasons.asked(report).stream().map(ReportContent.Answer::of).toList());
    }

    Map<String, String> explanations(UUID report) {
        Map<String, String> explanations = new TreeMap<>();
        jdbc.sql("select place, text from report_explanation where report_id = ?")
                .param(report)
                .query(row -> {
                    explanations.put(row.getString("place"), row.getString("text"));
                });
        return explanations;
    }

    /** An empty text takes the explanation away. */
    void saveExplanation(UUID report, String place, String text, String actor) {
        String sql =
                text.isEmpty() ? "delete from report_explanation where report_id = :report and place = :place" : """
                insert into report_explanation (report_id, place, text, edited_by, edited_at)
                values (:report, :place, :text, :actor, :at)
                on conflict (report_id, place) do update set text = excluded.text,
                    edited_by = excluded.edited_by, edited_at = excluded.edited_at""";
        jdbc.sql(sql)
                .param("report", report)
                .param("place", place)
                .param("text", text)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    int saveSection(UUID report, String section, String text, @Nullable Integer expected, String actor) {
        return save("""
                insert into report_section as t (report_id, section, text, edited_by, edited_at, version)
                values (:report, :part, :value, :actor, :at, 1)
                on conflict (report_id, section) do update set text = excluded.text,
                    edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = t.version + 1
                    where cast(:expected as integer) is null or t.version = :expected
                returning version""", report, section, text, expected, actor);
    }

    int saveFigures(UUID report, Map<String, Map<String, String>> cells, @Nullable Integer expected, String actor) {
        return save("""
                insert into report_figures as t (report_id, cells, edited_by, edited_at, version)
                values (:report, cast(:value as jsonb), :actor, :at, 1)
                on conflict (report_id) do update set cells = excluded.cells,
                    edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = t.version + 1
                    where cast(:expected as integer) is null or t.version = :expected
                returning version""", report, "figures", write(cells), expected, actor);
    }

    int saveList(UUID report, String list, List<Map<String, Object>> rows, @Nullable Integer expected, String actor) {
        return save("""
                insert into report_list as t (report_id, list, rows, edited_by, edited_at, version)
                values (:report, :part, cast(:value as jsonb), :actor, :at, 1)
                on conflict (report_id, list) do update set rows = excluded.rows,
                    edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = t.version + 1
                    where cast(:expected as integer) is null or t.version = :expected
                returning version""", report, list, write(rows), expected, actor);
    }

    private int save(String sql, UUID report, String part, String value, @Nullable Integer expected, String actor) {
        int saved = jdbc.sql(sql)
                .param("report", report)
                .param("part", part)
                .param("value", value)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("expected", expected)
                .query(Integer.class)
                .optional()
                .orElseThrow(Drafts::stale);
        // A first save that expected something was based on a text that is not there.
        if (saved == 1 && expected != null && expected != 0) {
            throw stale();
        }
        return saved;
    }

    private static DomainException stale() {
        return DomainException.stale("Nội dung đã được người khác sửa. Hãy tải lại trước khi ghi.");
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T read(String value, TypeReference<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
