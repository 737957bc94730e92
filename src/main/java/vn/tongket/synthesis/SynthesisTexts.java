package vn.tongket.synthesis;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.shared.DomainException;

/** The tables behind the compiling page. */
@Component
public class SynthesisTexts {

    /** The issuer's text under a heading, with its version for optimistic locking. */
    public record Part(String text, int version) {}

    /** What one unit wrote under a heading. */
    public record UnitText(String unitCode, String unitName, boolean required, int version, String text) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SynthesisTexts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Part> all(UUID campaign) {
        Map<String, Part> parts = new HashMap<>();
        jdbc.sql("select section, text, version from synthesis_section where campaign_id = ?")
                .param(campaign)
                .query(row -> {
                    parts.put(row.getString("section"), new Part(row.getString("text"), row.getInt("version")));
                });
        return parts;
    }

    List<UnitText> ofUnits(UUID campaign, String section) {
        return jdbc.sql("""
                        select p.unit_code, p.unit_name, p.required, v.number as version,
                               v.content -> 'sections' ->> :section as text
                        from report r
                        join participant p on p.id = r.id
                        join report_version v on v.report_id = r.id and v.number = r.counted_version
                        where r.campaign_id = :campaign and not p.office and v.content -> 'sections' ->> :section <> ''
                        order by p.position""")
                .param("campaign", campaign)
                .param("section", section)
                .query(UnitText.class)
                .list();
    }

    Part save(UUID campaign, String section, String text, @Nullable Integer expected, String actor) {
        int version = jdbc.sql("""
                        insert into synthesis_section as t (campaign_id, section, text, edited_by, edited_at, version)
                        select :campaign, :section, :text, :actor, cast(:at as timestamptz), 1
                            where coalesce(cast(:expected as integer), 0) = 0 or exists (select from synthesis_section
                                where campaign_id = :campaign and section = :section)
                        on conflict (campaign_id, section) do update set text = excluded.text,
                            edited_by = excluded.edited_by, edited_at = excluded.edited_at, version = t.version + 1
                            where cast(:expected as integer) is null or t.version = :expected
                        returning version""")
                .param("campaign", campaign)
                .param("section", section)
                .param("text", text)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("expected", expected)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> DomainException.stale("Mục này đã được người khác sửa. Hãy tải lại trước khi ghi."));
        return new Part(text, version);
    }
}
