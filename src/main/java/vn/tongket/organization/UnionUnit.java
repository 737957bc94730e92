package vn.tongket.organization;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One union in the dated tree. */
@Entity
public class UnionUnit {

    @Id
    private UUID id;

    private String code;
    private String groupKey;
    private @Nullable String abbr;
    private String name;
    private String shortName;
    private @Nullable String nameEn;
    private String category;
    private @Nullable UUID parentId;
    private @Nullable UUID guidedById;

    @Enumerated(EnumType.STRING)
    private ReportingMode reportingMode;

    private @Nullable String seat;
    private int sortOrder;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable UUID successorId;
    private @Nullable Integer demoWorkers;
    private @Nullable Integer demoGrassroots;
    private @Nullable String evidence;
    private @Nullable String note;

    @Version
    private @Nullable Integer version;

    @ElementCollection
    @CollectionTable(name = "unit_contact", joinColumns = @JoinColumn(name = "unit_id"))
    private Set<UnitContact> contacts = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected UnionUnit() {}

    @SuppressWarnings("NullAway.Init")
    UnionUnit(OrganizationFile.Unit unit) {
        this.id = UUID.randomUUID();
        this.code = unit.code();
        this.groupKey = UnionRole.lettersAndDigits(unit.code()).toUpperCase(Locale.ROOT);
        describe(unit);
    }

    /** Takes names, mode and addresses from the file; the place in the tree and its end follow with {@link #place}. */
    final void describe(OrganizationFile.Unit unit) {
        abbr = unit.abbr();
        name = unit.name();
        shortName = unit.shortName();
        nameEn = unit.nameEn();
        category = unit.category();
        reportingMode = unit.reportingMode();
        seat = unit.seat();
        sortOrder = unit.sortOrder();
        validFrom = unit.validFrom();
        evidence = unit.evidence();
        note = unit.note();
        if (unit.demo() != null) {
            demoWorkers = unit.demo().workers();
            demoGrassroots = unit.demo().grassroots();
        }
        Set<UnitContact> listed = unit.contactsOrNone().stream()
                .map(contact -> new UnitContact(contact.role(), contact.email()))
                .collect(Collectors.toSet());
        contacts.retainAll(listed);
        contacts.addAll(listed);
    }

    void place(@Nullable UUID parent, @Nullable UUID guide, @Nullable LocalDate lastDay, @Nullable UUID successor) {
        parentId = parent;
        guidedById = guide;
        validTo = lastDay;
        successorId = successor;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Optional<String> abbr() {
        return Optional.ofNullable(abbr);
    }

    String groupKey() {
        return groupKey;
    }

    public String name() {
        return name;
    }

    public String shortName() {
        return shortName;
    }

    public String category() {
        return category;
    }

    public Optional<UUID> parentId() {
        return Optional.ofNullable(parentId);
    }

    public Optional<UUID> guidedById() {
        return Optional.ofNullable(guidedById);
    }

    public ReportingMode reportingMode() {
        return reportingMode;
    }

    public Optional<String> seat() {
        return Optional.ofNullable(seat);
    }

    public int sortOrder() {
        return sortOrder;
    }

    public Optional<LocalDate> validFrom() {
        return Optional.ofNullable(validFrom);
    }

    public Optional<Integer> demoWorkers() {
        return Optional.ofNullable(demoWorkers);
    }

    public Optional<Integer> demoGrassroots() {
        return Optional.ofNullable(demoGrassroots);
    }

    /** Whether it exists on that day. */
    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** The address of the first of these roles that has one. */
    public Optional<String> address(ContactRole... preferred) {
        for (ContactRole role : preferred) {
            Optional<String> address = contacts.stream()
                    .filter(contact -> contact.role() == role)
                    .map(UnitContact::email)
                    .sorted()
                    .findFirst();
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }
}
