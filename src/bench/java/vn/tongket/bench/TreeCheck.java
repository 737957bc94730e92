package vn.tongket.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tongket.cost.SizedCampaign;
import vn.tongket.rollup.TotalCell;
import vn.tongket.rollup.Totals;
import vn.tongket.statistics.Fraction;
import vn.tongket.statistics.Indicator;

/**
 * The totals at the top against one statement over what the grassroots unions signed, which knows nothing of
 * contributions, blocks and carried sums.
 */
final class TreeCheck {

    private static final String BY_HAND = """
            select f.key as row_code, cast(y.key as int) as year,
                sum(case when y.value = '-' then 0 when y.value ~ '^[0-9]' then cast(y.value as numeric) end) as amount,
                count(*) filter (where y.value = '-' or y.value ~ '^[0-9]') as reporting,
                count(*) filter (where y.value = '...') as no_data,
                count(*) filter (where y.value = 'x') as not_applicable
            from campaign c
                join report own on own.id = c.parent_report_id
                join campaign above on above.id = own.campaign_id
                join report r on r.campaign_id = c.id
                join report_version v on v.report_id = r.id
                cross join lateral jsonb_each(v.content -> 'figures') f
                cross join lateral jsonb_each_text(f.value) y
            where above.code = ?
                and v.number = (select max(number) from report_version last where last.report_id = r.id)
            group by f.key, y.key""";

    /** What one cell adds up to: of the product, or by hand. */
    private record Added(@Nullable Fraction amount, int expected, int reporting, int noData, int notApplicable) {

        static Added of(TotalCell cell) {
            return new Added(
                    cell.cell().number(), cell.expected(), cell.reporting(), cell.noData(), cell.notApplicable());
        }
    }

    private final List<String> faults = new ArrayList<>();
    private int cells;

    /** Fails with what differs. */
    static String require(JdbcClient jdbc, SizedCampaign top, int unions, Totals kept, Totals fresh) {
        TreeCheck check = new TreeCheck();
        check.compareKept(kept, fresh);
        check.compareByHand(kept, byHand(jdbc, top, unions), new Added(null, unions, 0, 0, 0));
        if (!check.faults.isEmpty() || check.cells == 0) {
            throw new AssertionError(check.faults.size() + " totals differ of " + check.cells + ": "
                    + check.faults.subList(0, Math.min(20, check.faults.size())));
        }
        return "%d totals equal those by hand".formatted(check.cells);
    }

    /** Fails where a campaign of the tree is not locked, or a unit or its process still goes on. */
    static void requireClosed(JdbcClient jdbc) {
        List<String> open = jdbc.sql("""
                        select 'campaign ' || code from campaign where state <> 'CONSOLIDATING' and code like :tree
                        union all
                        select 'report of ' || p.unit_code from report r join participant p on p.id = r.id
                            join campaign c on c.id = r.campaign_id
                        where r.state not in ('ACCEPTED', 'NOT_SUBMITTED') and c.code like :tree
                        union all
                        select 'process of ' || business_key_ from act_ru_execution where business_key_ like :tree || '/%'""")
                .param("tree", UnionTree.TOP.code() + "%")
                .query(String.class)
                .list();
        if (!open.isEmpty()) {
            throw new AssertionError(
                    open.size() + " are not closed: " + open.subList(0, Math.min(20, open.size())));
        }
    }

    /** Whoever said nothing, in a cell or at all, is expected. */
    private static Map<String, Added> byHand(JdbcClient jdbc, SizedCampaign top, int unions) {
        Map<String, Added> added = new HashMap<>();
        jdbc.sql(BY_HAND).param(top.code()).query(row -> {
            BigDecimal amount = row.getBigDecimal("amount");
            int notApplicable = row.getInt("not_applicable");
            added.put(
                    row.getString("row_code") + "/" + row.getInt("year"),
                    new Added(
                            amount == null ? null : Fraction.of(amount),
                            unions - notApplicable,
                            row.getInt("reporting"),
                            row.getInt("no_data"),
                            notApplicable));
        });
        return added;
    }

    private void compareByHand(Totals totals, Map<String, Added> byHand, Added nobody) {
        for (Indicator row : totals.sheet().form().indicators()) {
            if (!isSimpleSum(row)) {
                continue;
            }
            for (int year : totals.sheet().form().years(row.code())) {
                if (!row.isBefore(year)) {
                    String place = row.code() + "/" + year;
                    compare(place, Added.of(totals.year(row.code(), year)), byHand.getOrDefault(place, nobody));
                    cells++;
                }
            }
        }
    }

    /** Whose total is what was typed, without formulas, defaults and marks by themselves. */
    private static boolean isSimpleSum(Indicator row) {
        return row.unitAgg().op().equals("sum")
                && !row.computed()
                && row.formula() == null
                && row.leafValue() == null
                && row.ownValue() == null;
    }

    private void compareKept(Totals kept, Totals fresh) {
        for (Indicator row : kept.sheet().form().indicators()) {
            for (int year : kept.sheet().form().years(row.code())) {
                compare("fresh " + row.code() + "/" + year, kept.year(row.code(), year), fresh.year(row.code(), year));
            }
            compare("fresh " + row.code(), kept.period(row.code()), fresh.period(row.code()));
        }
    }

    private void compare(String place, @Nullable Object ours, @Nullable Object theirs) {
        if (!Objects.equals(ours, theirs)) {
            faults.add(place + ": " + ours + " is not " + theirs);
        }
    }
}
