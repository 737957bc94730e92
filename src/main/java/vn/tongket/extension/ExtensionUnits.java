package vn.tongket.extension;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.Campaign;
import vn.tongket.campaign.CampaignService;
import vn.tongket.report.SubmissionState;
import vn.tongket.shared.Vietnamese;

/** The units that an extension is for: counted before, moved when it is granted. As many statements for one as for all. */
@Component
class ExtensionUnits {

    /** Who asked before the deadline may have sent meanwhile; the answer still counts for it. */
    private static final Set<SubmissionState> UNDECIDED = undecided();

    /** Reports of the target whose deadline a day would move. */
    private static final String MEANT = """
            from report r
            join participant p on p.id = r.id
            join union_unit u on u.id = p.unit_id
            where r.campaign_id = :campaign and not p.office
                and case :scope when 'UNIT' then p.unit_code = :value when 'CATEGORY' then p.category = :value
                    when 'SEAT' then u.seat = :value else true end
                and r.state in (:states)
                and effective_deadline(r.extended_to, :common) < :day
            """;

    private final CampaignService campaigns;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExtensionUnits(CampaignService campaigns, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int count(Campaign campaign, Target target, LocalDate day) {
        return meant("select count(*) " + MEANT, campaign, target, day)
                .query(Integer.class)
                .single();
    }

    /** Gives them that day, a returned report too, and notes from which day; answers how many. */
    int move(Campaign campaign, UUID request, Target target, LocalDate day) {
        return meant("""
                        with meant as (select r.id, effective_deadline(r.extended_to, :common) as day_before
                        """ + MEANT + """
                        for update of r),
                        moved as (
                            update report r set extended_to = :day, version = version + 1,
                                resend_by = case when r.resend_by < :day then :day else r.resend_by end
                            from meant where meant.id = r.id)
                        insert into extension_unit (request_id, report_id, day_before)
                        select :request, id, day_before from meant""", campaign, target, day)
                .param("request", request)
                .update();
    }

    /** In the history of each report that was moved. */
    void recordMoved(UUID request, LocalDate day, String reason, String actor) {
        jdbc.sql("""
                        insert into decision (id, campaign_id, unit_code, kind, actor, decided_at, reason)
                        select gen_random_uuid(), p.campaign_id, p.unit_code, :kind, :actor, :at, :reason
                        from extension_unit u join participant p on p.id = u.report_id
                        where u.request_id = :request""")
                .param("kind", "Gia hạn đến " + Vietnamese.day(day))
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .param("request", request)
                .update();
    }

    /** The categories of those who still owe. */
    List<Choice> categories(Campaign campaign) {
        return choices("""
                select p.category as value, c.label, count(*) as owing
                from report r join participant p on p.id = r.id join unit_category c on c.code = p.category
                where r.campaign_id = :campaign and not p.office and r.state in (:states)
                group by p.category, c.label, c.position order by c.position""", campaign);
    }

    /** The seats of those who still owe. */
    List<Choice> seats(Campaign campaign) {
        return choices("""
                select u.seat as value, u.seat as label, count(*) as owing
                from report r join participant p on p.id = r.id join union_unit u on u.id = p.unit_id
                where r.campaign_id = :campaign and not p.office and r.state in (:states) and u.seat is not null
                group by u.seat order by u.seat collate "vi-x-icu\"""", campaign);
    }

    private List<Choice> choices(String sql, Campaign campaign) {
        return jdbc.sql(sql)
                .param("campaign", campaign.id())
                .param("states", names(SubmissionState.OWING))
                .query(Choice.class)
                .list();
    }

    private JdbcClient.StatementSpec meant(String sql, Campaign campaign, Target target, LocalDate day) {
        return jdbc.sql(sql)
                .param("campaign", campaign.id())
                .param("scope", target.scope().name())
                .param("value", target.value())
                .param("states", names(target.scope() == ExtensionScope.UNIT ? UNDECIDED : SubmissionState.OWING))
                .param("common", campaigns.lastAcceptableDay(campaign))
                .param("day", day);
    }

    private static List<String> names(Collection<SubmissionState> states) {
        return states.stream().map(Enum::name).toList();
    }

    private static Set<SubmissionState> undecided() {
        Set<SubmissionState> states = EnumSet.copyOf(SubmissionState.OWING);
        states.addAll(SubmissionState.AWAITING_REVIEW);
        return states;
    }
}
