package vn.tongket.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;

/** The tree of unions as it stands today. Units go by their code. */
@Service
@Transactional(readOnly = true)
public class Organization {

    /** A unit that takes part in an issuer's campaign, as required or coordinated. */
    public record Member(UnionUnit unit, boolean required) {}

    /** How many units of one category take part in an issuer's campaign, and whether as required ones. */
    public record MemberCategory(String code, String label, boolean required, int units) {}

    /** What one person is for one unit. */
    public record Membership(UnionUnit unit, UnionRole role) {}

    private final UnionUnitRepository units;
    private final JdbcClient jdbc;
    private final Clock clock;

    Organization(UnionUnitRepository units, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return !units.any();
    }

    public UnionUnit unit(String code) {
        return units.findByCode(code).orElseThrow(() -> noUnit(code));
    }

    public Optional<UnionUnit> find(String code) {
        return units.findByCode(code);
    }

    /** The codes of all categories. */
    public Set<String> categories() {
        return jdbc.sql("select code from unit_category").query(String.class).set();
    }

    public UnionUnit unit(UUID id) {
        return units.findById(id).orElseThrow(() -> DomainException.notFound("Không có đơn vị này."));
    }

    public Map<UUID, UnionUnit> units(Collection<UUID> ids) {
        return units.findAllById(ids).stream().collect(Collectors.toMap(UnionUnit::id, Function.identity()));
    }

    /** All units, in protocol order. */
    public List<UnionUnit> all() {
        return units.findAll().stream()
                .sorted(Comparator.comparingInt(UnionUnit::sortOrder))
                .toList();
    }

    /** What people call the unit in a line of a list ("Sông Đà"). */
    public String shortName(String unitCode) {
        // Asked for each unit of an issue: as an entity each would be looked at again with every following query.
        return jdbc.sql("select short_name from union_unit where code = ?")
                .param(unitCode)
                .query(String.class)
                .optional()
                .orElseThrow(() -> noUnit(unitCode));
    }

    /** The short names of those codes that a unit has, by code. */
    public Map<String, String> shortNames(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select code, short_name from union_unit where code = any(?)")
                .param(codes.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString("code"), row.getString("short_name"));
                });
        return names;
    }

    private static DomainException noUnit(String code) {
        return DomainException.notFound("Không có đơn vị “" + code + "”.");
    }

    /** The tier of a category: national, sector, upper, grassroots or member. */
    public String tier(String category) {
        return jdbc.sql("select tier from unit_category where code = ?")
                .param(category)
                .query(String.class)
                .single();
    }

    /** Whether any unit lies below it today. */
    public boolean hasUnitsBelow(UUID unit) {
        return jdbc.sql("""
                        select exists(select 1 from union_unit where parent_id = :unit
                            and (valid_from is null or valid_from <= :today) and (valid_to is null or valid_to >= :today))""")
                .param("unit", unit)
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    /**
     * Who takes part in a campaign of that issuer (formats.md, Organisation): its children that report, required, then
     * the units it guides, coordinated; each block by category, then protocol order.
     */
    public List<Member> members(String issuerCode) {
        UUID issuer = unit(issuerCode).id();
        Map<UUID, Boolean> members = new LinkedHashMap<>();
        jdbc.sql("""
                        select unit_id, required from union_member where issuer_id = :issuer
                            and (valid_from is null or valid_from <= :today) and (valid_to is null or valid_to >= :today)
                        order by required desc, category_position, sort_order""")
                .param("issuer", issuer)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    members.put(row.getObject("unit_id", UUID.class), row.getBoolean("required"));
                });
        Map<UUID, UnionUnit> byId = units.findByParentIdOrGuidedById(issuer, issuer).stream()
                .collect(Collectors.toMap(UnionUnit::id, Function.identity()));
        return members.entrySet().stream()
                .map(member -> new Member(Objects.requireNonNull(byId.get(member.getKey())), member.getValue()))
                .toList();
    }

    /** As {@link #members}, counted: one line for each category, in the same order. */
    public List<MemberCategory> memberCategories(String issuerCode) {
        return jdbc.sql("""
                        select c.code, c.label, m.required, count(*) as units
                        from union_member m join union_unit i on i.id = m.issuer_id
                            join union_unit u on u.id = m.unit_id join unit_category c on c.code = u.category
                        where i.code = :issuer and (m.valid_from is null or m.valid_from <= :today)
                            and (m.valid_to is null or m.valid_to >= :today)
                        group by c.code, c.label, c.position, m.required
                        order by m.required desc, c.position""")
                .param("issuer", issuerCode)
                .param("today", LocalDate.now(clock))
                .query(MemberCategory.class)
                .list();
    }

    /** What these groups make of their member, by unit in protocol order. */
    public List<Membership> memberships(Collection<String> groups) {
        Map<String, Set<UnionRole>> roles = new HashMap<>();
        for (String group : groups) {
            UnionRole.ofGroup(group)
                    .ifPresent(role -> roles.computeIfAbsent(
                                    group.substring(
                                                    0,
                                                    group.length() - role.code().length())
                                            .toUpperCase(Locale.ROOT),
                                    key -> new TreeSet<>())
                            .add(role));
        }
        return units.findByGroupKeyIn(roles.keySet()).stream()
                .sorted(Comparator.comparingInt(UnionUnit::sortOrder))
                .flatMap(unit ->
                        roles.getOrDefault(unit.groupKey(), Set.of()).stream().map(role -> new Membership(unit, role)))
                .toList();
    }
}
