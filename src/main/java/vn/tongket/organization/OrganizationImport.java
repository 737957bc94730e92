package vn.tongket.organization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tongket.shared.DomainException;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportJson;

/** Takes an organisation file, whole or not at all. Units known by their code are brought up to date. */
@Service
public class OrganizationImport {

    private final UnionUnitRepository units;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    OrganizationImport(UnionUnitRepository units, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.units = units;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Answers how many units the file holds; refuses it with all its faults. */
    @Transactional
    public int take(byte[] content) {
        OrganizationFile file = ImportJson.read(content, OrganizationFile.class);
        Map<String, UnionUnit> known = known(file);
        List<Fault> faults =
                OrganizationCheck.faultsOf(file, code -> units.findByCode(code).isPresent());
        if (faults.isEmpty()) {
            faults = collisions(file);
        }
        if (!faults.isEmpty()) {
            throw DomainException.refused("Tệp tổ chức có " + faults.size() + " lỗi.", faults);
        }
        saveCategories(file);
        saveUnits(file, known);
        saveEvents(file);
        events.publishEvent(new OrganizationImported(file.units().stream()
                .map(unit -> new ImportedUnit(
                        unit.code(), unit.shortName(), unit.reportingMode() == ReportingMode.CONSOLIDATOR))
                .toList()));
        return file.units().size();
    }

    private Map<String, UnionUnit> known(OrganizationFile file) {
        return units
                .findByCodeIn(
                        file.units().stream().map(OrganizationFile.Unit::code).toList())
                .stream()
                .collect(Collectors.toMap(UnionUnit::code, unit -> unit, (a, b) -> a, LinkedHashMap::new));
    }

    /** New codes whose letters and digits belong to another unit already. */
    private List<Fault> collisions(OrganizationFile file) {
        Map<String, String> codeByKey = file.units().stream()
                .collect(Collectors.toMap(unit -> new UnionUnit(unit).groupKey(), OrganizationFile.Unit::code));
        return units.findByGroupKeyIn(codeByKey.keySet()).stream()
                .filter(existing -> !existing.code().equals(codeByKey.get(existing.groupKey())))
                .map(existing -> new Fault(
                        "$.units",
                        "Mã “" + codeByKey.get(existing.groupKey()) + "” trùng tên nhóm với đơn vị “" + existing.code()
                                + "” đã có."))
                .toList();
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

    private void saveUnits(OrganizationFile file, Map<String, UnionUnit> byCode) {
        for (var unit : file.units()) {
            byCode.computeIfAbsent(unit.code(), code -> new UnionUnit(unit)).describe(unit);
        }
        for (var unit : file.units()) {
            Objects.requireNonNull(byCode.get(unit.code()))
                    .placeUnder(id(unit.parent(), byCode), id(unit.guidedBy(), byCode), id(unit.successor(), byCode));
        }
        units.saveAllAndFlush(byCode.values());
    }

    private @Nullable UUID id(@Nullable String code, Map<String, UnionUnit> byCode) {
        if (code == null) {
            return null;
        }
        UnionUnit inFile = byCode.get(code);
        return inFile != null
                ? inFile.id()
                : units.findByCode(code).orElseThrow().id();
    }

    private void saveEvents(OrganizationFile file) {
        for (var event : file.eventsOrNone()) {
            jdbc.sql("""
                            insert into unit_event (id, day, kind, units, from_unit, to_unit, note)
                            select :id, :day, :kind, cast(:units as jsonb), :from, :to, :note
                            where not exists (select 1 from unit_event
                                where day = :day and kind = :kind and units = cast(:units as jsonb))""")
                    .param("id", UUID.randomUUID())
                    .param("day", event.date())
                    .param("kind", event.type())
                    .param(
                            "units",
                            ImportJson.mapper()
                                    .valueToTree(event.units() == null ? List.of() : event.units())
                                    .toString())
                    .param("from", event.from())
                    .param("to", event.to())
                    .param("note", event.note())
                    .update();
        }
    }
}
