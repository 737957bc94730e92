package vn.tongket.cascade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.calendar.WorkingCalendar;
import vn.tongket.calendar.WorkingDays;
import vn.tongket.campaign.CampaignService;
import vn.tongket.campaign.CampaignState;
import vn.tongket.campaign.Deadline;
import vn.tongket.cascade.LevelUnit.OwnRun;
import vn.tongket.report.SubmissionState;
import vn.tongket.shared.DomainException;

/**
 * What a superior sees of the campaigns below its own: where each stands, never what it holds. The next level always,
 * deeper ones where the setting allows.
 */
@Service
@Transactional(readOnly = true)
public class CampaignLevels {

    /** Part of a level, in the order of the campaigns' codes, then of their units. */
    public record Page(int level, int number, boolean more, List<LevelUnit> units) {}

    public static final int PAGE_SIZE = 100;

    /** The tree has four levels in fact; a request for more than this finds nothing. */
    private static final int DEEPEST = 20;

    /** An issuer's own office entry is no unit of the level. */
    private static final String UNITS = """
            with recursive tree as (
                select id, code, 1 as level from campaign where id = :campaign
                union all
                select c.id, c.code, t.level + 1
                from tree t join participant p on p.campaign_id = t.id
                    join campaign c on c.parent_report_id = p.id and c.state <> 'CANCELLED'
                where t.level < :level),
            chosen as materialized (
                select t.code as above, p.* from tree t join participant p on p.campaign_id = t.id
                where t.level = :level and not p.office
                    and (cast(:under as text) is null or t.code = :under)
                order by t.code, p.position limit :limit offset :offset)
            select p.above, p.unit_code, p.unit_name, p.required, r.state as report, e.code as counted_in,
                own.code, own.state, own.nominal_deadline, own.semantics, own.roll, own.grace_until, own.moved_deadline,
                n.expected, n.received
            from chosen p
            left join report r on r.id = p.id
            left join campaign e on e.id = p.counted_in
            left join campaign own on own.parent_report_id = p.id and own.state <> 'CANCELLED'
            left join lateral (
                select count(*) filter (where b.state <> 'EXEMPT') as expected,
                    count(*) filter (where b.first_received_at is not null) as received
                from participant u join report b on b.id = u.id
                where u.campaign_id = own.id and u.required) n on own.id is not null
            order by p.above, p.position""";

    private final CampaignService campaigns;
    private final WorkingCalendar calendar;
    private final CascadeSettings settings;
    private final JdbcClient jdbc;

    CampaignLevels(CampaignService campaigns, WorkingCalendar calendar, CascadeSettings settings, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.calendar = calendar;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** Whether levels below the next one are shown. */
    public boolean showsAll() {
        return settings.allLevels();
    }

    /**
     * Refuses what is no page, and a level that is not shown.
     *
     * @param level 1 for the campaign's own units
     * @param under only units of that campaign; null: of all of the level
     * @param number counts from 0
     */
    public Page page(String campaign, int level, @Nullable String under, int number) {
        if (level < 1 || level > DEEPEST) {
            throw DomainException.malformed("Cấp phải từ 1 đến " + DEEPEST + ".");
        }
        if (number < 0 || number > Integer.MAX_VALUE / PAGE_SIZE - 1) {
            throw DomainException.malformed("Số trang phải từ 0 trở lên.");
        }
        if (level > 1 && !settings.allLevels()) {
            throw DomainException.forbidden("Hệ thống được cài đặt để chỉ xem được một cấp dưới trực tiếp.");
        }
        WorkingDays days = calendar.days();
        String narrowed = under == null || under.isBlank() ? null : under;
        List<LevelUnit> found = jdbc.sql(UNITS)
                .param("campaign", campaigns.campaign(campaign).id())
                .param("level", level)
                .param("under", narrowed)
                .param("limit", PAGE_SIZE + 1)
                .param("offset", number * PAGE_SIZE)
                .query((row, i) -> unit(row, days))
                .list();
        return new Page(level, number, found.size() > PAGE_SIZE, found.subList(0, Math.min(found.size(), PAGE_SIZE)));
    }

    private static LevelUnit unit(ResultSet row, WorkingDays days) throws SQLException {
        String report = row.getString("report");
        return new LevelUnit(
                row.getString("above"),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getBoolean("required"),
                report == null ? null : SubmissionState.valueOf(report),
                row.getString("counted_in"),
                row.getString("code") == null ? null : own(row, days));
    }

    private static OwnRun own(ResultSet row, WorkingDays days) throws SQLException {
        Deadline deadline = new Deadline(
                row.getObject("nominal_deadline", LocalDate.class),
                Deadline.Semantics.valueOf(row.getString("semantics")),
                Deadline.Roll.valueOf(row.getString("roll")),
                row.getObject("grace_until", LocalDate.class),
                row.getObject("moved_deadline", LocalDate.class));
        return new OwnRun(
                row.getString("code"),
                CampaignState.valueOf(row.getString("state")),
                deadline.lastAcceptableDay(days),
                row.getInt("expected"),
                row.getInt("received"));
    }
}
