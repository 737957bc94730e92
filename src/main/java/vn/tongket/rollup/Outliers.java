package vn.tongket.rollup;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;

/**
 * Units whose figures of the last complete year lie far from those of the others of their category, by the modified
 * z-score over the reports that count: one statement, whatever the number of units (ADR 36). {@code -} counts as 0;
 * {@code ...}, {@code x} and blank are no value. A quotient is cut off after ten digits.
 */
@Service
@Transactional(readOnly = true)
public class Outliers {

    /** Of fewer units of a category nothing is said. */
    public static final int ENOUGH = 8;

    /** So many are listed, the farthest ones. */
    public static final int MOST = 300;

    /**
     * @param findings in the order of the appendices, each row's farthest first
     * @param all how many there are, listed or not
     */
    public record Found(List<Outlier> findings, int all) {}

    private record Numbered(int number, BigDecimal away, int all, Outlier outlier) {}

    /** The median of the distances × 1.4826 is the deviation of a normal distribution; where it is 0 the mean's × 1.2533. */
    private static final String FAR_AWAY = """
            with term as materialized (
                select * from unnest(cast(:above as int[]), cast(:below as int[]), cast(:scales as numeric[]),
                    cast(:means as boolean[])) with ordinality as t (above, below, scale, mean, number)),
            counted as materialized (
                select p.id, p.category, c.amounts, c.weights
                from contribution c join participant p on p.id = c.report_id
                where c.campaign_id = :campaign and not p.office and p.counted_in is null),
            number as materialized (
                select counted.id, counted.category, u.place, u.amount, u.weight
                from counted cross join lateral unnest(counted.amounts, counted.weights)
                    with ordinality as u (amount, weight, place)
                where u.amount is not null and u.place in (select above from term union select below from term)),
            side as (
                select term.number, a.id, a.category, a.amount as above,
                    case when term.mean then a.weight else b.amount end as below,
                    term.scale, term.mean or term.below > 0 as divided
                from term join number a on a.place = term.above
                    left join number b on b.place = term.below and b.id = a.id),
            compared as (
                select number, id, category, above, case when not divided then above
                    else div(above * scale * 10000000000, nullif(below, 0)) * 0.0000000001 end as value
                from side),
            peers as (
                select number, category, count(*) as units, quartile(array_agg(value order by value), 2) as median,
                    array_agg(id order by id) as ids, array_agg(value order by id) as values,
                    array_agg(above order by id) as figures
                from compared where value is not null group by number, category having count(*) >= :enough),
            far as (
                select peers.number, peers.units, peers.median, spread, one.id, one.value, one.above,
                    abs(one.value - peers.median) / spread as score, count(*) over () as found
                from peers
                    cross join lateral (
                        select coalesce(nullif(quartile(array_agg(away order by away), 2), 0) / 0.6745,
                            avg(away) * 1.253314) as spread
                        from (select abs(value - peers.median) as away from unnest(peers.values) value) distance) usual
                    cross join lateral unnest(peers.ids, peers.values, peers.figures) as one (id, value, above)
                where spread > 0 and abs(one.value - peers.median) > :far * spread
                order by score desc, number, id limit :most)
            select far.*, p.unit_code, p.unit_name, p.short_name, c.version
            from far join participant p using (id) join contribution c on c.report_id = far.id""";

    private final CampaignService campaigns;
    private final CampaignDefinitions definitions;
    private final JdbcClient jdbc;

    Outliers(CampaignService campaigns, CampaignDefinitions definitions, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.jdbc = jdbc;
    }

    /** Before the lock over the reports that were sent and not returned. */
    public Found of(String code) {
        UUID campaign = campaigns.campaign(code).id();
        CampaignFile definition = definitions.of(campaign);
        List<OutlierTerm> terms = OutlierTerm.of(definition, CellOrder.of(definition));
        List<Numbered> found = jdbc.sql(FAR_AWAY)
                .param("campaign", campaign)
                .param("above", array(terms, OutlierTerm::above, Integer[]::new))
                .param("below", array(terms, OutlierTerm::below, Integer[]::new))
                .param("scales", array(terms, OutlierTerm::scale, BigDecimal[]::new))
                .param("means", array(terms, OutlierTerm::mean, Boolean[]::new))
                .param("enough", ENOUGH)
                .param("far", Outlier.FAR)
                .param("most", MOST)
                .query((row, i) -> outlier(row, terms))
                .list();
        return new Found(
                found.stream()
                        .sorted(Comparator.comparingInt(Numbered::number)
                                .thenComparing(Numbered::away, Comparator.reverseOrder()))
                        .map(Numbered::outlier)
                        .toList(),
                found.isEmpty() ? 0 : found.get(0).all());
    }

    private static Numbered outlier(ResultSet row, List<OutlierTerm> terms) throws SQLException {
        int number = row.getInt("number");
        OutlierTerm term = terms.get(number - 1);
        BigDecimal value = row.getBigDecimal("value");
        boolean own = term.basis().whole() == null;
        return new Numbered(
                number,
                row.getBigDecimal("score"),
                row.getInt("found"),
                new Outlier(
                        term.basis().row(),
                        term.year(),
                        row.getString("unit_code"),
                        row.getString("unit_name"),
                        row.getString("short_name"),
                        row.getInt("version"),
                        own ? value : row.getBigDecimal("above"),
                        value,
                        term.basis().words(),
                        row.getBigDecimal("median"),
                        row.getBigDecimal("spread"),
                        row.getInt("units")));
    }

    private static <T> T[] array(List<OutlierTerm> terms, Function<OutlierTerm, T> part, IntFunction<T[]> made) {
        return terms.stream().map(part).toArray(made);
    }
}
