package vn.tongket.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.organization.UnionRole;
import vn.tongket.organization.UnitEvents;
import vn.tongket.security.CurrentUser;
import vn.tongket.shared.DomainException;

/**
 * Who takes part in a campaign: from the tree while it is a draft, frozen afterwards. The issuer's own office, where its
 * entry was opened, is none of those that are listed and counted.
 */
@Service
@Transactional(readOnly = true)
public class Participants {

    private final UnitEvents unitEvents;
    private final JdbcClient jdbc;
    private final CountedOnce countedOnce;
    private final CategoriesBelow categoriesBelow;
    private final Clock clock;

    Participants(
            UnitEvents unitEvents,
            JdbcClient jdbc,
            CountedOnce countedOnce,
            CategoriesBelow categoriesBelow,
            Clock clock) {
        this.unitEvents = unitEvents;
        this.jdbc = jdbc;
        this.countedOnce = countedOnce;
        this.categoriesBelow = categoriesBelow;
        this.clock = clock;
    }

    /** Required ones first, each block in protocol order. Empty while the plan is not issued. */
    public List<Participant> of(UUID campaign) {
        return jdbc.sql("select * from participant where campaign_id = ? and not office order by position")
                .param(campaign)
                .query(Participant.class)
                .list();
    }

    /** One of them, or the issuer's own office. */
    public Participant of(UUID campaign, String unitCode) {
        return jdbc.sql("select * from participant where campaign_id = ? and unit_code = ?")
                .params(campaign, unitCode)
                .query(Participant.class)
                .optional()
                .orElseThrow(
                        () -> DomainException.notFound("Đơn vị “" + unitCode + "” không tham gia chiến dịch này."));
    }

    /** The campaigns that any of these units takes part in. */
    public Set<UUID> campaignsOf(Collection<UUID> units) {
        return units.isEmpty()
                ? Set.of()
                : jdbc.sql("select campaign_id from participant where unit_id in (:units)")
                        .param("units", units)
                        .query(UUID.class)
                        .set();
    }

    /** Whether the person works for a participant in any role. */
    boolean include(UUID campaign, CurrentUser user) {
        if (user.groups().isEmpty()) {
            return false;
        }
        return jdbc.sql("""
                        select exists(select 1 from participant p
                            cross join unnest(array[:roles]) as role
                            where p.campaign_id = :campaign
                                and regexp_replace(p.unit_code, '[^A-Za-z0-9]', '', 'g') || role in (:groups))""")
                .param("campaign", campaign)
                .param(
                        "roles",
                        Arrays.stream(UnionRole.values()).map(UnionRole::code).toList())
                .param("groups", user.groups())
                .query(Boolean.class)
                .single();
    }

    public int count(UUID campaign) {
        return jdbc.sql("select count(*) from participant where campaign_id = ? and not office")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    /** How many there are of each tier of their categories; no tier with none. */
    public Map<String, Integer> byTier(UUID campaign) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select c.tier, count(*) as units from participant p join unit_category c on c.code = p.category
                        where p.campaign_id = ? and not p.office group by c.tier""").param(campaign).query(row -> {
            counts.put(row.getString("tier"), row.getInt("units"));
        });
        return counts;
    }

    /**
     * The issuer gets a place of its own for the figures of its office, with its name and category of now; answers
     * whether it had none. Repeatable, also from two at once.
     */
    @Transactional
    public boolean openOffice(UUID campaign) {
        return jdbc.sql("""
                        insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name,
                            category, parent_id, leaf, required, position, office)
                        select gen_random_uuid(), c.id, u.id, u.code, u.name, u.short_name, u.category, u.parent_id,
                            false, false, (select count(*) from participant where campaign_id = c.id), true
                        from campaign c join union_unit u on u.id = c.issuer_id
                        where c.id = ?
                        on conflict do nothing""").param(campaign).update() > 0;
    }

    /**
     * Takes over the tree's members of today, all in one statement, and settles where each of them is counted; refused
     * while a change of today is under way.
     */
    @Transactional
    void freeze(Campaign campaign) {
        LocalDate today = LocalDate.now(clock);
        unitEvents.requireApplied(today);
        jdbc.sql("""
                        insert into participant (id, campaign_id, unit_id, unit_code, unit_name, short_name,
                            category, parent_id, leaf, required, position)
                        select gen_random_uuid(), :campaign, u.id, u.code, u.name, u.short_name, u.category, u.parent_id,
                            not exists(select 1 from union_unit c where c.parent_id = u.id
                                and (c.valid_from is null or c.valid_from <= :today)
                                and (c.valid_to is null or c.valid_to >= :today)), m.required,
                            row_number() over (order by m.required desc, m.category_position, m.sort_order) - 1
                        from union_member m join union_unit u on u.id = m.unit_id
                        where m.issuer_id = :issuer and (m.valid_from is null or m.valid_from <= :today)
                            and (m.valid_to is null or m.valid_to >= :today)
                        on conflict (campaign_id, unit_id) do nothing""")
                .param("campaign", campaign.id())
                .param("issuer", campaign.issuerId())
                .param("today", today)
                .update();
        countedOnce.settle(campaign);
        categoriesBelow.tellAbove(campaign.id());
    }
}
