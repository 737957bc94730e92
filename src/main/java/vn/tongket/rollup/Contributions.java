package vn.tongket.rollup;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.campaign.CampaignDefinitions;

/**
 * Keeps what each report adds, and the sums of blocks of them. One that comes or goes adds up its own block again, with
 * the statement that adds up all: what is kept equals a fresh computation (ADR 31). Whoever changes a block holds it until
 * the transaction ends.
 */
@Component
class Contributions {

    private record Block(UUID campaignId, int number) {}

    private final JdbcClient jdbc;
    private final CampaignDefinitions definitions;

    Contributions(JdbcClient jdbc, CampaignDefinitions definitions) {
        this.jdbc = jdbc;
        this.definitions = definitions;
    }

    /** Each in place of what its report added before. */
    void put(Collection<Contribution> contributions) {
        contributions.forEach(this::save);
        addUp(contributions.stream()
                .map(contribution -> new Block(contribution.campaign(), contribution.block()))
                .toList());
    }

    /** The unit's report counts no more; silent when it did not. */
    void remove(String campaign, String unit) {
        addUp(jdbc.sql("""
                        delete from contribution where report_id in (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = ?)
                        returning campaign_id, block as number""").params(campaign, unit).query(Block.class).list());
    }

    private void save(Contribution contribution) {
        UnitCounts counts = contribution.counts();
        jdbc.sql("""
                        insert into contribution (report_id, campaign_id, version, block, amounts, weights, states,
                            expected, reporting, no_data, not_applicable)
                        values (:report, :campaign, :version, :block, cast(:amounts as numeric[]),
                            cast(:weights as numeric[]), cast(string_to_array(:states, null) as "char"[]),
                            cast(:expected as int[]), cast(:reporting as int[]), cast(:noData as int[]),
                            cast(:notApplicable as int[]))
                        on conflict (report_id) do update set version = excluded.version, amounts = excluded.amounts,
                            weights = excluded.weights, states = excluded.states, expected = excluded.expected,
                            reporting = excluded.reporting, no_data = excluded.no_data,
                            not_applicable = excluded.not_applicable""")
                .param("report", contribution.report())
                .param("campaign", contribution.campaign())
                .param("version", contribution.version())
                .param("block", contribution.block())
                .param("amounts", contribution.amounts())
                .param("weights", contribution.weights())
                .param("states", contribution.states())
                .param("expected", counts == null ? null : counts.expected())
                .param("reporting", counts == null ? null : counts.reporting())
                .param("noData", counts == null ? null : counts.noData())
                .param("notApplicable", counts == null ? null : counts.notApplicable())
                .update();
    }

    /** The blocks of these units are added up again. */
    void addUpBlocksOf(String campaign, Collection<String> units) {
        addUp(jdbc.sql("""
                        select distinct c.campaign_id, c.block as number
                        from contribution c join participant p on p.id = c.report_id
                            join campaign k on k.id = p.campaign_id
                        where k.code = :campaign and p.unit_code in (:units)""")
                .param("campaign", campaign)
                .param("units", units)
                .query(Block.class)
                .list());
    }

    private void addUp(Collection<Block> blocks) {
        Map<UUID, Set<Integer>> byCampaign = new TreeMap<>();
        blocks.forEach(block -> byCampaign
                .computeIfAbsent(block.campaignId(), campaign -> new TreeSet<>())
                .add(block.number()));
        byCampaign.forEach((campaign, numbers) -> addUp(campaign, numbers.toArray(Integer[]::new)));
    }

    private void addUp(UUID campaign, Integer[] blocks) {
        // In one order, so that two who change several blocks wait for each other in one direction.
        jdbc.sql("""
                        select cast(pg_advisory_xact_lock(hashtextextended('rollup/' || :campaign || '/' || block, 0)) as text)
                        from unnest(cast(:blocks as int[])) block order by block""")
                .param("campaign", campaign)
                .param("blocks", blocks)
                .query(String.class)
                .list();
        jdbc.sql("""
                        insert into rollup_part as part (campaign_id, block, amounts, weights, expected, reporting, no_data,
                            not_applicable)
                        select :campaign, block, array_agg(amount order by place), array_agg(weight order by place),
                            array_agg(expected order by place), array_agg(reporting order by place),
                            array_agg(no_data order by place), array_agg(not_applicable order by place)
                        from (%s) total
                        group by block
                        on conflict (campaign_id, block) do update set amounts = excluded.amounts,
                            weights = excluded.weights, expected = excluded.expected, reporting = excluded.reporting,
                            no_data = excluded.no_data, not_applicable = excluded.not_applicable
                        """.formatted(RollUpSql.ofBlocks()))
                .param("campaign", campaign)
                .param("blocks", blocks)
                .param("operations", CellOrder.of(definitions.of(campaign)).operations())
                .update();
        jdbc.sql("""
                        delete from rollup_part part where campaign_id = :campaign and block = any(:blocks)
                            and not exists (select from contribution c join participant p on p.id = c.report_id
                                where c.campaign_id = part.campaign_id and c.block = part.block and p.counted_in is null)""").param("campaign", campaign).param("blocks", blocks).update();
    }
}
