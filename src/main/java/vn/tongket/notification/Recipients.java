package vn.tongket.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of many units at once. */
@Component
class Recipients {

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unit code → address of those units, the officer's first, else the office's, else the chair's. */
    Map<String, String> officers(UUID campaign, Collection<String> units) {
        return addresses(campaign, units, List.of("OFFICER", "OFFICE", "CHAIR"));
    }

    /** Unit code → the chair's address, else the office's, else the officer's. */
    Map<String, String> chairs(UUID campaign, Collection<String> units) {
        return addresses(campaign, units, List.of("CHAIR", "OFFICE", "OFFICER"));
    }

    private Map<String, String> addresses(UUID campaign, Collection<String> units, List<String> order) {
        Map<String, String> addresses = new HashMap<>();
        if (units.isEmpty()) {
            return addresses;
        }
        jdbc.sql("""
                        select distinct on (p.unit_code) p.unit_code, c.email
                        from participant p join unit_contact c on c.unit_id = p.unit_id
                        where p.campaign_id = :campaign and p.unit_code in (:units)
                        order by p.unit_code, array_position(array[:order], c.role), c.email""")
                .param("campaign", campaign)
                .param("units", units)
                .param("order", order)
                .query(row -> {
                    addresses.put(row.getString("unit_code"), row.getString("email"));
                });
        return addresses;
    }
}
