package vn.tongket.rollup;

/**
 * The statement that adds up: of contributions, or of the sums of their blocks, which have the same shape. A row for
 * each cell: {@code place, amount, weight, expected, reporting, no_data, not_applicable}. Parameters {@code :campaign}
 * and {@code :operations}, the cells' operations in order.
 */
final class RollUpSql {

    private static final String ADD_UP = """
            select %s u.place,
                case (cast(:operations as text[]))[u.place]
                    when 'max' then max(u.amount)
                    when 'min' then coalesce(min(nullif(u.amount, 0)), min(u.amount))
                    else sum(u.amount) end as amount,
                sum(u.weight) as weight, %s
            from %s c cross join lateral unnest(%s)
                with ordinality as u (amount, weight, expected, reporting, no_data, not_applicable%s, place)
            where c.campaign_id = :campaign %s
            group by %s u.place""";

    private static final String COUNTS = """
            cast(sum(u.expected) as int) as expected, cast(sum(u.reporting) as int) as reporting,
            cast(sum(u.no_data) as int) as no_data, cast(sum(u.not_applicable) as int) as not_applicable""";

    /** A report that stands for one unit counts as its states say. */
    private static final String COUNTS_OF_STATES = """
            cast(sum(coalesce(u.expected, cast(u.state not in ('x', 'a') as int))) as int) as expected,
            cast(sum(coalesce(u.reporting, cast(u.state in ('n', '-') as int))) as int) as reporting,
            cast(sum(coalesce(u.no_data, cast(u.state = '.' as int))) as int) as no_data,
            cast(sum(coalesce(u.not_applicable, cast(u.state = 'x' as int))) as int) as not_applicable""";

    private static final String COLUMNS = "c.amounts, c.weights, c.expected, c.reporting, c.no_data, c.not_applicable";

    /** Whoever counts in another campaign of the tree adds nothing here. */
    private static final String COUNTED_HERE =
            "and exists (select from participant p where p.id = c.report_id and p.counted_in is null)";

    private RollUpSql() {}

    /** Of all contributions. */
    static String ofContributions() {
        return ofContributions("", "");
    }

    /** Of the contributions of each of {@code :blocks}; the rows begin with the block. */
    static String ofBlocks() {
        return ofContributions("c.block,", "and c.block = any(:blocks)");
    }

    private static String ofContributions(String key, String which) {
        return ADD_UP.formatted(
                key,
                COUNTS_OF_STATES,
                "contribution",
                COLUMNS + ", c.states",
                ", state",
                COUNTED_HERE + " " + which,
                key);
    }

    /** Of the sums of blocks. */
    static String ofParts() {
        return ADD_UP.formatted("", COUNTS, "rollup_part", COLUMNS, "", "", "");
    }
}
