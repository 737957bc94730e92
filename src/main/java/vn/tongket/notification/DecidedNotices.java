package vn.tongket.notification;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;

/**
 * Writes what was decided for groups of units, to each unit of them that owes its report at this very moment, with
 * recipients and mails: one statement, however many they are. What is there already stays as it is.
 */
@Component
class DecidedNotices {

    private static final String WRITE = """
            with decided as materialized (
                select * from jsonb_to_recordset(cast(:decided as jsonb)) as d (owed_by date, category text,
                    returns integer, state text, kind text, occasion text, deadline date, tone text, addressees text,
                    skipped boolean, details jsonb)),
            mailbox as materialized (
                select * from jsonb_to_recordset(cast(:mailboxes as jsonb)) as m (addressee text, role text,
                    rank integer)),
            chosen as materialized (
                select notice_id(r.campaign_id, p.unit_code, d.kind, d.occasion) as id, p.unit_code,
                    p.unit_id as contacts_of, p.parent_id as above, d.*
                from report r
                join participant p on p.id = r.id
                cross join lateral (select count(*) as times from report_return x where x.report_id = r.id) back
                join decided d on d.state = r.state and d.category = p.category and d.returns = back.times
                    and d.owed_by = owed_by(r.resend_by, r.extended_to, cast(:common as date))
                where r.campaign_id = cast(:campaign as uuid) and not p.office
                union all
                select notice_id(cast(:campaign as uuid), null, d.kind, d.occasion), null, cast(:issuer as uuid), null, d.*
                from decided d where d.state is null),
            written as (
                insert into notice (id, campaign_id, unit_code, kind, occasion, deadline, tone, details, skipped,
                    created_at)
                select id, cast(:campaign as uuid), unit_code, kind, occasion, deadline, tone, details, skipped, cast(:now as timestamptz) from chosen
                on conflict do nothing
                returning id),
            addressed as (
                select c.id as notice_id, a.position, a.addressee, k.role, k.email,
                    case when k.email is not null then mail_id(cast(:campaign as uuid), k.email, cast(:bundle as text)) end as mail_id
                from written w
                join chosen c on c.id = w.id
                cross join lateral unnest(string_to_array(c.addressees, ',')) with ordinality a (addressee, position)
                left join lateral (
                    select u.role, u.email from unit_contact u
                    join mailbox m on m.role = u.role and m.addressee = a.addressee
                    where u.unit_id = case when a.addressee = 'SUPERIOR' then c.above else c.contacts_of end
                        and not exists (select 1 from mail_address b
                            where b.address = lower(u.email) and b.bad_since is not null)
                    order by m.rank, u.email limit 1) k on true
                where not c.skipped),
            mails as (
                insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at,
                    message_id)
                select distinct on (mail_id) mail_id, cast(:campaign as uuid), email, cast(:bundle as text), 'QUEUED', 0, cast(:now as timestamptz), cast(:now as timestamptz),
                    '<' || mail_id || '@tongket>'
                from addressed where mail_id is not null
                on conflict do nothing)
            insert into notice_recipient (notice_id, position, role, mail_id)
            select d.notice_id, d.position, coalesce(d.role, m.role), d.mail_id
            from addressed d join mailbox m on m.addressee = d.addressee and m.rank = 1""";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    DecidedNotices(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * All that travels to one address on {@code day} is one mail; {@code common} is the last acceptable day for all.
     * Answers the units that get an urging letter now, in their order.
     */
    List<String> write(Campaign campaign, LocalDate common, LocalDate day, List<DecidedNotice> decided) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(WRITE)
                .param("campaign", campaign.id())
                .param("issuer", campaign.issuerId())
                .param("common", common)
                .param("bundle", "day:" + day)
                .param("decided", text(decided.stream().map(DecidedNotices::row).toList()))
                .param("mailboxes", text(mailboxes()))
                .param("now", now)
                .update();
        boolean urges = decided.stream()
                .anyMatch(notice -> notice.told().kind() == NoticeKind.URGING_LETTER && !notice.skipped());
        return urges ? urged(campaign.id(), now) : List.of();
    }

    private List<String> urged(UUID campaign, Timestamp now) {
        return jdbc.sql("""
                        select p.unit_code from notice n
                        join participant p on p.campaign_id = n.campaign_id and p.unit_code = n.unit_code
                        where n.campaign_id = ? and n.kind = 'URGING_LETTER' and not n.skipped and n.created_at = ?
                        order by p.position""").params(campaign, now).query(String.class).list();
    }

    private static Map<String, @Nullable Object> row(DecidedNotice notice) {
        Map<String, @Nullable Object> row = new HashMap<>();
        if (notice.group() != null && notice.state() != null) {
            row.put("owed_by", notice.group().owedBy().toString());
            row.put("category", notice.group().category());
            row.put("returns", notice.group().returns());
            row.put("state", notice.state().name());
        }
        row.put("kind", notice.told().kind().name());
        row.put("occasion", notice.occasion());
        row.put("deadline", notice.deadline().toString());
        row.put("tone", notice.told().tone());
        row.put(
                "addressees",
                notice.told().addressees().stream().map(Enum::name).collect(joining(",")));
        row.put("skipped", notice.skipped());
        row.put("details", notice.details());
        return row;
    }

    private static List<Map<String, Object>> mailboxes() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Addressee addressee : Addressee.values()) {
            int rank = 0;
            for (var role : addressee.mailboxes()) {
                rows.add(Map.of("addressee", addressee.name(), "role", role.name(), "rank", ++rank));
            }
        }
        return rows;
    }

    private String text(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
