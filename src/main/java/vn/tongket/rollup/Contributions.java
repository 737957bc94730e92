package vn.tongket.rollup;

import java.util.Collection;
import java.util.List;
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

    private record Block(UUID campaign, int number) {}

    private final JdbcClient jdbc;
    private final CampaignDefinitions definitions;

    Contributions(JdbcClient jdbc, CampaignDefinitions definitions) {
        this.jdbc = jdbc;
        this.definitions = definitions;
    }

    /** Each in place of what its report added before. */
    void put(Collection<Contribution> contributions) {
        contributions.forEach(this::save);
        // In one order, so that two who change several blocks wait for each other in one direction.
        contributions.stream()
                .map(contribution -> new Block(contribution.campaign(), contribution.block()))
                .distinct()
                .sorted(java.util.Comparator.comparing(Block::campaign).thenComparing(Block::number))
                .forEach(this::addUp);
    }

    /** The unit's report counts no more; silent when it did not. */
    void remove(String campaign, String unit) {
        List<Block> changed = jdbc.sql("""
                        delete from contribution where report_id in (select p.id from participant p
                            join campaign c on c.id = p.campaign_id where c.code = ? and p.unit_code = ?)
                        returning campaign_id, block""")
                .params(campaign, unit)
                .query((row, i) -> new Block(row.getObject("campaign_id", UUID.class), row.getInt("block")))
                .list();
        changed.forEach(this::addUp);
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

    private void addUp(Block block) {
        jdbc.sql("select cast(pg_advisory_xact_lock(hashtextextended(:block, 0)) as text)")
                .param("block", "rollup/" + block.campaign() + "/" + block.number())
                .query(String.class)
                .list();
        jdbc.sql("""
                        insert into rollup_part as part (campaign_id, block, amounts, weights, expected, reporting, no_data,
                            not_applicable)
                        select :campaign, :block, array_agg(amount order by place), array_agg(weight order by place),
                            array_agg(expected order by place), array_agg(reporting order by place),
                            array_agg(no_data order by place), array_agg(not_applicable order by place)
                        from (%s) total
                        having count(*) > 0
                        on conflict (campaign_id, block) do update set amounts = excluded.amounts,
                            weights = excluded.weights, expected = excluded.expected, reporting = excluded.reporting,
                            no_data = excluded.no_data, not_applicable = excluded.not_applicable
                        """.formatted(RollUpSql.ofContributions("and c.block = :block")))
                .param("campaign", block.campaign())
                .param("block", block.number())
                .param(
                        "operations",
                        CellOrder.of(definitions.of(block.campaign())).operations())
                .update();
        jdbc.sql("""
                        delete from rollup_part part where campaign_id = :campaign and block = :block
                            and not exists (select from contribution c
                                where c.campaign_id = part.campaign_id and c.block = part.block)""")
                .param("campaign", block.campaign())
                .param("block", block.number())
                .update();
    }
}
