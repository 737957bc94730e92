package vn.tongket.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.tongket.report.SubmissionState;

/**
 * Notices to many participants at once. The database finds who is meant, takes the address and writes the rows in one
 * statement, however many they are; a notice that is there already stays as it is, and one that reaches nobody is
 * written too, without a mail.
 */
@Component
class Circulars {

    /**
     * What all of them get, and what makes each unique; {@code details} as in {@link Notice}.
     *
     * @param bundle the mails that carry it may carry other notices of that bundle too; null: each has its own
     */
    record Circular(
            UUID campaign,
            NoticeKind kind,
            String occasion,
            @Nullable String bundle,
            Map<String, Object> details) {

        /** In a mail of its own. */
        Circular(UUID campaign, NoticeKind kind, String occasion, Map<String, Object> details) {
            this(campaign, kind, occasion, null, details);
        }
    }

    private static final List<String> OFFICERS_FIRST = List.of("OFFICER", "OFFICE", "CHAIR");
    private static final List<String> CHAIRS_FIRST = List.of("CHAIR", "OFFICE", "OFFICER");

    private static final String WRITE = """
            with written as (
                insert into notice (id, campaign_id, unit_code, kind, occasion, details, created_at)
                select n.id, p.campaign_id, p.unit_code, :kind, :occasion, cast(:details as jsonb) || n.own, :now
                from participant p
                %s
                where p.campaign_id = :campaign and not p.office %s
                on conflict do nothing
                returning id, campaign_id, unit_code),
            addressed as (
                select w.id as notice_id, w.campaign_id, c.role, c.email, b.bundle,
                    case when c.email is not null then mail_id(w.campaign_id, c.email, b.bundle) end as mail_id
                from written w
                join participant p on p.campaign_id = w.campaign_id and p.unit_code = w.unit_code
                cross join lateral (select coalesce(cast(:bundle as text), w.id::text) as bundle) b
                left join lateral (select role, email from unit_contact k where k.unit_id = p.unit_id
                    and not exists (select 1 from mail_address a
                        where a.address = lower(k.email) and a.bad_since is not null)
                    order by array_position(array[:roles], role), email limit 1) c on true),
            mails as (
                insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at,
                    message_id)
                select distinct on (mail_id) mail_id, campaign_id, email, bundle, 'QUEUED', 0, cast(:now as timestamptz),
                    cast(:now as timestamptz), '<' || mail_id || '@tongket>'
                from addressed where mail_id is not null
                on conflict do nothing)
            insert into notice_recipient (notice_id, position, role, mail_id)
            select notice_id, 1, coalesce(role, (array[:roles])[1]), mail_id from addressed""";

    private static final String ALIKE = """
            cross join lateral (select notice_id(p.campaign_id, p.unit_code, :kind, :occasion) as id,
                cast('{}' as jsonb) as own) n""";

    /** Also tells each unit where its report stands. */
    private static final String OWING = """
            join report r on r.id = p.id
            join unnest(array[:states], array[:labels]) as s (state, label) on s.state = r.state
            cross join lateral (select notice_id(p.campaign_id, p.unit_code, :kind, :occasion) as id,
                jsonb_build_object('state', s.label) as own) n""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Circulars(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** To the officers of these units. */
    void toUnits(Circular circular, Collection<String> units) {
        write(circular, ALIKE, "and p.unit_code in (:units)", OFFICERS_FIRST)
                .param("units", units)
                .update();
    }

    /** To the officers of the units whose deadline that request moved. */
    void toExtended(Circular circular, UUID request) {
        write(
                        circular,
                        ALIKE,
                        "and p.id in (select report_id from extension_unit where request_id = :request)",
                        OFFICERS_FIRST)
                .param("request", request)
                .update();
    }

    /** To the officers of all participants whose report was opened: the plan went to them. */
    void toOpened(Circular circular) {
        write(circular, ALIKE, "and exists (select from report r where r.id = p.id)", OFFICERS_FIRST)
                .update();
    }

    /** To the chairs of all required participants. */
    void toChairs(Circular circular) {
        write(circular, ALIKE, "and p.required", CHAIRS_FIRST).update();
    }

    /** To the officers of all who still owe their report. */
    void toOwing(Circular circular) {
        owing(circular, "").update();
    }

    private StatementSpec owing(Circular circular, String which) {
        return write(circular, OWING, which, OFFICERS_FIRST)
                .param("states", names(SubmissionState.OWING))
                .param(
                        "labels",
                        SubmissionState.OWING.stream()
                                .map(SubmissionState::label)
                                .toList());
    }

    private StatementSpec write(Circular circular, String join, String which, List<String> roles) {
        return jdbc.sql(WRITE.formatted(join, which))
                .param("campaign", circular.campaign())
                .param("kind", circular.kind().name())
                .param("occasion", circular.occasion())
                .param("bundle", circular.bundle())
                .param("details", details(circular))
                .param("roles", roles)
                .param("now", Timestamp.from(clock.instant()));
    }

    private static List<String> names(Collection<SubmissionState> states) {
        return states.stream().map(Enum::name).toList();
    }

    private String details(Circular circular) {
        try {
            return json.writeValueAsString(circular.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
