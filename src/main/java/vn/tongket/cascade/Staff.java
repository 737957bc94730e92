package vn.tongket.cascade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tongket.organization.UnionRole;
import vn.tongket.security.Accounts;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.Vietnamese;

/** Who of a union's people can play which part in its own campaign. */
@Component
class Staff {

    /** Roles that an issuer's work cannot do without, in the order of the work. */
    static final List<UnionRole> ROLES =
            Arrays.stream(UnionRole.values()).filter(UnionRole::ofIssuer).toList();

    /** The plan is approved, and the report signed, by whoever heads the union. */
    private static final Set<UnionRole> OF_CHAIR = Set.of(UnionRole.THUONG_TRUC);

    private static final Set<UnionRole> BY_CHAIR = Set.of(UnionRole.THUONG_TRUC, UnionRole.TRUONG_BAN);

    private final Accounts accounts;

    Staff(Accounts accounts) {
        this.accounts = accounts;
    }

    List<StaffPart> of(String unit) {
        Map<UnionRole, List<String>> members = members(unit);
        List<String> officers = members.getOrDefault(UnionRole.CAN_BO, List.of());
        List<String> chairs = members.getOrDefault(UnionRole.CHU_TICH, List.of());
        List<String> all =
                Stream.concat(officers.stream(), chairs.stream()).distinct().toList();
        return ROLES.stream()
                .map(role -> {
                    List<String> held = members.getOrDefault(role, List.of());
                    List<String> eligible = (OF_CHAIR.contains(role) ? chairs : all)
                            .stream().filter(person -> !held.contains(person)).toList();
                    return new StaffPart(role, held, eligible, proposed(role, held, officers, chairs));
                })
                .toList();
    }

    private static List<String> proposed(
            UnionRole role, List<String> held, List<String> officers, List<String> chairs) {
        if (!held.isEmpty() || role == UnionRole.QUAN_SAT) {
            return List.of();
        }
        return BY_CHAIR.contains(role) ? chairs : officers;
    }

    /** Everybody who may get a role or has one, by id, with what the person is called. */
    Map<String, String> names(List<StaffPart> parts) {
        Set<String> people = new TreeSet<>();
        parts.forEach(part -> {
            people.addAll(part.held());
            people.addAll(part.eligible());
        });
        Map<String, String> known = accounts.namesOf(people);
        Map<String, String> names = new LinkedHashMap<>();
        people.stream()
                .sorted(Comparator.comparing(person -> Vietnamese.fold(known.getOrDefault(person, person))))
                .forEach(person -> names.put(person, known.getOrDefault(person, person)));
        return names;
    }

    private Map<UnionRole, List<String>> members(String unit) {
        Map<String, List<String>> byGroup = accounts.membersOf(
                Arrays.stream(UnionRole.values()).map(role -> role.group(unit)).toList());
        Map<UnionRole, List<String>> members = new EnumMap<>(UnionRole.class);
        for (UnionRole role : UnionRole.values()) {
            members.put(role, byGroup.getOrDefault(role.group(unit), List.of()));
        }
        return members;
    }

    /** Faults at the field of the role: somebody who may not, or nobody at all. */
    static List<Fault> faultsOf(List<StaffPart> parts, Map<UnionRole, List<String>> chosen) {
        List<Fault> faults = new ArrayList<>();
        for (StaffPart part : parts) {
            List<String> people = Objects.requireNonNullElse(chosen.get(part.role()), List.of());
            String field = part.role().code();
            for (String person : people) {
                if (!part.eligible().contains(person) && !part.held().contains(person)) {
                    faults.add(new Fault(field, refusal(part.role(), person)));
                }
            }
            if (people.isEmpty() && part.held().isEmpty() && !part.optional()) {
                faults.add(new Fault(
                        field, "Cần chọn ít nhất một người làm " + part.role().label() + "."));
            }
        }
        return faults;
    }

    private static String refusal(UnionRole role, String person) {
        return OF_CHAIR.contains(role)
                ? "“" + person + "” không phải Chủ tịch của đơn vị; chỉ Chủ tịch làm " + role.label() + "."
                : "“" + person + "” không phải cán bộ hoặc Chủ tịch của đơn vị.";
    }
}
