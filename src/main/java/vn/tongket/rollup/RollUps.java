package vn.tongket.rollup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.campaign.CampaignDefinitions;
import vn.tongket.campaign.CampaignFile;
import vn.tongket.campaign.CampaignService;
import vn.tongket.statistics.FigureForm;
import vn.tongket.statistics.FigureForm.Respondent;
import vn.tongket.statistics.Indicator;

/**
 * The totals of a campaign (formats.md, Roll-up): before the lock a preview over what was sent and not returned, after it
 * over the versions that the lock fixed and those that were accepted late.
 */
@Service
@Transactional(readOnly = true)
public class RollUps {

    /** Units whose figures are not there, alike in what is expected of them. */
    private record Missing(
            String category, Set<String> below, @Nullable Integer since, int units) {}

    private record Numbered(int place, TotalRow row) {}

    private final CampaignService campaigns;
    private final CampaignDefinitions definitions;
    private final JdbcClient jdbc;

    RollUps(CampaignService campaigns, CampaignDefinitions definitions, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.definitions = definitions;
        this.jdbc = jdbc;
    }

    /** As they are kept: the cost grows with the number of blocks. */
    public Totals of(String campaign) {
        return totals(campaign, RollUpSql.ofParts());
    }

    /** Added up anew from every contribution; the same as {@link #of}. */
    public Totals fresh(String campaign) {
        return totals(campaign, RollUpSql.ofContributions());
    }

    private Totals totals(String code, String sql) {
        UUID campaign = campaigns.campaign(code).id();
        CampaignFile definition = definitions.of(campaign);
        CellOrder order = CellOrder.of(definition);
        List<TotalRow> rows = new ArrayList<>(Collections.nCopies(order.size(), TotalRow.NONE));
        jdbc.sql(sql)
                .param("campaign", campaign)
                .param("operations", order.operations())
                .query((row, i) -> new Numbered(
                        row.getInt("place"),
                        new TotalRow(
                                row.getBigDecimal("amount"),
                                row.getBigDecimal("weight"),
                                row.getInt("expected"),
                                row.getInt("reporting"),
                                row.getInt("no_data"),
                                row.getInt("not_applicable"))))
                .list()
                .forEach(numbered -> rows.set(numbered.place() - 1, numbered.row()));
        for (Missing missing : missing(campaign)) {
            expect(missing, definition, order, rows);
        }
        FigureForm form = FigureForm.whole(
                definition.appendices(), definition.campaign().period().lastYearCutoff());
        return Totals.of(form, order, rows);
    }

    /** Of whom nothing is there: all who are not exempt. */
    private List<Missing> missing(UUID campaign) {
        return jdbc.sql("""
                        select p.category, p.categories_below, cast(extract(year from u.valid_from) as int) as since,
                            cast(count(*) as int) as units
                        from participant p
                            join union_unit u on u.id = p.unit_id
                            left join report r on r.id = p.id
                        where p.campaign_id = ? and not p.office and p.counted_in is null and r.state is distinct from 'EXEMPT'
                            and not exists (select from contribution c where c.report_id = p.id)
                        group by p.category, p.categories_below, since""")
                .param(campaign)
                .query((row, i) -> new Missing(
                        row.getString("category"),
                        Set.of((String[]) row.getArray("categories_below").getArray()),
                        row.getObject("since", Integer.class),
                        row.getInt("units")))
                .list();
    }

    /** They are expected wherever their cell is not {@code x} by itself. */
    private static void expect(Missing missing, CampaignFile definition, CellOrder order, List<TotalRow> rows) {
        Respondent respondent = new Respondent(missing.category(), missing.since(), false).with(missing.below());
        FigureForm form = FigureForm.of(definition.appendices(), respondent, null);
        for (int i = 0; i < order.size(); i++) {
            if (isExpected(form, order.slots().get(i))) {
                rows.set(i, rows.get(i).expectedToo(missing.units()));
            }
        }
    }

    private static boolean isExpected(FigureForm form, CellOrder.Slot slot) {
        Indicator row = slot.row();
        if (form.indicator(row.code()) == null) {
            return false;
        }
        if (!slot.isPeriod()) {
            return !form.isClosed(row, slot.year());
        }
        return UnitCells.isCountedOverYears(row)
                && form.years(row.code()).stream().anyMatch(year -> !form.isClosed(row, year));
    }
}
