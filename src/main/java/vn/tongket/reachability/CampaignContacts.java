package vn.tongket.reachability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import vn.tongket.organization.ContactRole;

/** The addresses of a campaign's units with what is known of them, in few statements however many units there are. */
@Component
class CampaignContacts {

    /** The frozen participants; before the issue the members of today's tree, in the order they will have. */
    static final String UNITS = """
            with units as (
                select p.unit_id, p.unit_code, p.unit_name, p.required, p.position
                from participant p where p.campaign_id = :campaign and not p.office
                union all
                select u.id, u.code, u.name, m.required,
                    row_number() over (order by m.required desc, m.category_position, m.sort_order) - 1
                from campaign c join union_member m on m.issuer_id = c.issuer_id join union_unit u on u.id = m.unit_id
                where c.id = :campaign and not exists (select 1 from participant where campaign_id = c.id)
                    and (m.valid_from is null or m.valid_from <= :today)
                    and (m.valid_to is null or m.valid_to >= :today))""";

    private static final String KNOWN = UNITS + """
            , known as (
                select u.unit_id, u.unit_code, u.unit_name, u.required, u.position, k.contacts, k.confirmed, k.bad
                from units u cross join lateral (
                    select count(*) as contacts, coalesce(bool_or(a.bad_since is not null), false) as bad,
                        coalesce(bool_or(a.confirmed_at is not null and a.bad_since is null), false) as confirmed
                    from unit_contact c left join mail_address a on a.address = lower(c.email)
                    where c.unit_id = u.unit_id) k)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignContacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Reachability.Counts counts(UUID campaign) {
        return query(campaign, KNOWN + """
                        select count(*) as units, count(*) filter (where confirmed) as confirmed,
                            count(*) filter (where bad) as bad from known""")
                .query((row, i) ->
                        new Reachability.Counts(row.getInt("units"), row.getInt("confirmed"), row.getInt("bad")))
                .single();
    }

    /** How many units match, and those of them that stand on one page. */
    Reachability.Page page(UUID campaign, Reachability.Which which, String find, int number, int size) {
        String matching = """
                from known where %s and (select bool_and(position(word in folded(concat_ws(' ', unit_name, unit_code,
                        (select string_agg(e.email, ' ') from unit_contact e where e.unit_id = known.unit_id)))) > 0)
                    from regexp_split_to_table(folded(:find), ' +') word)
                """.formatted(which.condition());
        int matches = query(campaign, KNOWN + "select count(*) " + matching)
                .param("find", find)
                .query(Integer.class)
                .single();
        Map<String, Row> rows = new LinkedHashMap<>();
        query(campaign, KNOWN + ", page as (select * " + matching + """
                        order by position limit :size offset :offset)
                        select p.unit_code, p.unit_name, p.required, c.role, c.email, a.confirmed_at, a.bad_since,
                            a.bad_reason, a.tested_at
                        from page p left join unit_contact c on c.unit_id = p.unit_id
                            left join mail_address a on a.address = lower(c.email)
                        order by p.position, array_position(array['OFFICER', 'OFFICE', 'CHAIR'], c.role), c.email""")
                .param("find", find)
                .param("size", size)
                .param("offset", (long) number * size)
                .query(row -> {
                    take(row, rows);
                });
        return new Reachability.Page(rows.values().stream().map(Row::unit).toList(), number, size, matches);
    }

    boolean includes(UUID campaign, String unit) {
        return query(campaign, UNITS + " select exists (select 1 from units where unit_code = :unit)")
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    private StatementSpec query(UUID campaign, String sql) {
        return jdbc.sql(sql).param("campaign", campaign).param("today", LocalDate.now(clock));
    }

    private record Row(String code, String name, boolean required, List<Contact> contacts) {

        ReachableUnit unit() {
            return new ReachableUnit(code, name, required, contacts);
        }
    }

    private static void take(ResultSet row, Map<String, Row> rows) throws SQLException {
        String code = row.getString("unit_code");
        Row unit = rows.get(code);
        if (unit == null) {
            unit = new Row(code, row.getString("unit_name"), row.getBoolean("required"), new ArrayList<>());
            rows.put(code, unit);
        }
        if (row.getString("email") != null) {
            unit.contacts()
                    .add(new Contact(
                            ContactRole.valueOf(row.getString("role")),
                            row.getString("email"),
                            instant(row, "confirmed_at"),
                            instant(row, "bad_since"),
                            row.getString("bad_reason"),
                            instant(row, "tested_at")));
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
