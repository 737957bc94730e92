package vn.tongket.reachability;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.mail.Mail;

/** Queues test mails: the database finds the addresses that lack one and writes the rows in one statement. */
@Component
class TestMails {

    /** So long an address gets no second one, however often somebody asks. */
    static final Duration PAUSE = Duration.ofHours(1);

    private static final String BUNDLE = "confirm:";

    // Whoever asks at the same moment waits for the row of the address and then finds that it was tested just now; the
    // order keeps two from waiting for each other. A mail server that is away gathers one mail for an address, not one
    // an hour.
    private static final String QUEUE = CampaignContacts.UNITS + """
            , wanted as (
                select distinct on (lower(c.email)) lower(c.email) as address, c.email, u.unit_code
                from units u join unit_contact c on c.unit_id = u.unit_id
                where cast(:unit as text) is null or u.unit_code = :unit
                order by lower(c.email), u.position, c.email),
            lacking as (
                select w.* from wanted w left join mail_address a on a.address = w.address
                where a.confirmed_at is null or a.bad_since is not null),
            tested as (
                insert into mail_address as a (address, tested_at)
                select l.address, cast(:now as timestamptz) from lacking l
                where not exists (select 1 from mail m where m.state = 'QUEUED' and m.bundle like :bundles
                    and lower(m.address) = l.address)
                order by l.address
                on conflict (address) do update set tested_at = excluded.tested_at
                    where (a.confirmed_at is null or a.bad_since is not null)
                        and (a.tested_at is null or a.tested_at <= :before)
                returning address),
            queued as (
                insert into mail (id, campaign_id, address, bundle, state, attempts, next_attempt_at, created_at,
                    message_id)
                select b.id, :campaign, l.email, b.bundle, 'QUEUED', 0, cast(:now as timestamptz),
                    cast(:now as timestamptz), '<' || b.id || '@tongket>'
                from lacking l join tested t on t.address = l.address
                cross join lateral (select mail_id(:campaign, l.email, :prefix || l.unit_code) as id,
                    :prefix || l.unit_code as bundle) b
                on conflict do nothing)
            select (select count(*) from lacking) as lacking, (select count(*) from tested) as tested""";

    private final JdbcClient jdbc;
    private final Clock clock;

    TestMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** To all addresses of the campaign's units, or of one, that are not confirmed and got none lately. */
    Reachability.Sent queue(UUID campaign, @Nullable String unit) {
        Instant now = clock.instant();
        return jdbc.sql(QUEUE)
                .param("campaign", campaign)
                .param("today", LocalDate.now(clock))
                .param("unit", unit)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(PAUSE)))
                .param("bundles", BUNDLE + "%")
                .param("prefix", BUNDLE + now.getEpochSecond() + ":")
                .query((row, i) -> new Reachability.Sent(row.getInt("tested"), row.getInt("lacking")))
                .single();
    }

    /** The code of the unit that a test mail is about; empty for every other mail. */
    static Optional<String> unitOf(Mail mail) {
        String bundle = mail.bundle();
        return bundle.startsWith(BUNDLE)
                ? Optional.of(bundle.substring(bundle.indexOf(':', BUNDLE.length()) + 1))
                : Optional.empty();
    }
}
