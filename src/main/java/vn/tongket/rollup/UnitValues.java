package vn.tongket.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignService;
import vn.tongket.shared.DomainException;
import vn.tongket.statistics.Indicator;
import vn.tongket.statistics.Indicator.UnitAgg;

/** The units behind a total: what each gave, by one statement. */
@Service
@Transactional(readOnly = true)
public class UnitValues {

    private final CampaignService campaigns;
    private final CampaignDefinitions definitions;
    private final JdbcClient jdbc;

    UnitValues(CampaignService campaigns, CampaignDefinitions definitions, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.jdbc = jdbc;
    }

    /** Of every participant, in protocol order, the issuer's own office last; refused for a cell that the campaign does not have. */
    public List<UnitValue> of(String code, String indicator, int year) {
        UUID campaign = campaigns.campaign(code).id();
        CellOrder order = CellOrder.of(definitions.of(campaign));
        int number = order.number(indicator, year);
        if (number == 0 || year == CellOrder.PERIOD) {
            throw DomainException.notFound("Không có ô số liệu “" + indicator + "/" + year + "”.");
        }
        Indicator row = order.slots().get(number - 1).row();
        UnitAgg agg = row.unitAgg();
        return jdbc.sql("""
                        select p.unit_code, p.unit_name, p.short_name, p.required, p.office, elsewhere.counted_at,
                            r.state, c.version,
                            c.states[:place] as said, c.amounts[:place] as amount, c.weights[:place] as weight,
                            c.amounts[:above] as above, c.amounts[:below] as below,
                            v.content -> 'figures' -> :indicator ->> :year as typed
                        from participant p
                            left join report r on r.id = p.id
                            %s
                            left join contribution c on c.report_id = p.id
                            left join report_version v on v.report_id = c.report_id and v.number = c.version
                        where p.campaign_id = :campaign and (not p.office or c.report_id is not null)
                        order by p.position""".formatted(RollUpSql.COUNTED_AT))
                .param("campaign", campaign)
                .param("place", number)
                .param("above", number(order, agg.numerator(), year))
                .param("below", number(order, agg.denominator(), year))
                .param("indicator", indicator)
                .param("year", String.valueOf(year))
                .query((found, i) -> value(found, row))
                .list();
    }

    private static int number(CellOrder order, @Nullable String row, int year) {
        return row == null ? 0 : order.number(row, year);
    }

    private static UnitValue value(ResultSet row, Indicator indicator) throws SQLException {
        return new UnitValue(
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getString("short_name"),
                row.getBoolean("required"),
                row.getBoolean("office"),
                row.getString("counted_at"),
                row.getString("state"),
                row.getObject("version", Integer.class),
                row.getString("said") == null ? null : said(row).cell(indicator));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getString("said").charAt(0),
                row.getBigDecimal("amount"),
                row.getBigDecimal("weight"),
                row.getBigDecimal("above"),
                row.getBigDecimal("below"),
                row.getString("typed"));
    }
}
