package vn.tongket.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.mail.MailLost;

/**
 * A notice whose mail is lost goes to the next contact of whoever it was meant for: officer, office, chair; to none that
 * it went to already, none whose address is bad. Where none is left it stays as it is, which the board shows.
 */
@Component
class NextContacts {

    private static final List<String> ROLES = List.of("OFFICER", "OFFICE", "CHAIR");

    /** A test of an address is about that address. */
    private static final String TEST = "ADDRESS_CONFIRMATION";

    private final JdbcClient jdbc;
    private final Clock clock;

    NextContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(MailLost event) {
        hold(event.mails());
        jdbc.sql("""
                        with lost as (
                            select distinct on (n.id) n.id as notice_id, n.campaign_id, n.unit_code, m.id as mail_id,
                                m.address
                            from mail m
                            join notice_recipient r on r.mail_id = m.id and not r.obsolete
                            join notice n on n.id = r.notice_id
                            where m.id in (:mails) and n.kind <> :test
                            order by n.id, r.position),
                        meant as (
                            select l.*, (
                                select k.unit_id from campaign c
                                left join participant p on p.campaign_id = c.id and p.unit_code = l.unit_code
                                join unit_contact k on k.unit_id in (p.unit_id, c.issuer_id, c.reports_to_id, p.parent_id)
                                where c.id = l.campaign_id and lower(k.email) = lower(l.address)
                                order by array_position(array[p.unit_id, c.issuer_id, c.reports_to_id, p.parent_id],
                                    k.unit_id) limit 1) as unit_id
                            from lost l),
                        next as (
                            select l.notice_id, l.campaign_id, k.role, k.email, 'next:' || l.mail_id as bundle,
                                mail_id(l.campaign_id, k.email, 'next:' || l.mail_id) as mail_id
                            from meant l
                            cross join lateral (
                                select role, email from unit_contact u where u.unit_id = l.unit_id
                                    and not exists (select 1 from mail_address a
                                        where a.address = lower(u.email) and a.bad_since is not null)
                                    and not exists (select 1 from notice_recipient r join mail m on m.id = r.mail_id
                                        where r.notice_id = l.notice_id and lower(m.address) = lower(u.email))
                                order by array_position(array[:roles], role), email limit 1) k),
                        mails as (
                            insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at,
                                created_at, message_id)
                            select distinct on (mail_id) mail_id, campaign_id, email, bundle, 'QUEUED', 0,
                                cast(:now as timestamptz), cast(:now as timestamptz), '<' || mail_id || '@tongket>'
                            from next
                            on conflict do nothing)
                        insert into notice_recipient (notice_id, position, role, mail_id)
                        select x.notice_id, (select max(position) + 1 from notice_recipient r
                            where r.notice_id = x.notice_id), x.role, x.mail_id
                        from next x""")
                .param("mails", event.mails())
                .param("test", TEST)
                .param("roles", ROLES)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Two addressees of one notice may be lost at once, on two nodes: one after the other looks for the next. */
    private void hold(Collection<UUID> mails) {
        jdbc.sql("""
                        select id from notice where id in (
                            select notice_id from notice_recipient where mail_id in (:mails))
                        order by id for update""").param("mails", mails).query(UUID.class).list();
    }
}
