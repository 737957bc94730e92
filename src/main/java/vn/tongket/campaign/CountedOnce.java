package vn.tongket.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Within one tree of campaigns a unit's figures count in one campaign only (ADR 34): where it is required rather than
 * where it is coordinated, whichever plan is issued first; else where it stood first; and a campaign that is locked
 * keeps what it counts.
 */
@Component
class CountedOnce {

    /** Units of this campaign that count in another one of its tree; an office entry is its issuer's own, no unit. */
    private static final String ELSEWHERE = """
            select p.id, p.unit_id, p.unit_code, p.required, c.id as campaign_id, c.code,
                c.locked_at is not null as locked
            from participant p join campaign c on c.id = p.campaign_id
            where coalesce(c.root_id, c.id) = :tree and c.id <> :campaign and c.state <> 'CANCELLED'
                and p.counted_in is null and not p.office""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    CountedOnce(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The campaign's participants are frozen; by the same few statements, however many they are. */
    void settle(Campaign campaign) {
        if (isAlone(campaign)) {
            return;
        }
        holdTree(campaign);
        holdOthers(campaign);
        jdbc.sql("update participant mine set counted_in = other.campaign_id from (" + ELSEWHERE + """
                        ) other
                        where mine.campaign_id = :campaign and other.unit_id = mine.unit_id
                            and (other.required or not mine.required or other.locked)""")
                .param("campaign", campaign.id())
                .param("tree", campaign.treeId())
                .update();
        Map<String, List<String>> moved = new LinkedHashMap<>();
        jdbc.sql("update participant other set counted_in = :campaign from participant mine, (" + ELSEWHERE + """
                        ) found
                        where mine.campaign_id = :campaign and mine.counted_in is null
                            and found.unit_id = mine.unit_id and other.id = found.id
                        returning found.code, found.unit_code""")
                .param("campaign", campaign.id())
                .param("tree", campaign.treeId())
                .query(row -> {
                    moved.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                            .add(row.getString("unit_code"));
                });
        moved.forEach((code, units) -> events.publishEvent(new CountedElsewhere(code, campaign.code(), units)));
    }

    /**
     * Nobody settles or releases in this campaign's tree until the transaction ends. Before the campaign itself is held:
     * whoever settles holds the tree first and the campaigns after it.
     */
    void hold(Campaign campaign) {
        if (!isAlone(campaign)) {
            holdTree(campaign);
        }
    }

    /**
     * The campaign counts nobody any more, after {@link #hold}: a unit of it counts where it would without it, unless
     * that campaign is locked and keeps what it counts.
     */
    void release(Campaign withdrawn) {
        if (isAlone(withdrawn)) {
            return;
        }
        holdOthers(withdrawn);
        Map<String, List<String>> counted = new LinkedHashMap<>();
        jdbc.sql("""
                        with freed as (
                            select p.id, c.id as campaign_id, c.code, first_value(c.id) over (
                                partition by p.unit_id order by p.required desc, c.issued_at, c.id) as counting
                            from participant p join campaign c on c.id = p.campaign_id
                            where p.counted_in = :campaign and c.locked_at is null and c.state <> 'CANCELLED')
                        update participant p set counted_in = nullif(freed.counting, freed.campaign_id)
                        from freed where p.id = freed.id
                        returning freed.code, p.unit_code, p.counted_in""").param("campaign", withdrawn.id()).query(row -> {
            if (row.getObject("counted_in") == null) {
                counted.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                        .add(row.getString("unit_code"));
            }
        });
        counted.forEach((code, units) -> events.publishEvent(new CountedAgain(code, units)));
    }

    private boolean isAlone(Campaign campaign) {
        return jdbc.sql("select not exists(select 1 from campaign where coalesce(root_id, id) = ? and id <> ?)")
                .params(campaign.treeId(), campaign.id())
                .query(Boolean.class)
                .single();
    }

    /** One campaign of a tree at a time. */
    private void holdTree(Campaign campaign) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("counted once " + campaign.treeId())
                .query(row -> {});
    }

    /** None of the others with the same units is locked meanwhile. */
    private void holdOthers(Campaign campaign) {
        jdbc.sql("""
                        select id from campaign c
                        where coalesce(root_id, id) = :tree and id <> :campaign and locked_at is null
                            and exists(select 1 from participant mine join participant p on p.unit_id = mine.unit_id
                                where mine.campaign_id = :campaign and p.campaign_id = c.id)
                        for share of c""")
                .param("tree", campaign.treeId())
                .param("campaign", campaign.id())
                .query(UUID.class)
                .list();
    }
}
