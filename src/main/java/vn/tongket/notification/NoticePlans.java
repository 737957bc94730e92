package vn.tongket.notification;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.shared.TimeConfiguration;

/** How far the notices of each campaign are decided, and when that goes on. */
@Component
class NoticePlans {

    /**
     * @param decidedUntil the last day that was decided
     * @param nextAt the first moment after it at which, by the dates as they were then, something is due; null: not yet
     *     asked for
     */
    record NoticePlan(LocalDate decidedUntil, @Nullable LocalDateTime nextAt) {

        /** Since when something was due that is not decided. */
        Optional<LocalDateTime> missedSince(LocalDateTime now) {
            return Optional.ofNullable(nextAt).filter(due -> !due.isAfter(now));
        }
    }

    private final JdbcClient jdbc;

    NoticePlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The plan of the campaign with that code, kept from others until this transaction ends. Whoever changes dates waits
     * here for a decision that is under way, and the other way round. It begins with the issue: days before are not
     * missed ones, and the day of the issue is, from eight on.
     */
    NoticePlan hold(String code) {
        // In this order everywhere: whoever holds a campaign may wait for its plan, never the other way round.
        return jdbc.sql("""
                        with held as materialized (select id, issued_at from campaign where code = ? for key share)
                        insert into notice_plan (campaign_id, decided_until)
                        select id, cast(issued_at at time zone 'Asia/Ho_Chi_Minh' - interval '8 hours' as date)
                        from held
                        on conflict (campaign_id) do update set campaign_id = excluded.campaign_id
                        returning decided_until, next_at""")
                .param(code)
                .query((row, i) -> new NoticePlan(
                        row.getObject("decided_until", LocalDate.class),
                        Optional.ofNullable(row.getTimestamp("next_at"))
                                .map(time -> LocalDateTime.ofInstant(time.toInstant(), TimeConfiguration.ZONE))
                                .orElse(null)))
                .single();
    }

    /** The codes of the campaigns that have a plan and still collect reports, always in the same order. */
    List<String> collecting() {
        return jdbc.sql("""
                        select c.code from campaign c join notice_plan p on p.campaign_id = c.id
                        where c.state in ('ISSUED', 'COLLECTING') order by c.id""").query(String.class).list();
    }

    void save(UUID campaign, NoticePlan plan) {
        jdbc.sql("update notice_plan set decided_until = :until, next_at = :next where campaign_id = :campaign")
                .param("until", plan.decidedUntil())
                .param(
                        "next",
                        plan.nextAt() == null
                                ? null
                                : Timestamp.from(plan.nextAt()
                                        .atZone(TimeConfiguration.ZONE)
                                        .toInstant()))
                .param("campaign", campaign)
                .update();
    }
}
