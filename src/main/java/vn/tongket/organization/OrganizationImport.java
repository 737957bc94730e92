package vn.tongket.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportFile;
import vn.tongket.shared.ImportJson;
import vn.tongket.shared.ImportSchema;

/**
 * Takes an organisation file, whole or not at all. Units known by their code are brought up to date; what an event after
 * the file's {@code as_of} did to them is kept (ADR 0035).
 */
@Service
public class OrganizationImport {

    /** What was taken, and what was mended on reading. */
    public record Taken(int units, List<Fault> remarks) {}

    /** The format's structure; served as {@code /schemas/organization-1.1.json}. */
    static final ImportSchema SCHEMA = new ImportSchema("organization-1.1");

    private static final int CHUNK = 1000;

    private final UnionUnitRepository units;
    private final Organization organization;
    private final UnitEventRows unitEvents;
    private final FormerParents formerParents;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganizationImport(
            UnionUnitRepository units,
            Organization organization,
            UnitEventRows unitEvents,
            FormerParents formerParents,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.units = units;
        this.organization = organization;
        this.unitEvents = unitEvents;
        this.formerParents = formerParents;
        this.clock = clock;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Takes the file's units; refuses it with all its faults. */
    @Transactional
    public Taken take(byte[] content) {
        TreeLock.take(jdbc);
        ExistingUnits existing = existing();
        ImportFile read = ImportFile.read(content, SCHEMA).and(root -> OrganizationCheck.faultsOf(root, existing));
        read.requireSound("Tệp tổ chức");
        OrganizationFile file = ImportJson.value(read.tree(), OrganizationFile.class);
        saveCategories(file);
        saveUnits(file, existing);
        unitEvents.save(file.eventsOrNone(), file.treeDay());
        events.publishEvent(new OrganizationImported(file.units().stream()
                .map(unit -> new ImportedUnit(
                        unit.code(), unit.shortName(), unit.reportingMode() == ReportingMode.CONSOLIDATOR))
                .toList()));
        return new Taken(file.units().size(), read.remarks());
    }

    private ExistingUnits existing() {
        Map<String, @Nullable String> parents = new HashMap<>();
        Map<String, LocalDate> changes = new HashMap<>();
        jdbc.sql("""
                        select u.code, p.code as parent, u.changed_on
                        from union_unit u left join union_unit p on p.id = u.parent_id""").query(row -> {
            parents.put(row.getString("code"), row.getString("parent"));
            if (row.getObject("changed_on") != null) {
                changes.put(row.getString("code"), row.getObject("changed_on", LocalDate.class));
            }
        });
        return new ExistingUnits(parents, changes, organization.categories());
    }

    private void saveCategories(OrganizationFile file) {
        for (int i = 0; i < file.categories().size(); i++) {
            var category = file.categories().get(i);
            jdbc.sql("""
                            insert into unit_category (code, label, tier, position) values (?, ?, ?, ?)
                            on conflict (code) do update set label = excluded.label, tier = excluded.tier""")
                    .params(category.code(), category.vi(), category.tier(), i)
                    .update();
        }
    }

    /** Where an event has put a unit since the day of the file's tree, it stays. */
    private void saveUnits(OrganizationFile file, ExistingUnits existing) {
        Map<String, UnionUnit> byCode = known(file);
        for (var unit : file.units()) {
            byCode.computeIfAbsent(unit.code(), code -> new UnionUnit(unit)).describe(unit);
        }
        Map<String, UUID> ids = idsOfOthers(file);
        byCode.forEach((code, unit) -> ids.put(code, unit.id()));
        LocalDate treeDay = file.treeDay();
        List<UUID> moved = new ArrayList<>();
        for (var unit : file.units()) {
            if (!existing.isChangedSince(unit.code(), treeDay)) {
                UnionUnit known = Objects.requireNonNull(byCode.get(unit.code()));
                UUID parent = id(unit.parent(), ids);
                if (existing.has(unit.code())
                        && !Objects.equals(known.parentId().orElse(null), parent)) {
                    moved.add(known.id());
                }
                known.place(parent, id(unit.guidedBy(), ids), unit.validTo(), id(unit.successor(), ids));
            }
        }
        formerParents.keep(moved, LocalDate.now(clock).minusDays(1));
        units.saveAllAndFlush(byCode.values());
    }

    /** The file's units that exist already, with their addresses, some hundreds a query. */
    private Map<String, UnionUnit> known(OrganizationFile file) {
        Map<String, UnionUnit> known = new LinkedHashMap<>();
        List<String> codes =
                file.units().stream().map(OrganizationFile.Unit::code).toList();
        for (int first = 0; first < codes.size(); first += CHUNK) {
            units.findByCodeIn(codes.subList(first, Math.min(first + CHUNK, codes.size())))
                    .forEach(unit -> known.put(unit.code(), unit));
        }
        return known;
    }

    /** The units that the file names but does not hold. */
    private Map<String, UUID> idsOfOthers(OrganizationFile file) {
        Set<String> named = new HashSet<>();
        file.units().forEach(unit -> {
            named.add(unit.parent());
            named.add(unit.guidedBy());
            named.add(unit.successor());
        });
        named.remove(null);
        Map<String, UUID> ids = new HashMap<>();
        List<String> codes = new ArrayList<>(named);
        jdbc.sql("select code, id from union_unit where code = any(?)")
                .param(codes.toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("code"), row.getObject("id", UUID.class));
                });
        return ids;
    }

    private static @Nullable UUID id(@Nullable String code, Map<String, UUID> ids) {
        return code == null ? null : Objects.requireNonNull(ids.get(code));
    }
}
