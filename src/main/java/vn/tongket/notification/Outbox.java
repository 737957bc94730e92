package vn.tongket.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.mail.Mail;
import vn.tongket.organization.ContactRole;

/** The table of notices. */
@Component
class Outbox {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Adds it, with a mail of its own to that address, unless it is there already; answers the mail. */
    Mail add(Notice notice, ContactRole role, String address) {
        Mail mail = Mail.of(notice.campaign(), address, notice.id().toString());
        jdbc.sql("""
                        with written as (
                            insert into notice (id, campaign_id, unit_code, kind, occasion, tone, details, created_at)
                            values (:id, :campaign, :unit, :kind, :occasion, :tone, cast(:details as jsonb), :now)
                            on conflict do nothing returning id),
                        mails as (
                            insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at,
                                created_at, message_id)
                            select :mail, :campaign, :address, :bundle, 'QUEUED', 0, cast(:now as timestamptz),
                                cast(:now as timestamptz), :messageId
                            from written
                            on conflict do nothing)
                        insert into notice_recipient (notice_id, position, role, mail_id)
                        select id, 1, :role, :mail from written""")
                .param("id", notice.id())
                .param("campaign", notice.campaign())
                .param("unit", notice.unitCode())
                .param("kind", notice.kind().name())
                .param("occasion", notice.occasion())
                .param("tone", notice.tone())
                .param("details", write(notice.details()))
                .param("now", Timestamp.from(clock.instant()))
                .param("mail", mail.id())
                .param("address", mail.address())
                .param("bundle", mail.bundle())
                .param("messageId", mail.messageId())
                .param("role", role.name())
                .update();
        return mail;
    }

    /** What a mail carries, in the order of the participants; the day that a notice is about is one of its details. */
    List<Notice> carriedBy(UUID mail) {
        return jdbc.sql("""
                        select n.id, n.campaign_id, n.unit_code, n.kind, n.occasion, n.tone,
                            case when n.deadline is null then n.details
                                else jsonb_build_object('deadline', to_char(n.deadline, 'DD/MM/YYYY')) || n.details
                            end as details
                        from notice n
                        left join participant p on p.campaign_id = n.campaign_id and p.unit_code = n.unit_code
                        where n.id in (select notice_id from notice_recipient where mail_id = ? and not obsolete)
                        order by p.position nulls first, n.created_at, n.kind""")
                .param(mail)
                .query((row, i) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("unit_code"),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getString("occasion"),
                        row.getString("tone"),
                        read(row.getString("details"))))
                .list();
    }

    /** All notices of a campaign to all their addressees, oldest first. */
    List<Notice.Logged> of(UUID campaign) {
        return jdbc.sql("""
                        select n.unit_code, n.kind, n.skipped, n.created_at, r.obsolete, m.address, m.state, m.attempts,
                            m.next_attempt_at, m.sent_at, m.subject, m.body, m.error
                        from notice n
                        left join notice_recipient r on r.notice_id = n.id
                        left join mail m on m.id = r.mail_id
                        where n.campaign_id = ? order by n.created_at, n.unit_code, n.kind, r.position""").param(campaign).query((row, i) -> logged(row)).list();
    }

    private static Notice.Logged logged(ResultSet row) throws SQLException {
        return new Notice.Logged(
                row.getString("unit_code"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("address"),
                Fate.of(row),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                row.getString("subject"),
                row.getString("body"),
                row.getString("error"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private String write(Map<String, Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String details) {
        try {
            return json.readValue(details, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
