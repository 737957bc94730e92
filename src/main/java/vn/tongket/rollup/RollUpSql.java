package vn.tongket.rollup;

/**
 * The statement that adds up: of contributions, or of the sums of their blocks. A row for each cell: {@code place, amount,
 * weight, expected, reporting, no_data, not_applicable}. Parameters {@code :campaign} and {@code :operations}, the cells'
 * operations in order.
 */
final class RollUpSql {

    /** Reports that stand for one unit: alike in what they say of a cell, they are counted together. */
    private static final String UNITS = """
            select %2$s u.place, sum(u.amount) as amount, max(u.amount) as highest,
                min(nullif(u.amount, 0)) as lowest_but_zero, sum(u.weight) as weight,
                case when u.state not in ('x', 'a') then count(*) else 0 end as expected,
                case when u.state in ('n', '-') then count(*) else 0 end as reporting,
                case when u.state = '.' then count(*) else 0 end as no_data,
                case when u.state = 'x' then count(*) else 0 end as not_applicable
            from contribution c cross join lateral unnest(c.amounts, c.weights, c.states)
                with ordinality as u (amount, weight, state, place)
            where c.campaign_id = :campaign and c.expected is null %1$s
            group by %2$s u.place, u.state""";

    /** Whatever carries its counts: reports with the sums of a campaign below, sums of blocks. */
    private static final String SUMS = """
            select %3$s u.place, u.amount, u.amount as highest,
                nullif(u.amount, 0) as lowest_but_zero, u.weight, u.expected, u.reporting, u.no_data, u.not_applicable
            from %1$s c cross join lateral unnest(c.amounts, c.weights, c.expected, c.reporting, c.no_data, c.not_applicable)
                with ordinality as u (amount, weight, expected, reporting, no_data, not_applicable, place)
            where c.campaign_id = :campaign and c.expected is not null %2$s""";

    /** Where nothing but nought is there, the lowest is the sum: nought, or none. */
    private static final String ADD_UP = """
            select %1$s place,
                case (cast(:operations as text[]))[place]
                    when 'max' then max(highest)
                    when 'min' then coalesce(min(lowest_but_zero), sum(amount))
                    else sum(amount) end as amount,
                sum(weight) as weight, cast(sum(expected) as int) as expected,
                cast(sum(reporting) as int) as reporting, cast(sum(no_data) as int) as no_data,
                cast(sum(not_applicable) as int) as not_applicable
            from (%2$s) added
            group by %1$s place""";

    /** Whoever counts in another campaign of the tree adds nothing here. */
    private static final String COUNTED_HERE =
            "and exists (select from participant p where p.id = c.report_id and p.counted_in is null)";

    /** Joins to participant {@code p} as {@code counted_at} the union in whose campaign it counts, null: in its own. */
    static final String COUNTED_AT = """
            left join lateral (select u.name as counted_at from campaign k join union_unit u on u.id = k.issuer_id
                where k.id = p.counted_in) elsewhere on true""";

    private RollUpSql() {}

    /** Of all contributions. */
    static String ofContributions() {
        return ofContributions(COUNTED_HERE, "", "");
    }

    /** Of the contributions of each of {@code :blocks}; the rows begin with the block. */
    static String ofBlocks() {
        return ofContributions(COUNTED_HERE + " and c.block = any(:blocks)", "c.block,", "block,");
    }

    private static String ofContributions(String which, String inner, String outer) {
        String all = UNITS.formatted(which, inner) + "\nunion all\n" + SUMS.formatted("contribution", which, inner);
        return ADD_UP.formatted(outer, all);
    }

    /** Of the sums of blocks. */
    static String ofParts() {
        return ADD_UP.formatted("", SUMS.formatted("rollup_part", "", ""));
    }
}
