package vn.tongket.rollup;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignService;
import vn.tongket.statistics.Appendix;
import vn.tongket.statistics.Cell;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Indicator.UnitAgg;

/** All units' values of a row, handed over one unit after the other: memory does not grow with their number. */
@Service
@Transactional(readOnly = true)
public class UnitRows {

    /** Units of which the database hands over the values at a time. */
    private static final int FETCH = 200;

    /** How many units add to the totals here, the issuer's own office included, and how many count elsewhere. */
    public record Count(int here, int elsewhere) {}

    private final CampaignService campaigns;
    private final CampaignDefinitions definitions;
    private final JdbcClient jdbc;

    UnitRows(CampaignService campaigns, CampaignDefinitions definitions, DataSource database) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        JdbcTemplate cursor = new JdbcTemplate(database);
        cursor.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(cursor);
    }

    public Count count(String campaign) {
        return jdbc.sql("""
                        select cast(count(*) filter (where counted_in is null) as int) as here,
                            cast(count(counted_in) as int) as elsewhere
                        from participant where campaign_id = ?""")
                .param(campaigns.campaign(campaign).id())
                .query(Count.class)
                .single();
    }

    /** First those that count here, then the others, each in protocol order. */
    public void each(String campaign, Appendix appendix, Indicator row, Consumer<UnitRow> take) {
        UUID id = campaigns.campaign(campaign).id();
        CellOrder order = CellOrder.of(definitions.of(id));
        List<Integer> years = appendix.yearNumbers();
        UnitAgg agg = row.unitAgg();
        boolean typed = row.isText() || agg.op().equals("none") || agg.op().equals("weighted_mean");
        jdbc.sql("""
                        select p.unit_code, p.unit_name, p.office, elsewhere.counted_at, r.state, c.version,
                            array_to_string(c.states[:first : :last], '') as states,
                            c.amounts[:first : :last] as amounts, c.weights[:first : :last] as weights,
                            array(select c.amounts[place] from unnest(cast(:above as int[])) with ordinality u (place, n)
                                order by n) as above,
                            array(select c.amounts[place] from unnest(cast(:below as int[])) with ordinality u (place, n)
                                order by n) as below,
                            array(select v.content -> 'figures' -> :indicator ->> year
                                from unnest(cast(:years as text[])) with ordinality u (year, n) order by n) as typed
                        from participant p
                            %s
                            left join report r on r.id = p.id
                            left join contribution c on c.report_id = p.id
                            left join report_version v on :typed and v.report_id = c.report_id and v.number = c.version
                        where p.campaign_id = :campaign
                        order by p.counted_in is not null, p.position""".formatted(RollUpSql.COUNTED_AT))
                .param("campaign", id)
                .param("indicator", row.code())
                .param("typed", typed)
                .param("first", order.number(row.code(), years.get(0)))
                .param("last", order.number(row.code(), years.get(0)) + years.size() - 1)
                .param("above", places(order, agg.numerator(), years))
                .param("below", places(order, agg.weight() == null ? agg.denominator() : agg.weight(), years))
                .param("years", years.stream().map(String::valueOf).toArray(String[]::new))
                .query((ResultSet found) -> take.accept(unit(found, row)));
    }

    private static Integer[] places(CellOrder order, @Nullable String row, List<Integer> years) {
        return row == null
                ? new Integer[0]
                : years.stream().map(year -> order.number(row, year)).toArray(Integer[]::new);
    }

    private static UnitRow unit(ResultSet row, Indicator indicator) throws SQLException {
        String states = row.getString("states");
        List<Cell> cells = null;
        List<UnitRow.Weight> weights = new ArrayList<>();
        if (states != null) {
            cells = new ArrayList<>();
            BigDecimal[] amounts = array(row, "amounts", BigDecimal[].class);
            BigDecimal[] weighed = array(row, "weights", BigDecimal[].class);
            BigDecimal[] above = array(row, "above", BigDecimal[].class);
            BigDecimal[] below = array(row, "below", BigDecimal[].class);
            String[] typed = array(row, "typed", String[].class);
            for (int i = 0; i < amounts.length; i++) {
                Said said = new Said(
                        states.charAt(i),
                        amounts[i],
                        weighed[i],
                        i < above.length ? above[i] : null,
                        i < below.length ? below[i] : null,
                        typed[i]);
                cells.add(said.cell(indicator));
                if (indicator.unitAgg().op().equals("weighted_mean")) {
                    weights.add(weight(weighed[i], below[i]));
                }
            }
        }
        return new UnitRow(
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getBoolean("office"),
                row.getString("counted_at"),
                row.getString("state"),
                row.getObject("version", Integer.class),
                cells,
                weights);
    }

    private static UnitRow.Weight weight(@Nullable BigDecimal weighed, @Nullable BigDecimal own) {
        return weighed == null
                ? UnitRow.Weight.NONE
                : new UnitRow.Weight(Fraction.of(weighed), own == null || own.compareTo(weighed) != 0);
    }

    private static <T> T array(ResultSet row, String column, Class<T> type) throws SQLException {
        return type.cast(row.getArray(column).getArray());
    }
}
