package vn.tongket.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The record of what people decided, when and why; it outlives the process instances. */
@Service
public class Decisions {

    /** The actor of what nobody decided. */
    public static final String SYSTEM = "Hệ thống";

    /** One decision; {@code unitCode} is null when it concerns the whole campaign. */
    public record Decision(
            @Nullable String unitCode,
            String kind,
            String actor,
            Instant decidedAt,
            @Nullable String reason) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void record(UUID campaign, @Nullable String unitCode, String kind, String actor, @Nullable String reason) {
        jdbc.sql("""
                        insert into decision (id, campaign_id, unit_code, kind, actor, decided_at, reason)
                        values (:id, :campaign, :unit, :kind, :actor, :at, :reason)""")
                .param("id", UUID.randomUUID())
                .param("campaign", campaign)
                .param("unit", unitCode)
                .param("kind", kind)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }

    /** The same for many campaigns, each as a whole, by one statement. */
    public void recordAll(Collection<UUID> campaigns, String kind, String actor, @Nullable String reason) {
        jdbc.sql("""
                        insert into decision (id, campaign_id, unit_code, kind, actor, decided_at, reason)
                        select gen_random_uuid(), c, null, :kind, :actor, :at, :reason
                        from unnest(cast(:campaigns as uuid[])) c""")
                .param("campaigns", campaigns.stream().map(UUID::toString).toArray(String[]::new))
                .param("kind", kind)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }

    /** All decisions on a campaign, oldest first; with {@code unitCode} those on that unit only. */
    public List<Decision> of(UUID campaign, @Nullable String unitCode) {
        return jdbc.sql("""
                        select unit_code, kind, actor, decided_at, reason from decision
                        where campaign_id = :campaign and (cast(:unit as text) is null or unit_code = :unit)
                        order by decided_at""")
                .param("campaign", campaign)
                .param("unit", unitCode)
                .query((row, i) -> new Decision(
                        row.getString("unit_code"),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("reason")))
                .list();
    }
}
