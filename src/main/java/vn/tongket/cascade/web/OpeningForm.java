package vn.tongket.cascade.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.tongket.campaign.Deadline.Semantics;
import vn.tongket.cascade.Opening;
import vn.tongket.organization.UnionRole;
import vn.tongket.shared.DomainException.Fault;
import vn.tongket.shared.ImportFile;
import vn.tongket.shared.PlainText;

/** The fields of the page as typed, {@code people} by the role's code. */
record OpeningForm(
        String code,
        String title,
        String department,
        String nominal,
        String semantics,
        String reminders,
        Map<String, List<String>> people) {

    static OpeningForm of(Opening opening) {
        return new OpeningForm(
                opening.code(),
                opening.title(),
                opening.department(),
                opening.nominal() == null ? "" : opening.nominal().toString(),
                opening.semantics().name(),
                opening.reminders().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                opening.people().entrySet().stream()
                        .collect(Collectors.toMap(role -> role.getKey().code(), Map.Entry::getValue)));
    }

    static OpeningForm of(MultiValueMap<String, String> fields) {
        return new OpeningForm(
                text(fields, "code"),
                text(fields, "title"),
                text(fields, "department"),
                text(fields, "nominal"),
                text(fields, "semantics"),
                text(fields, "reminders"),
                issuerRoles()
                        .collect(Collectors.toMap(
                                UnionRole::code, role -> List.copyOf(fields.getOrDefault(role.code(), List.of())))));
    }

    /** For the page. */
    public boolean chose(String role, String person) {
        return people.getOrDefault(role, List.of()).contains(person);
    }

    /** What the domain takes; what cannot be read is left out and is one of {@link #faults}. */
    Opening opening(@Nullable ImportFile additions) {
        Map<UnionRole, List<String>> byRole = new EnumMap<>(UnionRole.class);
        issuerRoles().forEach(role -> byRole.put(role, people.getOrDefault(role.code(), List.of())));
        return new Opening(
                code,
                title,
                department,
                day(),
                semantics.equals(Semantics.BEFORE.name()) ? Semantics.BEFORE : Semantics.BY,
                offsets().filter(Objects::nonNull).toList(),
                byRole,
                additions);
    }

    /** What is wrong with how the fields are written. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!nominal.isBlank() && day() == null) {
            faults.add(new Fault("nominal", "Ngày “" + nominal + "” không đúng."));
        }
        if (offsets().anyMatch(Objects::isNull)) {
            faults.add(
                    new Fault("reminders", "Ghi số ngày làm việc trước hạn, cách nhau bằng dấu phẩy, ví dụ 10, 5, 1."));
        }
        return faults;
    }

    private @Nullable LocalDate day() {
        try {
            return LocalDate.parse(nominal);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private java.util.stream.Stream<@Nullable Integer> offsets() {
        return Arrays.stream(reminders.split("[,;\\s]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.matches("\\d{1,3}") ? Integer.valueOf(part) : null)
                .distinct();
    }

    private static java.util.stream.Stream<UnionRole> issuerRoles() {
        return Arrays.stream(UnionRole.values()).filter(UnionRole::ofIssuer);
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return PlainText.clean(Objects.requireNonNullElse(fields.getFirst(name), ""))
                .strip();
    }
}
