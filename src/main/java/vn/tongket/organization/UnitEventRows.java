package vn.tongket.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.shared.ImportJson;

/** Reads and writes the events of the tree. */
@Component
class UnitEventRows {

    private static final String EVENTS = """
            with event as (
                select e.*, coalesce(applied_on, refused_on) as settled_on,
                    case when kind = 'note' then 'NOTE' when in_tree then 'IN_TREE'
                        when applied_on is not null then 'APPLIED' when refusal is not null then 'REFUSED'
                        else 'WAITING' end as state
                from unit_event e)
            """;

    private static final String DUE =
            "day <= :today and kind <> 'note' and not in_tree and applied_on is null and refusal is null";

    /** On one day units move before others merge, and merge before others close, whatever the order in the file. */
    private static final String ORDER =
            " order by day, array_position(array['transfer', 'merge', 'close'], kind), position, id";

    private final JdbcClient jdbc;

    UnitEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isAnyDue(LocalDate today) {
        return jdbc.sql("select exists (select 1 from unit_event where " + DUE + ")")
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    Optional<UnitEvent> firstDue(LocalDate today) {
        return jdbc.sql(EVENTS + "select * from event where " + DUE + ORDER + " limit 1")
                .param("today", today)
                .query((row, i) -> event(row))
                .optional();
    }

    UnitEvent event(UUID id) {
        return jdbc.sql(EVENTS + "select * from event where id = :id")
                .param("id", id)
                .query((row, i) -> event(row))
                .single();
    }

    List<UnitEvent> page(Optional<UnitEvent.State> state, int page, int size) {
        return jdbc.sql(EVENTS + """
                        select * from event where state = :state or :state = ''
                        order by day desc, position, id limit :size offset :offset""")
                .param("state", state.map(Enum::name).orElse(""))
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, i) -> event(row))
                .list();
    }

    Map<UnitEvent.State, Integer> counts() {
        Map<UnitEvent.State, Integer> counts = new EnumMap<>(UnitEvent.State.class);
        jdbc.sql(EVENTS + "select state, count(*) as events from event group by state")
                .query(row -> {
                    counts.put(UnitEvent.State.valueOf(row.getString("state")), row.getInt("events"));
                });
        return counts;
    }

    void apply(UnitEvent event, LocalDate today) {
        jdbc.sql("update unit_event set applied_on = :today where id = :id")
                .param("id", event.id())
                .param("today", today)
                .update();
    }

    void refuse(UnitEvent event, String reason, LocalDate today) {
        jdbc.sql("update unit_event set refusal = :reason, refused_on = :today where id = :id")
                .param("id", event.id())
                .param("reason", reason)
                .param("today", today)
                .update();
    }

    /**
     * Takes over the events of a file. One that is known (day, kind and units) and not carried out yet is brought up to
     * date and tried again; one of the tree's day or before is in the tree already.
     */
    void save(List<OrganizationFile.HistoryEvent> events, LocalDate treeDay) {
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            String units = ImportJson.mapper()
                    .valueToTree(event.units() == null ? List.of() : event.units())
                    .toString();
            jdbc.sql("""
                            with known as (
                                update unit_event set from_unit = :from, to_unit = :to, note = :note, position = :position,
                                    refusal = null, refused_on = null, in_tree = :inTree
                                where day = :day and kind = :kind and units = cast(:units as jsonb) and applied_on is null
                                returning id)
                            insert into unit_event (id, day, kind, units, from_unit, to_unit, note, position, in_tree)
                            select gen_random_uuid(), :day, :kind, cast(:units as jsonb), :from, :to, :note, :position,
                                :inTree
                            where not exists (select 1 from unit_event
                                where day = :day and kind = :kind and units = cast(:units as jsonb))""")
                    .param("day", event.date())
                    .param("kind", event.type())
                    .param("units", units)
                    .param("from", event.from())
                    .param("to", event.to())
                    .param("note", event.note())
                    .param("position", i)
                    .param(
                            "inTree",
                            !event.type().equals("note") && !event.date().isAfter(treeDay))
                    .update();
        }
    }

    private static UnitEvent event(ResultSet row) throws SQLException {
        return new UnitEvent(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                UnitEvent.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                codes(row.getString("units")),
                row.getString("from_unit"),
                row.getString("to_unit"),
                row.getString("note"),
                UnitEvent.State.valueOf(row.getString("state")),
                row.getObject("settled_on", LocalDate.class),
                row.getString("refusal"));
    }

    private static List<String> codes(String json) {
        try {
            return List.of(ImportJson.mapper().readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unit_event.units holds no list of codes: " + json, e);
        }
    }
}
