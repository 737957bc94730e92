package vn.tongket.organization;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an event that fits does to the tree; a few statements, however many units it names. */
@Component
class UnitEventEffects {

    private final JdbcClient jdbc;
    private final FormerParents formerParents;

    UnitEventEffects(JdbcClient jdbc, FormerParents formerParents) {
        this.jdbc = jdbc;
        this.formerParents = formerParents;
    }

    void carryOut(UnitEvent event) {
        List<UUID> units = jdbc.sql("select id from union_unit where code = any(:units)")
                .param("units", event.units().toArray(String[]::new))
                .query(UUID.class)
                .list();
        switch (event.kind()) {
            case TRANSFER -> move(event, units);
            case MERGE -> merge(event, units);
            case CLOSE -> end(event, units);
            case NOTE -> throw new IllegalArgumentException("A note has no effect: " + event.id());
        }
    }

    /** A superior that guided the unit before guides it no more: it is its parent now. */
    private void move(UnitEvent event, List<UUID> units) {
        formerParents.keep(units, event.lastDayBefore());
        jdbc.sql("""
                        update union_unit u set parent_id = t.id, guided_by_id = nullif(u.guided_by_id, t.id),
                            changed_on = greatest(u.changed_on, :day), version = u.version + 1
                        from union_unit t where t.code = :to and u.id = any(:units)""")
                .param("to", event.to())
                .param("day", event.day())
                .param("units", units.toArray(UUID[]::new))
                .update();
    }

    /** Who was below a unit, or guided by it, goes on with the one that it became part of. */
    private void merge(UnitEvent event, List<UUID> units) {
        move(event, below(event, units));
        jdbc.sql("""
                        update union_unit u set
                            guided_by_id = case when u.id = t.id or u.parent_id = t.id then null else t.id end,
                            changed_on = greatest(u.changed_on, :day), version = u.version + 1
                        from union_unit t where t.code = :to and u.guided_by_id = any(:units)
                            and u.id <> all(:units) and (u.valid_to is null or u.valid_to >= :day)""")
                .param("to", event.to())
                .param("day", event.day())
                .param("units", units.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        update union_unit set successor_id = (select id from union_unit where code = :to)
                        where id = any(:units)""")
                .param("to", event.to())
                .param("units", units.toArray(UUID[]::new))
                .update();
        end(event, units);
    }

    private void end(UnitEvent event, List<UUID> units) {
        jdbc.sql("""
                        update union_unit set valid_to = :last, changed_on = greatest(changed_on, :day),
                            version = version + 1
                        where id = any(:units)""")
                .param("last", event.lastDayBefore())
                .param("day", event.day())
                .param("units", units.toArray(UUID[]::new))
                .update();
    }

    private List<UUID> below(UnitEvent event, List<UUID> units) {
        return jdbc.sql("""
                        select id from union_unit where parent_id = any(:units) and id <> all(:units)
                            and (valid_to is null or valid_to >= :day)""")
                .param("units", units.toArray(UUID[]::new))
                .param("day", event.day())
                .query(UUID.class)
                .list();
    }
}
