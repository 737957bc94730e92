package vn.tongket.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tree of unions as it was on a day, as far as the system knows: what was before the first file is as that file has
 * it. Units go by their code.
 */
@Service
@Transactional(readOnly = true)
public class UnitTree {

    private final JdbcClient jdbc;

    UnitTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units right below it that existed on that day, in protocol order. */
    public List<String> childrenOn(String unit, LocalDate day) {
        return jdbc.sql("""
                        select u.code from unit_parent p join union_unit u on u.id = p.unit_id
                        where p.parent_id = (select id from union_unit where code = :unit)
                            and (p.valid_from is null or p.valid_from <= :day)
                            and (p.valid_to is null or p.valid_to >= :day)
                            and (u.valid_from is null or u.valid_from <= :day)
                            and (u.valid_to is null or u.valid_to >= :day)
                        order by u.sort_order, u.code""")
                .param("unit", unit)
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** Its parent on that day, the parent's parent, and so on to the top. */
    public List<String> ancestorsOn(String unit, LocalDate day) {
        return jdbc.sql("""
                        with recursive above as (
                            select id, 0 as height from union_unit where code = :unit
                            union all
                            select p.parent_id, a.height + 1 from above a join unit_parent p on p.unit_id = a.id
                            where p.parent_id is not null and (p.valid_from is null or p.valid_from <= :day)
                                and (p.valid_to is null or p.valid_to >= :day))
                            cycle id set is_circle using way
                        select u.code from above a join union_unit u on u.id = a.id
                        where a.height > 0 and not a.is_circle order by a.height""")
                .param("unit", unit)
                .param("day", day)
                .query(String.class)
                .list();
    }
}
