package vn.tongket.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tongket.shared.Vietnamese;

/** Why an event does not fit the tree as it stands: a sentence, the first that holds. */
@Component
class UnitEventObstacles {

    private static final int NAMED = 10;

    /** Each unit of the event as the tree has it, with the name that people know it by. */
    private static final String UNITS = """
            with unit as (
                select u.*, u.short_name || ' (' || u.code || ')' as called,
                    (select max(f.valid_to) + 1 from former_parent f where f.unit_id = u.id) as there_since
                from union_unit u where u.code = any(:units))
            """;

    private final JdbcClient jdbc;

    UnitEventObstacles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when it can be carried out. */
    Optional<String> first(UnitEvent event) {
        if (event.units().isEmpty()) {
            return Optional.of("Không nêu đơn vị nào.");
        }
        if (event.kind() != UnitEvent.Kind.CLOSE && event.to() == null) {
            return Optional.of("Không nêu đơn vị nhận.");
        }
        List<Function<UnitEvent, Optional<String>>> checks =
                new ArrayList<>(List.of(this::unknown, this::ended, this::notYet, this::movedSince));
        if (event.kind() == UnitEvent.Kind.TRANSFER) {
            checks.add(this::notUnderFormerParent);
        }
        if (event.kind() != UnitEvent.Kind.CLOSE) {
            checks.add(this::receiverMissing);
            checks.add(this::receiverBelow);
        }
        if (event.kind() == UnitEvent.Kind.MERGE) {
            checks.add(this::belowMovedSince);
        }
        if (event.kind() == UnitEvent.Kind.CLOSE) {
            checks.add(this::unitsLeftBelow);
        }
        return checks.stream()
                .map(check -> check.apply(event))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> unknown(UnitEvent event) {
        List<String> codes = Stream.concat(
                        event.units().stream(),
                        Stream.of(event.from(), event.to()).filter(code -> code != null))
                .distinct()
                .toList();
        return sentence(
                "Không có đơn vị %s.",
                jdbc.sql("""
                        select c.code from unnest(:codes) with ordinality c(code, position)
                        where not exists (select 1 from union_unit u where u.code = c.code) order by c.position""")
                        .param("codes", codes.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** To end on the same day twice is no contradiction. */
    private Optional<String> ended(UnitEvent event) {
        LocalDate earliest = event.kind() == UnitEvent.Kind.TRANSFER ? event.day() : event.lastDayBefore();
        return sentence("%s đã chấm dứt hoạt động trước ngày này.", names(event, "valid_to < :limit", earliest));
    }

    private Optional<String> notYet(UnitEvent event) {
        LocalDate latest = event.kind() == UnitEvent.Kind.TRANSFER ? event.day() : event.lastDayBefore();
        return sentence("%s chưa thành lập vào ngày này.", names(event, "valid_from > :limit", latest));
    }

    private Optional<String> movedSince(UnitEvent event) {
        return sentence("%s đã đổi cấp trên sau ngày này.", names(event, "there_since > :limit", event.day()));
    }

    private Optional<String> notUnderFormerParent(UnitEvent event) {
        return sentence(
                "Cấp trên hiện nay không phải là " + event.from() + ": %s.",
                jdbc.sql(UNITS + """
                        select u.called || coalesce(' thuộc ' || p.code, ' không có cấp trên') from unit u
                            left join union_unit p on p.id = u.parent_id
                        where p.code is distinct from :from order by u.sort_order, u.code""")
                        .param("units", event.units().toArray(String[]::new))
                        .param("from", event.from())
                        .query(String.class)
                        .list());
    }

    private Optional<String> receiverMissing(UnitEvent event) {
        return sentence(
                "Đơn vị nhận %s không hoạt động vào ngày này.",
                jdbc.sql("""
                        select u.short_name || ' (' || u.code || ')' from union_unit u
                        where u.code = :to and (u.valid_from > :day or u.valid_to < :day)""")
                        .param("to", event.to())
                        .param("day", event.day())
                        .query(String.class)
                        .list());
    }

    /** Itself included. */
    private Optional<String> receiverBelow(UnitEvent event) {
        return sentence(
                "Đơn vị nhận nằm trong hoặc dưới %s.",
                jdbc.sql("""
                        with recursive above as (
                            select id, code, short_name, parent_id from union_unit where code = :to
                            union
                            select p.id, p.code, p.short_name, p.parent_id
                            from above a join union_unit p on p.id = a.parent_id)
                        select short_name || ' (' || code || ')' from above where code = any(:units)""")
                        .param("to", event.to())
                        .param("units", event.units().toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private Optional<String> belowMovedSince(UnitEvent event) {
        return sentence(
                "%s, trực thuộc đơn vị sáp nhập, đã đổi cấp trên sau ngày này.",
                below(event, "exists (select 1 from former_parent f where f.unit_id = b.id and f.valid_to >= :day)"));
    }

    /** Who closes leaves nobody behind; units that close with it do not count. */
    private Optional<String> unitsLeftBelow(UnitEvent event) {
        return sentence("Còn đơn vị trực thuộc chưa được chuyển đi: %s.", below(event, "true"));
    }

    private List<String> below(UnitEvent event, String condition) {
        return jdbc.sql(UNITS + """
                        select b.short_name || ' (' || b.code || ')' from union_unit b
                        where b.parent_id in (select id from unit) and b.code <> all(:units)
                            and (b.valid_to is null or b.valid_to >= :day) and\s""" + condition + " order by b.sort_order, b.code")
                .param("units", event.units().toArray(String[]::new))
                .param("day", event.day())
                .query(String.class)
                .list();
    }

    private List<String> names(UnitEvent event, String condition, LocalDate limit) {
        return jdbc.sql(UNITS + "select called from unit where " + condition + " order by sort_order, code")
                .param("units", event.units().toArray(String[]::new))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static Optional<String> sentence(String sentence, List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(sentence.formatted(Vietnamese.units(names, NAMED)));
    }
}
