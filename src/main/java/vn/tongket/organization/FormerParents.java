package vn.tongket.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps where units were before they move. */
@Component
class FormerParents {

    private final JdbcClient jdbc;

    FormerParents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units' present parents were theirs to the end of that day; a stay that began later leaves no trace. */
    void keep(Collection<UUID> units, LocalDate last) {
        jdbc.sql("""
                        insert into former_parent (unit_id, parent_id, valid_from, valid_to)
                        select unit_id, parent_id, valid_from, :last from unit_parent
                        where unit_id = any(:units) and valid_to is null and (valid_from is null or valid_from <= :last)""")
                .param("units", units.toArray(UUID[]::new))
                .param("last", last)
                .update();
    }
}
