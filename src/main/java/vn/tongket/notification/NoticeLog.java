package vn.tongket.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignService;
import vn.tongket.organization.ContactRole;
import vn.tongket.report.LastNotice;
import vn.tongket.report.LastNotices;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.TimeConfiguration;

/** The notices of a campaign, to whom each went, and what became of them. */
@Service
@Transactional(readOnly = true)
public class NoticeLog implements LastNotices {

    /**
     * One notice.
     *
     * @param unitCode null when it concerns the whole campaign
     * @param unitName null then, or when the unit takes no part
     */
    public record Entry(
            UUID id,
            Instant at,
            NoticeKind kind,
            @Nullable String unitCode,
            @Nullable String unitName,
            @Nullable LocalDate deadline,
            boolean skipped,
            List<Addressee> addressees) {}

    /**
     * One whom it was meant for.
     *
     * @param address null when there was none
     * @param error what the mail server said; null when it said nothing
     */
    public record Addressee(
            String role,
            @Nullable String address,
            Fate fate,
            @Nullable String error) {}

    /** Part of the log, newest first. */
    public record Page(List<Entry> entries, int number, boolean more) {}

    public static final int PAGE_SIZE = 50;

    /** To the issuer, though about a unit. */
    private static final String TO_ISSUER = NoticeKind.RECALLED.name();

    private static final Map<String, String> ROLES = Map.of(
            ContactRole.OFFICER.name(), "Cán bộ",
            ContactRole.OFFICE.name(), "Văn phòng",
            ContactRole.CHAIR.name(), "Chủ tịch");

    private final JdbcClient jdbc;
    private final CampaignService campaigns;

    NoticeLog(JdbcClient jdbc, CampaignService campaigns) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
    }

    /**
     * Refuses what is no page.
     *
     * @param unit only what concerns it; null: all
     * @param undelivered only what no mail server took for anybody
     * @param number counts from 0, the newest
     */
    public Page page(String campaign, @Nullable String unit, boolean undelivered, int number) {
        if (number < 0 || number > Integer.MAX_VALUE / PAGE_SIZE - 1) {
            throw DomainException.malformed("Số trang phải từ 0 trở lên.");
        }
        Map<UUID, Entry> found = new LinkedHashMap<>();
        jdbc.sql("""
                        with chosen as (
                            select * from notice n
                            where campaign_id = :campaign and (cast(:unit as text) is null or unit_code = :unit)
                                and not (:undelivered and (skipped or exists (
                                    select 1 from notice_recipient r join mail m on m.id = r.mail_id
                                    where r.notice_id = n.id and (r.obsolete or m.state in ('HANDED_OVER', 'OBSOLETE')))))
                            order by created_at desc, id limit :limit offset :offset)
                        select n.id, n.created_at, n.kind, n.unit_code, n.deadline, n.skipped, p.unit_name, r.role,
                            r.obsolete, m.address, m.state, m.attempts, m.next_attempt_at, m.sent_at, m.error
                        from chosen n
                        left join notice_recipient r on r.notice_id = n.id
                        left join mail m on m.id = r.mail_id
                        left join participant p on p.campaign_id = n.campaign_id and p.unit_code = n.unit_code
                        order by n.created_at desc, n.id, r.position""")
                .param("campaign", campaigns.campaign(campaign).id())
                .param("unit", unit)
                .param("undelivered", undelivered)
                .param("limit", PAGE_SIZE + 1)
                .param("offset", number * PAGE_SIZE)
                .query(row -> {
                    Entry entry = found.computeIfAbsent(row.getObject("id", UUID.class), id -> entry(id, row));
                    if (row.getString("role") != null) {
                        entry.addressees().add(addressee(row));
                    }
                });
        List<Entry> entries = List.copyOf(found.values());
        return new Page(entries.subList(0, Math.min(entries.size(), PAGE_SIZE)), number, entries.size() > PAGE_SIZE);
    }

    @Override
    public Map<String, LastNotice> ofUnits(UUID campaign) {
        Map<String, LastNotice> last = new HashMap<>();
        jdbc.sql("""
                        select l.unit_code, l.kind, l.created_at, false as skipped, coalesce(f.obsolete, false) as obsolete,
                            f.state, coalesce(f.attempts, 0) as attempts, f.next_attempt_at, f.sent_at
                        from (select distinct on (unit_code) * from notice
                            where campaign_id = :campaign and unit_code is not null and not skipped
                                and kind <> :toIssuer
                            order by unit_code, created_at desc, id) l
                        left join lateral (
                            select r.obsolete, m.* from notice_recipient r join mail m on m.id = r.mail_id
                            where r.notice_id = l.id
                            order by array_position(array['HANDED_OVER', 'QUEUED', 'OBSOLETE'], m.state), r.position desc
                            limit 1) f on true""").param("campaign", campaign).param("toIssuer", TO_ISSUER).query(row -> {
            Fate fate = Fate.of(row);
            last.put(
                    row.getString("unit_code"),
                    new LastNotice(
                            NoticeKind.valueOf(row.getString("kind")).label(),
                            LocalDate.ofInstant(row.getTimestamp("created_at").toInstant(), TimeConfiguration.ZONE),
                            fate.wordsOfAll(),
                            fate.isUnreachable()));
        });
        return last;
    }

    private static Entry entry(UUID id, ResultSet row) {
        try {
            return new Entry(
                    id,
                    row.getTimestamp("created_at").toInstant(),
                    NoticeKind.valueOf(row.getString("kind")),
                    row.getString("unit_code"),
                    row.getString("unit_name"),
                    row.getObject("deadline", LocalDate.class),
                    row.getBoolean("skipped"),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Addressee addressee(ResultSet row) throws SQLException {
        String role = row.getString("role");
        return new Addressee(
                ROLES.getOrDefault(role, role), row.getString("address"), Fate.of(row), row.getString("error"));
    }
}
