package vn.tongket.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.cascade.SuperiorChanged;

/**
 * Tells the unions that run campaigns below a superior's what the superior changed: each at its own office, one notice
 * in its own campaign, all by one statement.
 */
@Component
class NoticesFromAbove {

    private static final List<String> OFFICERS_FIRST = List.of("OFFICER", "OFFICE", "CHAIR");

    private static final String WRITE = """
            with written as (
                insert into notice (id, campaign_id, kind, occasion, details, created_at)
                select notice_id(c.id, null, :kind, :occasion), c.id, :kind, :occasion, cast(:details as jsonb), :now
                from campaign c where c.id = any (cast(:campaigns as uuid[]))
                on conflict do nothing
                returning id, campaign_id),
            addressed as (
                select w.id as notice_id, w.campaign_id, k.role, k.email,
                    case when k.email is not null then mail_id(w.campaign_id, k.email, w.id::text) end as mail_id
                from written w
                join campaign c on c.id = w.campaign_id
                left join lateral (select role, email from unit_contact u where u.unit_id = c.issuer_id
                    and not exists (select 1 from mail_address a
                        where a.address = lower(u.email) and a.bad_since is not null)
                    order by array_position(array[:roles], role), email limit 1) k on true),
            mails as (
                insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at,
                    message_id)
                select mail_id, campaign_id, email, notice_id::text, 'QUEUED', 0, cast(:now as timestamptz),
                    cast(:now as timestamptz), '<' || mail_id || '@tongket>'
                from addressed where mail_id is not null
                on conflict do nothing)
            insert into notice_recipient (notice_id, position, role, mail_id)
            select notice_id, 1, coalesce(role, (array[:roles])[1]), mail_id from addressed""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    NoticesFromAbove(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void on(SuperiorChanged event) {
        jdbc.sql(WRITE)
                .param("kind", NoticeKind.SUPERIOR_CHANGED.name())
                .param("occasion", event.occasion())
                .param("details", details(event))
                .param(
                        "campaigns",
                        event.campaigns().stream().map(UUID::toString).toArray(String[]::new))
                .param("roles", OFFICERS_FIRST)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private String details(SuperiorChanged event) {
        Map<String, Object> details = new HashMap<>();
        details.put("change", event.change());
        if (event.reason() != null) {
            details.put("reason", event.reason());
        }
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
